import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';

const HUB = `http://127.0.0.1:${process.env.MOORING_PORT ?? 8080}`;

export default defineConfig({
	plugins: [sveltekit()],
	// Light enough for the old tablet on the kitchen wall.
	build: { target: 'es2022' },
	server: { proxy: { '/api': HUB, '/healthz': HUB, '/socket.io': { target: HUB, ws: true } } },
});

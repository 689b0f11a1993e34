import { sveltekit } from '@sveltejs/kit/vite';
import { type Plugin, defineConfig } from 'vite';

const HUB = `http://127.0.0.1:${process.env.MOORING_PORT ?? 8080}`;

/**
 * SvelteKit's root component hides its route announcer by a style attribute, which the hub's Content-Security-Policy
 * forbids. The same is done by #svelte-announcer in base.css.
 */
const announcerWithoutStyle: Plugin = {
	name: 'announcer-without-style',
	enforce: 'pre',
	transform: (code, id) =>
		id.endsWith('/generated/root.svelte')
			? code.replace(/(id="svelte-announcer"[^>]*?) style="[^"]*"/, '$1')
			: undefined,
};

export default defineConfig({
	plugins: [announcerWithoutStyle, sveltekit()],
	// Light enough for the old tablet on the kitchen wall.
	build: { target: 'es2022' },
	server: { proxy: { '/api': HUB, '/healthz': HUB, '/socket.io': { target: HUB, ws: true } } },
});

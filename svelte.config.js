import adapter from '@sveltejs/adapter-static';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

/** @type {import('@sveltejs/kit').Config} */
export default {
	preprocess: vitePreprocess(),
	kit: {
		adapter: adapter({
			pages: 'build/dashboard',
			assets: 'build/dashboard',
			fallback: 'index.html',
			precompress: true,
		}),
		alias: { $protocol: 'protocol' },
		version: { pollInterval: 0 },
	},
};

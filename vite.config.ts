import { resolve } from 'node:path';
import { sveltekit } from '@sveltejs/kit/vite';
import { type Plugin, type Rolldown, defineConfig } from 'vite';

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

const SOURCES = resolve(import.meta.dirname, 'src');
const HOME = ['src/routes/+layout.svelte', 'src/routes/+page.svelte'].map((path) => resolve(import.meta.dirname, path));
let home: Set<string> | undefined;

/**
 * What the home page needs at once of the sources is one chunk: one script and one sheet are sooner there, and compress
 * better, than a dozen small ones.
 */
function homeChunk(id: string, modules: Rolldown.ChunkingContext): string | null {
	home ??= new Set(HOME);
	for (const needed of home)
		for (const next of modules.getModuleInfo(needed)?.importedIds ?? []) if (next.startsWith(SOURCES)) home.add(next);
	return home.has(id) && !HOME.includes(id) ? 'home' : null;
}

const homeInOneChunk: Plugin = {
	name: 'home-in-one-chunk',
	configEnvironment: (name) =>
		name === 'client'
			? {
					build: {
						rolldownOptions: {
							output: { codeSplitting: { groups: [{ name: homeChunk, test: (id) => id.startsWith(SOURCES) }] } },
						},
					},
				}
			: undefined,
};

export default defineConfig({
	plugins: [announcerWithoutStyle, homeInOneChunk, sveltekit()],
	// light-dark() is not used, so its stand-ins for old browsers (Features.LightDark of lightningcss) are needless.
	css: { lightningcss: { exclude: 1 << 20 } },
	// Light enough for the old tablet on the kitchen wall.
	build: { target: 'es2022' },
	server: { proxy: { '/api': HUB, '/healthz': HUB, '/socket.io': { target: HUB, ws: true } } },
});

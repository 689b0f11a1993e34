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

/**
 * Smaller stand-ins for modules of socket.io, by the end of their path. The hub speaks WebSocket alone, and sends no binary
 * data (protocol/dashboard/live.ts); every browser that the dashboard runs in can take an address apart by itself.
 */
const STAND_INS: readonly [path: string, code: string][] = [
	[
		'/engine.io-client/build/esm/transports/index.js',
		`import { WS } from './websocket.node.js';\nexport const transports = { websocket: WS };`,
	],
	[
		'/engine.io-client/build/esm/contrib/parseuri.js',
		`export function parse(source) {
			const { protocol, hostname, port, pathname: path, search } = new URL(source);
			const query = search.slice(1);
			const host = hostname.replace(/^\\[|\\]$/g, '');
			return { source, protocol: protocol.slice(0, -1), host, port, path, query, queryKey: Object.fromEntries(new URLSearchParams(query)) };
		}`,
	],
	[
		'/socket.io-parser/build/esm/is-binary.js',
		`export const isBinary = () => false;\nexport const hasBinary = isBinary;`,
	],
	[
		'/socket.io-parser/build/esm/binary.js',
		`const none = () => { throw new Error('The hub sends no binary data.'); };\nexport { none as deconstructPacket, none as reconstructPacket };`,
	],
	['/engine.io-parser/build/esm/contrib/base64-arraybuffer.js', `export const decode = () => new ArrayBuffer(0);`],
];
/** Advice of socket.io for a server of 2020, which is long, and which no hub gives cause for. */
const OLD_SERVER = /"It seems you are trying to reach a Socket\.IO server in v2[^"]*"/;
/** Parts of Svelte for fields to fill in, which home has none of: one module of Svelte names all parts, so home would load them. */
const FIELDS = /\/svelte\/src\/internal\/client\/dom\/elements\/(bindings\/(input|select)|customizable-select)\.js$/;
/** Modules that would stay although nothing uses them, because they do something when they are loaded. */
const UNUSED =
	/\/engine\.io-client\/build\/esm\/transports\/[\w.-]+\.js$|\/svelte\/src\/internal\/client\/dom\/elements\/custom-element\.js$/;

/** Leaves out of the first load what the dashboard never uses of its packages. */
const withoutUnused: Plugin = {
	name: 'without-unused',
	enforce: 'pre',
	transform(code, id) {
		const standIn = STAND_INS.find(([path]) => id.endsWith(path));
		if (standIn) return { code: standIn[1], map: null };
		if (id.endsWith('/socket.io-client/build/esm/socket.js'))
			return { code: code.replace(OLD_SERVER, '"an old Socket.IO server"'), map: null };
		return UNUSED.test(id) || FIELDS.test(id) ? { code, map: null, moduleSideEffects: false } : undefined;
	},
};

const HOME = ['src/routes/+layout.svelte', 'src/routes/+page.svelte'].map((path) => resolve(import.meta.dirname, path));
let home: Set<string> | undefined;

/**
 * What the home page needs at once is one chunk: one script and one sheet are sooner there, and compress
 * better, than a dozen small ones.
 */
function homeChunk(id: string, modules: Rolldown.ChunkingContext): string | null {
	home ??= neededBy(HOME, modules);
	return home.has(id) && !HOME.includes(id) ? 'home' : null;
}

/** With all that these import at once, but for FIELDS. */
function neededBy(ids: string[], modules: Rolldown.ChunkingContext): Set<string> {
	const all = new Set(ids);
	for (const id of all)
		for (const next of modules.getModuleInfo(id)?.importedIds ?? []) if (!FIELDS.test(next)) all.add(next);
	return all;
}

const homeInOneChunk: Plugin = {
	name: 'home-in-one-chunk',
	enforce: 'post',
	configEnvironment: (name) =>
		name === 'client'
			? {
					build: {
						rolldownOptions: {
							// A chunk that has all that its parts import would have FIELDS too; without it, this must not be strict.
							preserveEntrySignatures: 'allow-extension',
							output: { codeSplitting: { includeDependenciesRecursively: false, groups: [{ name: homeChunk }] } },
						},
					},
				}
			: undefined,
};

export default defineConfig({
	plugins: [announcerWithoutStyle, withoutUnused, homeInOneChunk, sveltekit()],
	// light-dark() is not used, so its stand-ins for old browsers (Features.LightDark of lightningcss) are needless.
	css: { lightningcss: { exclude: 1 << 20 } },
	// Light enough for the old tablet on the kitchen wall.
	build: { target: 'es2022' },
	server: { proxy: { '/api': HUB, '/healthz': HUB, '/socket.io': { target: HUB, ws: true } } },
});

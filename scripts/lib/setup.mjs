import { readdirSync, rmSync } from 'node:fs';
import { basename } from 'node:path';
import { install } from './install.mjs';
import { checkNode, checkWebServer } from './machine.mjs';
import { PACKED, packFirmware } from './firmware/pack-firmware.mjs';
import { at } from './root.mjs';
import { capture } from './run.mjs';
import { giveUp, say } from './say.mjs';
import { buildIfStale } from './stale.mjs';

/** Packages, for scripts that build nothing. */
export async function setUpPackages() {
	checkNode();
	await install();
	checkWebServer();
}

/** Packages and the hub with its command lines; what is up to date is left alone. */
export async function setUpHub() {
	await setUpPackages();
	await buildIfStale({
		stamp: 'dist/.inputs',
		inputs: ['hub', 'protocol', 'scripts/lib/bundle.mjs', 'package.json', 'package-lock.json'],
		outputs: ['dist/hub.js', 'dist/cli.js', 'dist/board.js', 'dist/board.wasm'],
		build: buildHub,
	});
	await buildIfStale({
		stamp: 'build/.firmware-inputs',
		inputs: ['firmware', 'scripts/lib/firmware/pack-firmware.mjs'],
		outputs: [PACKED],
		build: packFirmware,
	});
}

/** Everything that `npm start` needs. */
export async function setUpAll() {
	await setUpHub();
	await buildIfStale({
		stamp: 'build/.inputs',
		inputs: ['src', 'static', 'protocol', 'svelte.config.js', 'vite.config.ts', 'package.json', 'package-lock.json'],
		outputs: ['build/dashboard/index.html'],
		build: buildDashboard,
	});
}

async function buildHub() {
	say('Building the hub…');
	const { build } = await import('esbuild');
	const { hubBundle } = await import('./bundle.mjs');
	const failed = () => giveUp('The hub could not be built; what is wrong with its sources is above.');
	const { metafile } = await build({ ...hubBundle, metafile: true }).catch(failed);
	// Old files go last, so that a hub that is starting right now still finds them.
	const made = new Set(Object.keys(metafile.outputs).map((path) => basename(path)));
	for (const name of readdirSync(at('dist'))) if (!made.has(name)) rmSync(at('dist', name), { force: true });
}

async function buildDashboard() {
	say('Building the dashboard…');
	const { code, output } = await capture(process.execPath, [at('node_modules/vite/bin/vite.js'), 'build']);
	if (code === 0) return;
	say(output);
	giveUp('The dashboard could not be built; what is wrong with its sources is above.');
}

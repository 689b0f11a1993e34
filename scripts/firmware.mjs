import { resolve } from 'node:path';
import { buildBoards } from './lib/firmware/build-boards.mjs';
import { findPlatformio } from './lib/firmware/platformio.mjs';
import { runTypescript } from './lib/run-typescript.mjs';
import { setUpPackages } from './lib/setup.mjs';

// `npm run firmware`: builds the firmware of all boards, or of those that are named, for a hub on this machine.
// `npm run firmware -- pack`: makes one file of built images that a hub takes in its settings.
const [first, ...rest] = process.argv.slice(2);
const images = resolve(process.env.MOORING_DATA || 'data', 'images');
if (first === 'pack') {
	const [from = images, into = '.'] = rest;
	await setUpPackages();
	process.exit(await runTypescript('hub/firmware-images/packs/pack-cli.ts', [from, into]));
}
// Before anything else is done: without it there is nothing to do.
const pio = await findPlatformio();
await setUpPackages();
process.exit(await buildBoards({ pio, images, wanted: process.argv.slice(2) }));

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CATALOGUE } from '../boards/catalogue.ts';
import { packImage } from './pack-image.ts';

/** `node scripts/pack-images.mjs BUILT IMAGES [BOARD…]`: makes the hub's images from PlatformIO's build folder. */
const [built, images, ...only] = process.argv.slice(2);
if (!built || !images) {
	process.stderr.write('Name the folder PlatformIO has built into (.pio/build) and the folder for the images.\n');
	process.exit(2);
}
const header = readFileSync(join(import.meta.dirname, '../../firmware/core/board.h'), 'utf8');
const version = /FIRMWARE_VERSION\[\] = "([^"]+)"/.exec(header)?.[1];
if (!version) throw new Error('firmware/core/board.h names no FIRMWARE_VERSION.');
const wanted = CATALOGUE.filter(({ id }) => only.length === 0 || only.includes(id));
const made = wanted.filter((board) => packImage(board, join(built, board.id), join(images, board.id), version));
process.stdout.write(`Images of firmware ${version}: ${made.map(({ id }) => id).join(', ') || 'none'}\n`);

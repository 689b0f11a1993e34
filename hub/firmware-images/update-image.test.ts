import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { findBoard } from '../boards/catalogue.ts';
import { Images } from './images.ts';
import { updateImage } from './update-image.ts';

const D1 = findBoard('d1-mini')!;
const program = (version: string) => Buffer.alloc(5_000, version);

let root: string;
beforeEach(() => void (root = mkdtempSync(join(tmpdir(), 'mooring-images-'))));
afterEach(() => rmSync(root, { recursive: true }));

/** Each version is a file of its own, as they come off a build server. */
function put(version: string): void {
	const folder = join(root, D1.id);
	mkdirSync(folder, { recursive: true });
	const file = `firmware-${version}.bin`;
	const sha256 = createHash('sha256').update(program(version)).digest('hex');
	writeFileSync(join(folder, file), program(version));
	const manifest = {
		format: 1,
		version,
		chip: 'ESP8266',
		flashSizeBytes: 0x400000,
		configOffset: 0x3fb000,
		parts: [{ file, offset: 0, sha256 }],
	};
	writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
}

it('returns the image that was found, even if it is replaced by a newer one at that moment', async () => {
	put('0.1.0');
	class Replaced extends Images {
		override async find(...board: Parameters<Images['find']>) {
			const found = await super.find(...board);
			put('0.2.0');
			return found;
		}
	}
	const images = new Replaced(() => [[root]], pino({ level: 'silent' }));
	expect(await updateImage(images, D1.id)).toMatchObject({ version: '0.1.0', bytes: program('0.1.0') });
	expect(await updateImage(images, D1.id)).toMatchObject({ version: '0.2.0', bytes: program('0.2.0') });
});

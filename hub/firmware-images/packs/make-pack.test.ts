import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { putImage } from '../../../test/harness/images.ts';
import { packName } from '../../../protocol/dashboard/pack-name.ts';
import { makePack } from './make-pack.ts';

let root: string;
let images: string;
beforeEach(() => {
	root = mkdtempSync(join(tmpdir(), 'mooring-make-pack-'));
	images = join(root, 'images');
});
afterEach(() => rmSync(root, { recursive: true }));

it('holds the list first, every image, and the licences', async () => {
	putImage(root, 'd1-mini', '0.3.0');
	mkdirSync(join(images, 'licences'));
	writeFileSync(join(images, 'licences', 'nanopb-LICENSE.txt'), 'zlib');
	mkdirSync(join(images, 'something-else'));
	const made = await makePack(images, '0.4.0');
	if (!made.ok) throw new Error(made.error.message);
	expect(made.value.boards).toEqual([{ board: 'd1-mini', version: '0.3.0' }]);
	const files = unzipSync(made.value.bytes);
	expect(Object.keys(files)).toEqual([
		'mooring-firmware.json',
		'images/d1-mini/manifest.json',
		'images/d1-mini/firmware.bin',
		'images/licences/nanopb-LICENSE.txt',
	]);
	expect(JSON.parse(strFromU8(files['mooring-firmware.json']!))).toMatchObject({
		format: 1,
		version: '0.4.0',
		boards: [
			{
				board: 'd1-mini',
				name: 'ESP8266 D1 mini',
				version: '0.3.0',
				files: [{ file: 'manifest.json' }, { file: 'firmware.bin', bytes: 180_000 }],
			},
		],
		licences: [{ file: 'nanopb-LICENSE.txt', bytes: 4 }],
	});
	expect(packName('0.4.0')).toBe('mooring-firmware-0.4.0.zip');
});

it('is byte by byte the same of the same images', async () => {
	putImage(root, 'esp32-devkit', '0.3.0');
	const [first, second] = [await makePack(images, '0.4.0'), await makePack(images, '0.4.0')];
	expect(first).toMatchObject({ ok: true });
	expect(second).toEqual(first);
});

it('is not made of an image that a hub would refuse', async () => {
	putImage(root, 'd1-mini', '0.3.0');
	writeFileSync(join(images, 'd1-mini', 'firmware.bin'), 'other bytes');
	expect(await makePack(images, '0.4.0')).toMatchObject({ error: { kind: 'image-file-differs' } });
});

it('is not made with a text whose name a hub would refuse', async () => {
	putImage(root, 'd1-mini', '0.3.0');
	mkdirSync(join(images, 'licences'));
	writeFileSync(join(images, 'licences', 'a name with spaces'), 'zlib');
	const made = await makePack(images, '0.4.0');
	expect(made).toMatchObject({ error: { kind: 'pack-list-wrong', params: { field: 'licences.0.file' } } });
});

it('says that there is nothing to pack', async () => {
	expect(await makePack(images, '0.4.0')).toMatchObject({ ok: true, value: { boards: [] } });
});

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { CATALOGUE } from '../boards/catalogue.ts';
import { Images } from './images.ts';
import { packImage, partsOf } from './pack-image.ts';

let root: string;
beforeEach(() => void (root = mkdtempSync(join(tmpdir(), 'mooring-pack-'))));
afterEach(() => rmSync(root, { recursive: true, force: true }));

function build(board: string, files: string[]): string {
	const folder = join(root, 'built', board);
	mkdirSync(folder, { recursive: true });
	for (const file of files) writeFileSync(join(folder, file), `this is ${file} of ${board}`);
	return folder;
}

it.each(CATALOGUE.filter(({ flash }) => flash).map((board) => [board.id, board] as const))(
	'what PlatformIO has built for %s becomes an image the hub offers',
	async (id, board) => {
		const built = build(id, ['bootloader.bin', 'partitions.bin', 'boot_app0.bin', 'firmware.bin', 'firmware.elf']);
		expect(packImage(board, built, join(root, 'images', id), '0.1.0')).toBe(true);
		const found = await new Images(() => [[join(root, 'images')]], pino({ level: 'silent' })).find(board);
		expect(found).toMatchObject({ ok: true, value: { version: '0.1.0' } });
		if (found?.ok) expect(found.value.parts.map(({ file, offset }) => ({ file, offset }))).toEqual(partsOf(board));
	},
);

it('makes nothing if nothing was built, and fails if a file is missing', () => {
	const board = CATALOGUE.find(({ chip }) => chip === 'ESP32')!;
	expect(packImage(board, join(root, 'no'), join(root, 'images'), '1')).toBe(false);
	expect(() => packImage(board, build(board.id, ['firmware.bin']), join(root, 'images'), '1')).toThrow();
});

import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Logger, pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FaultKind, type FaultParams, faultOf } from '../../protocol/dashboard/faults.ts';
import { findBoard } from '../boards/catalogue.ts';
import { Images } from './images.ts';
import type { ImageManifest } from './manifest.ts';

const D1 = findBoard('d1-mini')!;
const DEVKIT = findBoard('esp32-devkit')!;
const bytes = (length: number, fill: number) => Buffer.alloc(length, fill);
const sha256 = (data: Buffer) => createHash('sha256').update(data).digest('hex');

describe('Images', () => {
	let root: string;
	let lines: string[];
	let log: Logger;
	let images: Images;

	beforeEach(() => {
		root = mkdtempSync(join(tmpdir(), 'mooring-images-'));
		lines = [];
		log = pino({}, { write: (line: string) => void lines.push((JSON.parse(line) as { msg: string }).msg) });
		images = new Images(() => [[join(root, 'own')], [join(root, 'pack'), join(root, 'shipped')]], log);
	});
	afterEach(() => rmSync(root, { recursive: true, force: true }));

	function put(where: string, board: string, change: Partial<ImageManifest> = {}, files: Record<string, Buffer> = {}) {
		const folder = join(root, where, board);
		mkdirSync(folder, { recursive: true });
		const all = { 'firmware.bin': bytes(5_000, 0xe9), ...files };
		for (const [name, data] of Object.entries(all)) writeFileSync(join(folder, name), data);
		const manifest = {
			format: 1,
			version: '0.1.0',
			chip: 'ESP8266',
			flashSizeBytes: 0x400000,
			configOffset: 0x3fb000,
			parts: [{ file: 'firmware.bin', offset: 0, sha256: sha256(all['firmware.bin']) }],
			...change,
		};
		writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
		return folder;
	}
	const error = async () => {
		const found = await images.find(D1);
		return found?.ok === false ? found.error : undefined;
	};

	it('finds no image if there is no folder', async () => {
		expect(await images.find(D1)).toBeUndefined();
		expect(await images.all()).toEqual({ images: [], faulty: [] });
	});

	it('finds an image that is added while the hub runs, and prefers that of the data folder', async () => {
		put('shipped', 'd1-mini');
		expect(await images.find(D1)).toMatchObject({ ok: true, value: { version: '0.1.0', parts: [{ size: 5_000 }] } });
		put('own', 'd1-mini', { version: '0.2.0' });
		expect(await images.find(D1)).toMatchObject({ ok: true, value: { version: '0.2.0' } });
		expect((await images.all()).images.map(({ board }) => board.id)).toEqual(['d1-mini']);
	});

	it('takes the newest of the packs and what came with the hub, and that of the data folder whatever its version', async () => {
		put('shipped', 'd1-mini', { version: '0.10.0' });
		put('pack', 'd1-mini', { version: '0.9.0' });
		expect(await images.find(D1)).toMatchObject({ ok: true, value: { version: '0.10.0' } });
		put('pack', 'd1-mini', { version: '0.10.1' });
		expect(await images.find(D1)).toMatchObject({ ok: true, value: { version: '0.10.1' } });
		put('own', 'd1-mini', { version: '0.1.0' });
		expect((await images.look(D1)).usable.map(({ version }) => version)).toEqual(['0.1.0', '0.10.1', '0.10.0']);
	});

	it('notices that an image was replaced or deleted', async () => {
		const folder = put('own', 'd1-mini');
		await images.find(D1);
		const other = bytes(9_000, 7);
		put(
			'own',
			'd1-mini',
			{ parts: [{ file: 'firmware.bin', offset: 0, sha256: sha256(other) }] },
			{ 'firmware.bin': other },
		);
		expect(await images.find(D1)).toMatchObject({ ok: true, value: { parts: [{ size: 9_000 }] } });
		rmSync(folder, { recursive: true });
		expect(await images.find(D1)).toBeUndefined();
	});

	it('notices that an image was replaced while it was read', async () => {
		put('own', 'd1-mini');
		let replace: () => unknown = () => put('own', 'd1-mini', { version: '0.2.0' });
		const board = {
			...D1,
			/** asked for when the manifest is read */
			get chip() {
				replace();
				replace = () => undefined;
				return D1.chip;
			},
		};
		await images.find(board);
		expect(await images.find(board)).toMatchObject({ ok: true, value: { version: '0.2.0' } });
	});

	it('returns the bytes of a part, but of no other file', async () => {
		put('own', 'd1-mini');
		expect(await images.part(D1, 'firmware.bin')).toMatchObject({ ok: true, value: bytes(5_000, 0xe9) });
		for (const file of ['manifest.json', '../d1-mini/firmware.bin', 'other.bin', ''])
			expect(await images.part(D1, file), file).toBeUndefined();
		expect(await images.part(DEVKIT, 'firmware.bin')).toBeUndefined();
	});

	const part = (file: string, offset: number, data = bytes(5_000, 0xe9)) => ({ file, offset, sha256: sha256(data) });
	it.each<[string, Partial<ImageManifest> & Record<string, unknown>, RegExp]>([
		['a later format', { format: 2 as 1 }, /format/],
		['the image of another chip', { chip: 'ESP32' }, /for ESP32, but ESP8266 D1 mini has an ESP8266/],
		['a config elsewhere', { configOffset: 0xfb000 }, /0xfb000.*0x3fb000/],
		['more flash than there is', { flashSizeBytes: 0x800000 }, /bytes of flash/],
		['no parts', { parts: [] }, /parts/],
		['an offset within a sector', { parts: [part('firmware.bin', 100)] }, /offset/],
		['a file elsewhere', { parts: [part('../firmware.bin', 0)] }, /beside the manifest/],
		['a file that is not there', { parts: [part('other.bin', 0)] }, /other\.bin is missing/],
		['two parts in one sector', { parts: [part('firmware.bin', 0), part('firmware.bin', 0x1000)] }, /reaches into/],
		['a part over the config', { parts: [part('firmware.bin', 0x3fa000)] }, /reaches into the config/],
		['a part beyond the flash', { parts: [part('firmware.bin', 0x3ff000)] }, /beyond the flash/],
		['other bytes than promised', { parts: [part('firmware.bin', 0, bytes(1, 1))] }, /SHA-256 differs/],
		['a field that nobody knows', { secret: 1 }, /secret/],
	])('refuses %s, by a code and in words, and says so once in the log', async (_, change, words) => {
		put('own', 'd1-mini', change);
		const wrong = (await error())!;
		expect(wrong.message).toMatch(words);
		// its code and values are enough to say it in another language
		expect(faultOf(wrong.kind, ...([wrong.params] as unknown as FaultParams<FaultKind>))).toEqual(wrong);
		expect(await error()).toEqual(wrong);
		expect(lines).toEqual([expect.stringMatching(words)]);
		expect((await images.all()).faulty).toEqual([{ board: D1, fault: wrong }]);
	});

	it('refuses invalid JSON, and accepts the image once it is repaired', async () => {
		const folder = put('own', 'd1-mini');
		writeFileSync(join(folder, 'manifest.json'), '{ "format"');
		expect(await error()).toMatchObject({ kind: 'image-manifest-no-json' });
		put('own', 'd1-mini');
		expect(await error()).toBeUndefined();
		unlinkSync(join(folder, 'firmware.bin'));
		expect(await error()).toMatchObject({ kind: 'image-file-missing', params: { file: 'firmware.bin' } });
	});

	it('falls back to the shipped image if that of the data folder cannot be used', async () => {
		put('own', 'd1-mini', { chip: 'ESP32' });
		put('shipped', 'd1-mini', { version: '0.0.9' });
		expect(await images.find(D1)).toMatchObject({ ok: true, value: { version: '0.0.9' } });
	});
});

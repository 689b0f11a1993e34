import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync } from 'fflate';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type FaultKind, type FaultParams, faultOf } from '../../../protocol/dashboard/faults.ts';
import { changedPack, madePack, relistedPack } from '../../../test/harness/packs/made-pack.ts';
import { type RawFile, rawZip } from '../../../test/harness/packs/raw-zip.ts';
import { checkPack } from './check-pack.ts';
import { LIST_FILE, type PackList } from './pack-list.ts';

let pack: Uint8Array;
let work: string;
let staged: string;
beforeAll(async () => {
	pack = await madePack('0.4.0', '0.3.1', ['d1-mini', 'esp32-devkit']);
});
beforeEach(() => {
	work = mkdtempSync(join(tmpdir(), 'mooring-check-pack-'));
	staged = join(work, 'staged');
	mkdirSync(staged);
});
afterEach(() => rmSync(work, { recursive: true }));

const told: [number, number][] = [];
function check(bytes: Uint8Array) {
	const file = join(work, 'pack.zip');
	writeFileSync(file, bytes);
	told.length = 0;
	return checkPack(file, staged, (done, of) => told.push([done, of]));
}
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
/** the pack as an archive that is crafted file by file */
const raw = (change: (files: RawFile[]) => RawFile[]) =>
	rawZip(change(Object.entries(unzipSync(pack)).map(([path, content]) => ({ path, content }))));
const of = (path: string, says: RawFile['says']) =>
	raw((files) => files.map((file) => (file.path === path ? { ...file, says: says! } : file)));
const PROGRAM = 'images/d1-mini/firmware.bin';

describe('a pack that is whole', () => {
	it('is unpacked with its licences, and says how far it is', async () => {
		const checked = await check(pack);
		expect(checked).toMatchObject({ ok: true, value: { version: '0.4.0', unknown: [], refused: [] } });
		if (!checked.ok) return;
		expect(checked.value.boards.map(({ board, version }) => [board.id, version])).toEqual([
			['d1-mini', '0.3.1'],
			['esp32-devkit', '0.3.1'],
		]);
		expect(readdirSync(join(staged, 'images')).toSorted()).toEqual(['d1-mini', 'esp32-devkit', 'licences']);
		expect(told.at(-1)).toEqual([checked.value.bytes, checked.value.bytes]);
		expect(told.length).toBeGreaterThan(5);
	});

	it('may have been packed anew by another program, with folders and a comment', async () => {
		const folders = ['images/', 'images/d1-mini/'].map((path) => ({ path, content: new Uint8Array() }));
		const anew = raw((files) => [...folders, ...files]);
		const comment = Buffer.from('made by hand');
		anew.writeUInt16LE(comment.length, anew.length - 2);
		expect(await check(Buffer.concat([anew, comment]))).toMatchObject({ ok: true });
	});
});

describe('boards', () => {
	it('that this hub does not know are told by their names, and left out', async () => {
		const files = unzipSync(pack);
		const added = Object.fromEntries(
			Object.entries(files)
				.filter(([path]) => path.startsWith('images/d1-mini/'))
				.map(([path, bytes]) => [path.replace('d1-mini', 'board-of-tomorrow'), bytes]),
		);
		const newer = relistedPack(changedPack(pack, added), (list) => {
			list.boards.push({ ...list.boards[0]!, board: 'board-of-tomorrow', name: 'Board of tomorrow' });
		});
		expect(await check(newer)).toMatchObject({ ok: true, value: { unknown: ['Board of tomorrow'] } });
		expect(existsSync(join(staged, 'images', 'board-of-tomorrow'))).toBe(false);
	});

	it('none of which this hub knows are a reason to refuse it', async () => {
		const strange = relistedPack(
			changedPack(pack, {
				[PROGRAM]: undefined,
				'images/d1-mini/manifest.json': undefined,
				'images/x/a': strToU8('a'),
				...Object.fromEntries(
					Object.keys(unzipSync(pack))
						.filter((path) => path.startsWith('images/esp32-devkit/'))
						.map((path) => [path, undefined]),
				),
			}),
			(list) => {
				const files = [{ file: 'a', bytes: 1, sha256: sha256(strToU8('a')) }];
				list.boards = [{ board: 'x', name: 'X', version: '1', files }];
			},
		);
		expect(await check(strange)).toMatchObject({ error: { kind: 'pack-no-board' } });
	});

	it('whose image does not fit this hub are refused by the rules for any image, and the others are taken', async () => {
		const path = 'images/d1-mini/manifest.json';
		const manifest = JSON.parse(strFromU8(unzipSync(pack)[path]!)) as { configOffset: number };
		const other = strToU8(JSON.stringify({ ...manifest, configOffset: 0xfb000 }));
		const moved = relistedPack(changedPack(pack, { [path]: other }), ({ boards }) => {
			Object.assign(boards[0]!.files[0]!, { bytes: other.length, sha256: sha256(other) });
		});
		const checked = await check(moved);
		expect(checked).toMatchObject({
			ok: true,
			value: { boards: [{ board: { id: 'esp32-devkit' } }], refused: [{ fault: { kind: 'image-config-elsewhere' } }] },
		});
		expect(readdirSync(join(staged, 'images')).toSorted()).toEqual(['esp32-devkit', 'licences']);
	});
});

describe('a pack is refused as a whole, by a code and in words,', () => {
	const flipped = () => {
		const bytes = Uint8Array.from(unzipSync(pack)[PROGRAM]!);
		bytes[100]! ^= 1;
		return bytes;
	};
	const cases: [string, () => Uint8Array, FaultKind][] = [
		['if it is cut off', () => pack.subarray(0, pack.length - 30), 'not-a-pack'],
		['if it is empty', () => new Uint8Array(), 'not-a-pack'],
		['if it is something else', () => strToU8('<html>'.repeat(100)), 'not-a-pack'],
		['if it is an archive without a list', () => changedPack(pack, { [LIST_FILE]: undefined }), 'not-a-pack'],
		['if its directory lies beyond its end', () => rawZip([], { at: 2 ** 31 }), 'not-a-pack'],
		['if its directory has fewer entries than it says', () => rawZip([], { entries: 3 }), 'not-a-pack'],
		['if its list is no JSON', () => changedPack(pack, { [LIST_FILE]: strToU8('{') }), 'pack-damaged'],
		['if its list names no board', () => relistedPack(pack, (list) => void (list.boards = [])), 'pack-list-wrong'],
		[
			'if its version is a path',
			() => relistedPack(pack, (list) => void (list.version = '../../1.0.0')),
			'pack-list-wrong',
		],
		[
			'if a board is a path',
			() => relistedPack(pack, ({ boards }) => void (boards[0]!.board = '../x')),
			'pack-list-wrong',
		],
		[
			'if a board is called like the folder of the licences',
			() => relistedPack(pack, ({ boards }) => void (boards[0]!.board = 'licences')),
			'pack-list-wrong',
		],
		[
			'if a board is listed twice',
			() => relistedPack(pack, ({ boards }) => void boards.push(boards[0]!)),
			'pack-list-wrong',
		],
		[
			'if a file is listed as a path',
			() => relistedPack(pack, ({ boards }) => void (boards[0]!.files[1]!.file = '../key')),
			'pack-list-wrong',
		],
		[
			'if it is of a later format',
			() => relistedPack(pack, () => ({ format: 2, version: '9.1.0', more: {} })),
			'pack-later',
		],
		[
			'if its list says another firmware than the image',
			() => relistedPack(pack, ({ boards }) => void (boards[0]!.version = '0.9.9')),
			'pack-list-wrong',
		],
		['if a file is missing', () => changedPack(pack, { [PROGRAM]: undefined }), 'pack-file-missing'],
		['if it has a file more', () => changedPack(pack, { 'images/d1-mini/run.sh': strToU8('x') }), 'pack-has-more'],
		[
			'if it has a folder more',
			() => raw((files) => [...files, { path: 'etc/', content: new Uint8Array() }]),
			'pack-has-more',
		],
		['if a byte differs', () => changedPack(pack, { [PROGRAM]: flipped() }), 'pack-damaged'],
		['if a checksum differs', () => of(PROGRAM, { crc: 1 }), 'pack-damaged'],
		['if a file is encrypted', () => of(PROGRAM, { flags: 1 }), 'pack-damaged'],
		['if a file is packed in an unknown way', () => of(PROGRAM, { method: 12 }), 'pack-damaged'],
		['if a file lies elsewhere', () => of(PROGRAM, { at: 5 }), 'pack-damaged'],
		['if a file lies beyond its end', () => of(PROGRAM, { at: 2 ** 31 }), 'pack-damaged'],
		['if a file is larger than it says', () => of(LIST_FILE, { bytes: 10 }), 'pack-damaged'],
		['if a file is smaller than it says', () => of(LIST_FILE, { bytes: 100_000 }), 'pack-damaged'],
		['if a file says it is huge', () => of(PROGRAM, { bytes: 2 ** 31 }), 'pack-too-much'],
		['if its list is huge', () => changedPack(pack, { [LIST_FILE]: new Uint8Array(300_000) }), 'pack-too-much'],
		['if it says it has too many files', () => rawZip([], { entries: 60_000 }), 'pack-too-much'],
		['if two files have one name', () => raw((files) => [...files, files[1]!]), 'pack-has-more'],
		...[
			'../../key',
			'/etc/passwd',
			'images\\..\\key',
			'images/../../key',
			'images/./x',
			'.hidden',
			'ä',
			'a'.repeat(200),
			'a\0b',
		].map((path): [string, () => Uint8Array, FaultKind] => [
			`if a file is called ${JSON.stringify(path).slice(0, 20)}`,
			() => raw((files) => [{ path, content: strToU8('x') }, ...files]),
			'pack-has-more',
		]),
	];
	it.each(cases)('%s', async (_, bytes, kind) => {
		const checked = await check(bytes());
		expect(checked).toMatchObject({ ok: false, error: { kind } });
		if (checked.ok) return;
		const { error } = checked;
		expect(error.message).toMatch(/Nothing was changed\.$/);
		// its code and values are enough to say it in another language
		expect(faultOf(error.kind, ...([error.params] as unknown as FaultParams<FaultKind>))).toEqual(error);
	});

	it('if it unpacks to more than it may, before anything is unpacked', async () => {
		const bomb = rawZip(
			Array.from({ length: 20 }, (_, index) => ({
				path: `images/d1-mini/${index}.bin`,
				content: new Uint8Array(100),
				says: { bytes: 15 * 2 ** 20 },
			})),
		);
		expect(await check(bomb)).toMatchObject({ error: { kind: 'pack-too-much', params: { most: 128 } } });
		expect(readdirSync(staged)).toEqual([]);
	});

	it('if a small file unpacks to far more than it says: no more than that is ever unpacked', async () => {
		const zeros = new Uint8Array(15 * 2 ** 20);
		const bomb = raw((files) =>
			files.map((file) =>
				file.path === PROGRAM ? { ...file, content: zeros, says: { bytes: file.content.length } } : file,
			),
		);
		const before = process.memoryUsage().arrayBuffers;
		expect(await check(bomb)).toMatchObject({ error: { kind: 'pack-damaged', params: { entry: PROGRAM } } });
		expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(8 * 2 ** 20);
	});
});

it('names the version of a later pack only if it is one', async () => {
	const later = (version: unknown) =>
		check(relistedPack(pack, (): Partial<PackList> & object => ({ format: 7, version }) as never));
	expect(await later('9.1.0')).toMatchObject({
		error: { message: expect.stringContaining('Mooring 9.1.0') as string },
	});
	for (const odd of ['<b>', 5, undefined, 'x'.repeat(999)])
		expect(await later(odd)).toMatchObject({ error: { kind: 'pack-later', params: { version: null } } });
});

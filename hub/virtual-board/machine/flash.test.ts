import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemRandom } from '../../base/random.ts';
import { openFlashFile } from './flash-file.ts';
import { Flash, REGION, SECTOR_BYTES } from './flash.ts';
import { newHeader, readHeader, writeHeader } from './header.ts';
import { FileStore, MemoryStore, type Store } from './store.ts';

const CONFIG_FILE = Buffer.from('MOOR, and so on');
const ERASED = 0xff;
/** Sectors of the core's layout.h: one that must be synced before the hub hears of it, and one that need not. */
const KEYS = 0;
const MEMORY = 8 * SECTOR_BYTES;

let folder: string;
let failures: string[];
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'mooring-flash-'));
	failures = [];
});
afterEach(() => rmSync(folder, { recursive: true }));

const path = () => join(folder, 'flash');
const open = () =>
	openFlashFile({ path: path(), older: join(folder, 'old'), configFile: CONFIG_FILE, random: systemRandom });
const flashOn = (store: Store) => new Flash(store, CONFIG_FILE, (words) => failures.push(words));

function read(flash: Flash, region: number, offset: number, size: number): number[] {
	const out = new Uint8Array(size);
	expect(flash.read(region, offset, out)).toBe(true);
	return [...out];
}

describe.each([
	['in a file', () => open()],
	['in memory', () => new MemoryStore()],
])('a flash %s', (_, make) => {
	it('is erased if nothing was written, and has its config file', () => {
		const flash = flashOn(make());
		expect(read(flash, REGION.state, 5 * SECTOR_BYTES - 2, 4)).toEqual([ERASED, ERASED, ERASED, ERASED]);
		expect(read(flash, REGION.image, 0x10_0000, 1)).toEqual([ERASED]);
		expect(Buffer.from(read(flash, REGION.config, 0, 4)).toString()).toBe('MOOR');
		expect(read(flash, REGION.config, SECTOR_BYTES - 1, 1)).toEqual([ERASED]);
	});

	it('keeps what is written, sets no bit that is not erased, and is erased by the sector', () => {
		const flash = flashOn(make());
		expect(flash.write(REGION.state, SECTOR_BYTES - 4, Buffer.of(1, 2, 3, 4))).toBe(true);
		expect(flash.write(REGION.state, SECTOR_BYTES, Buffer.of(9))).toBe(true);
		expect(flash.write(REGION.state, SECTOR_BYTES - 4, Buffer.of(2))).toBe(false);
		expect(flash.write(REGION.state, SECTOR_BYTES - 1, Buffer.of(0))).toBe(true);
		expect(read(flash, REGION.state, SECTOR_BYTES - 5, 6)).toEqual([ERASED, 1, 2, 3, 0, 9]);
		expect(flash.erase(REGION.state, 0)).toBe(true);
		expect(read(flash, REGION.state, SECTOR_BYTES - 4, 5)).toEqual([ERASED, ERASED, ERASED, ERASED, 9]);
		expect(failures).toEqual([]);
	});

	it('refuses access outside of it, and writes to its config file', () => {
		const flash = flashOn(make());
		const size = flash.size(REGION.state);
		expect(flash.read(REGION.state, size - 1, new Uint8Array(2))).toBe(false);
		expect(flash.write(REGION.state, size - 1, new Uint8Array(2))).toBe(false);
		expect([flash.erase(REGION.state, size), flash.erase(REGION.state, 7)]).toEqual([false, false]);
		expect([flash.erase(REGION.config, 0), flash.write(REGION.config, 0, Buffer.of(0))]).toEqual([false, false]);
	});
});

describe('the flash file of a board', () => {
	it('has a locally administered MAC, made once, and may be read by its owner alone', () => {
		const mac = readHeader(open())!.mac;
		expect(mac[0]! & 0x03).toBe(0x02);
		expect(readHeader(open())!.mac).toEqual(mac);
		expect(statSync(path()).mode & 0o777).toBe(0o600);
		expect(readdirSync(folder)).toEqual(['flash']);
	});

	it('keeps what was written, and uses no more space on the disk than that', () => {
		flashOn(open()).write(REGION.image, 0x10_0000, Buffer.of(1, 2, 3));
		expect(read(flashOn(open()), REGION.image, 0x10_0000, 4)).toEqual([1, 2, 3, ERASED]);
		expect(statSync(path()).blocks * 512).toBeLessThan(20_000);
	});

	it('that is not a flash is not changed', () => {
		writeFileSync(path(), 'precious');
		expect(readHeader(open())).toBeUndefined();
	});

	it('cannot be created without its folder', () => {
		rmSync(folder, { recursive: true });
		expect(open).toThrow('ENOENT');
		folder = mkdtempSync(join(tmpdir(), 'mooring-flash-'));
	});

	it('is synced to the disk after keys were written, but not for relay states', () => {
		let syncs = 0;
		const store = Object.assign(new FileStore(path()), { sync: () => void syncs++ });
		open();
		const flash = flashOn(store);
		flash.write(REGION.state, MEMORY, Buffer.of(1));
		flash.write(REGION.image, 0, Buffer.of(1));
		flash.sync();
		expect(syncs).toBe(0);
		flash.write(REGION.state, KEYS, Buffer.of(1));
		flash.sync();
		flash.sync();
		expect(syncs).toBe(1);
	});

	it('that cannot be reached says why, and neither reads nor writes', () => {
		const flash = flashOn(open());
		rmSync(path());
		expect(flash.write(REGION.state, 0, Buffer.of(1))).toBe(false);
		expect(failures[0]).toContain('ENOENT');
	});

	it('keeps the header of its boot loader', () => {
		const header = {
			...newHeader(systemRandom),
			registration: new Uint8Array(16).fill(7),
			state: 'on trial' as const,
			running: { version: '2.0.0', flags: 1, trialMs: 5_000 },
			older: { version: '1.0.0', flags: 0, trialMs: 0 },
		};
		writeHeader(open(), header);
		expect(readHeader(open())).toEqual(header);
	});
});

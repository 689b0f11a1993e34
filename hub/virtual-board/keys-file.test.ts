import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemRandom } from '../base/random.ts';
import { KeysFile } from './keys-file.ts';

let folder: string;
let path: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'mooring-keys-'));
	path = join(folder, 'keys.json');
});
afterEach(() => rmSync(folder, { recursive: true }));

const open = () => new KeysFile(path, systemRandom);
const id = (n: number) => new Uint8Array(16).fill(n);
const key = (n: number) => new Uint8Array(32).fill(n);

describe('KeysFile', () => {
	it('makes a locally administered MAC once, in a file only its owner may read', () => {
		const { mac } = open();
		expect(parseInt(mac.slice(0, 2), 16) & 0x03).toBe(0x02);
		expect(open().mac).toBe(mac);
		expect(statSync(path).mode & 0o777).toBe(0o600);
		expect(readdirSync(folder)).toEqual(['keys.json']);
	});

	it('counts boots over restarts', () => {
		open().countBoot();
		expect(open().countBoot()).toBe(2);
	});

	it('keeps the key in use beside the new one until that was accepted', () => {
		const keys = open();
		keys.addDeviceKey(id(1), key(1));
		keys.acceptDeviceKey(id(1));
		keys.addDeviceKey(id(2), key(2));
		expect(open().deviceKeys.map(({ keyId, accepted }) => [keyId[0], accepted])).toEqual([
			[2, false],
			[1, true],
		]);
		keys.acceptDeviceKey(id(2));
		expect(open().deviceKeys.map(({ keyId }) => keyId[0])).toEqual([2]);
	});

	it('keeps a new key on trial when the hub speaks once more under the one in use', () => {
		const keys = open();
		keys.addDeviceKey(id(1), key(1));
		keys.acceptDeviceKey(id(1));
		keys.addDeviceKey(id(2), key(2));
		keys.acceptDeviceKey(id(1));
		expect(open().deviceKeys.map(({ keyId }) => keyId[0])).toEqual([2, 1]);
	});

	it('keeps a relay and how it runs, and takes a file from before that was kept', () => {
		const keys = open();
		const end = { at: 1_000, onMs: 20, leftMs: 500, cause: 3 };
		keys.keepRelay(1, true, end);
		keys.keepRelay(2, true, undefined);
		expect(open().lastRelay(1)).toEqual({ on: true, end });
		keys.keepRelay(1, false, undefined);
		expect(open().lastRelay(1)).toEqual({ on: false, end: undefined });
		const { runs: _, ...older } = JSON.parse(readFileSync(path, 'utf8')) as { runs: unknown };
		writeFileSync(path, JSON.stringify({ ...older, ends: { 2: { at: 1, ms: 2, cause: 3 } } }));
		expect(open().lastRelay(2)).toEqual({ on: true, end: undefined });
	});

	it('keeps the time zone it heard of last', () => {
		expect(open().timeZone).toBeUndefined();
		open().keepTimeZone('UTC0');
		open().keepTimeZone('CET-1');
		expect(open().timeZone).toBe('CET-1');
	});

	it('goes on in memory where the disk takes nothing, says so once, and writes all when it can again', () => {
		const keys = open();
		keys.addDeviceKey(id(1), key(1));
		const words: string[] = [];
		keys.whenUnwritable((text) => words.push(text));
		mkdirSync(`${path}.new`); // no file can take this name now
		keys.keepRelay(1, true, undefined);
		expect(keys.countBoot()).toBe(1);
		expect(keys.addDeviceKey(id(2), key(2))).toBe(false);
		expect(keys.keepConfigure(new Uint8Array(3))).toBe(false);
		keys.acceptDeviceKey(id(1));
		expect(words).toHaveLength(1);
		expect(keys.deviceKeys.map(({ keyId }) => keyId[0])).toEqual([1]);
		expect(keys.configure).toBeUndefined();
		rmSync(`${path}.new`, { recursive: true });
		expect(keys.countBoot()).toBe(2);
		expect(open().lastRelay(1).on).toBe(true);
		expect(open().deviceKeys).toMatchObject([{ accepted: true }]);
	});

	it('new firmware takes the keys and the configuration away, and leaves MAC and relays', () => {
		const keys = open();
		keys.flashedWith(id(7));
		keys.addDeviceKey(id(1), key(1));
		keys.keepConfigure(Uint8Array.of(1));
		keys.keepRelay(1, true, undefined);
		keys.flashedWith(id(7));
		expect(open()).toMatchObject({ deviceKeys: [{ accepted: false }], configure: expect.anything() });
		keys.flashedWith(id(8));
		const after = open();
		expect(after).toMatchObject({ mac: keys.mac, deviceKeys: [], configure: undefined });
		expect(after.lastRelay(1).on).toBe(true);
	});

	it('a file of before firmware was told apart keeps its keys', () => {
		const keys = open();
		keys.addDeviceKey(id(1), key(1));
		keys.flashedWith(id(7));
		expect(open().deviceKeys).toHaveLength(1);
	});

	it('drops a key that was never accepted for a newer one', () => {
		const keys = open();
		keys.addDeviceKey(id(1), key(1));
		keys.addDeviceKey(id(2), key(2));
		expect(open().deviceKeys.map(({ keyId }) => keyId[0])).toEqual([2]);
	});

	it.each(['{"mac":"nonsense"}', '{"mac":"02AA', ''])(
		'refuses a damaged file (%s) in words and leaves it as it is',
		(text) => {
			writeFileSync(path, text);
			expect(open).toThrow(`${path} is no state file of a virtual board, or is damaged.`);
			expect(readFileSync(path, 'utf8')).toBe(text);
		},
	);

	it('is the old file or the new one, whenever power is lost: what a broken write left is not looked at', () => {
		const { mac } = open();
		writeFileSync(`${path}.new`, '{"mac":"02');
		expect(open().mac).toBe(mac);
		expect(open().countBoot()).toBe(1);
		expect(readdirSync(folder)).toEqual(['keys.json']);
	});
});

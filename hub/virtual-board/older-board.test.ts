import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { BootReason, Cause } from '../../protocol/device_pb.ts';
import { ManualClock } from '../base/manual-clock.ts';
import { systemRandom } from '../base/random.ts';
import { VirtualBoard } from './board.ts';
import { FakeHub } from '../../test/harness/boards/virtual-board/fake-hub.ts';
import { openFlashFile } from './machine/flash-file.ts';
import type { OlderState } from './machine/older-state.ts';
import { FIRMWARE_VERSION } from '../../test/harness/images.ts';

/** What a board that the hub of version 0.1.0 played left behind: claimed, configured, its key rotated, three relays on. */
const OLDER = join(import.meta.dirname, '../../test/harness/boards/virtual-board/older-board');
const configFile = readFileSync(join(OLDER, 'config.mooring'));
const older = JSON.parse(readFileSync(join(OLDER, 'keys.json'), 'utf8')) as OlderState;
const [deviceKey] = older.deviceKeys;
const MINUTE = 60_000;
/** The countdown and the longest on-time that were running. */
const COUNTDOWN_MS = 3_600_000;
const LONGEST_MS = 7_200_000;

let folder: string;
let hub: FakeHub;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'mooring-older-'));
	cpSync(join(OLDER, 'keys.json'), join(folder, 'keys.json'));
	hub = new FakeHub();
	hub.known.set(Buffer.from(deviceKey!.keyId, 'base64')[0]!, Buffer.from(deviceKey!.key, 'base64'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const open = (path = 'flash') =>
	openFlashFile({ path: join(folder, path), older: join(folder, 'keys.json'), configFile, random: systemRandom });

/** Starts the board `afterMs` after its relays were switched on. */
function play(afterMs: number, resume = true): { board: VirtualBoard; clock: ManualClock } {
	const clock = new ManualClock(Math.round(older.runs![2]!.at! + afterMs));
	const board = new VirtualBoard({
		...{ configFile, store: open(), clock, random: systemRandom, resume },
		...{ openSocket: hub.openSocket, hub: 'hub.test:8080' },
	});
	board.start();
	return { board, clock };
}

it('a board of an older version keeps its MAC, key, configuration, boots and relays', () => {
	const { board, clock } = play(10 * MINUTE);
	expect(board.code).toBe(`ESP_${older.mac}`);
	expect(hub.link!.credential).toBe('device');
	expect(Buffer.from(hub.link!.keyId).toString('base64')).toBe(deviceKey!.keyId);
	expect(hub.link!.hello).toMatchObject({
		bootCount: older.bootCount + 1,
		bootReason: BootReason.POWER_ON,
		configRevision: 1,
		firmware: FIRMWARE_VERSION,
	});
	expect(hub.heard('beat')[0]).toMatchObject({ clockUnset: false });
	const [first, second, third] = hub.heard('relayState');
	expect([first, second, third].map((relay) => relay?.on)).toEqual([true, true, true]);
	expect(Math.abs(second!.remainingMs! - (COUNTDOWN_MS - 10 * MINUTE))).toBeLessThan(100);
	expect(Math.abs(third!.remainingMs! - (LONGEST_MS - 10 * MINUTE))).toBeLessThan(100);
	clock.advance(COUNTDOWN_MS - 10 * MINUTE + 100);
	expect(hub.heard('relayState').at(-1)).toMatchObject({ relay: 2, on: false, cause: Cause.COUNTDOWN });
	clock.advance(LONGEST_MS - COUNTDOWN_MS);
	expect(hub.heard('relayState').at(-1)).toMatchObject({ relay: 3, on: false, cause: Cause.AUTO_OFF });
	expect(board.setInput(1, true)).toBe(true);
	board.cut();
});

it('the older state is read once, and replaced by the flash file', () => {
	play(0).board.cut();
	expect(readdirSync(folder)).toEqual(['flash']);
	hub.links = [];
	const { board } = play(MINUTE);
	expect(hub.link!.hello.bootCount).toBe(older.bootCount + 2);
	board.cut();
});

it('a relay whose time ran out while the board was off stays off', () => {
	play(2 * LONGEST_MS).board.cut();
	expect(hub.heard('relayState').map(({ on, cause }) => [on, cause])).toEqual([
		[true, Cause.BOOT],
		[false, Cause.COUNTDOWN],
		[false, Cause.AUTO_OFF],
	]);
});

it('a state file that is given by name is replaced by the flash', () => {
	const store = open('keys.json');
	const again = open('keys.json');
	const bytes = [new Uint8Array(8), new Uint8Array(8)];
	store.read(0, bytes[0]!);
	again.read(0, bytes[1]!);
	expect(Buffer.from(bytes[1]!).toString()).toBe('MOORVIRT');
	expect(bytes[0]).toEqual(bytes[1]);
	expect(readdirSync(folder)).toEqual(['keys.json']);
});

it('keeps the version that an update had brought, until the board is flashed with another config file', () => {
	writeFileSync(join(folder, 'keys.json'), JSON.stringify({ ...older, firmware: '9.9.9' }));
	play(0).board.cut();
	expect(hub.link!.hello.firmware).toBe('9.9.9');
});

it('a damaged state is reported and not changed', () => {
	writeFileSync(join(folder, 'keys.json'), '{');
	expect(() => open()).toThrow('is no state of a virtual board, or is damaged.');
	expect(readdirSync(folder)).toEqual(['keys.json']);
	mkdirSync(join(folder, 'flash.new'));
	cpSync(join(OLDER, 'keys.json'), join(folder, 'keys.json'));
	expect(() => open()).toThrow('EISDIR');
	expect(readdirSync(folder).sort()).toEqual(['flash.new', 'keys.json']);
});

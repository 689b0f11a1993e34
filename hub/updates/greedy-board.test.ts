import { pino } from 'pino';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ANNA } from '../../test/harness/records.ts';
import type { FromHub } from '../../protocol/device_pb.ts';
import { TestDevices } from '../../test/harness/devices.ts';
import { Allowance } from '../devices/links/allowance.ts';
import type { LiveDevice } from '../devices/live-device.ts';
import { onBoardConnected } from './on-board-connected.ts';
import { UpdateJob } from './entities.ts';
import { onBoardLost, otaProgress } from './send-image.ts';
import { startUpdates, stopUpdates } from './start-updates.ts';
import { Updates } from './updates.ts';

const CHUNK = 960;
const BYTES = new Uint8Array(100 * CHUNK);
const SECOND = 1_000;
const MINUTE = 60 * SECOND;

let devices: TestDevices;
let updates: Updates;
let greedy: LiveDevice;
let other: LiveDevice;
let sent: FromHub['message'][];
let failures: string[];

beforeEach(async () => {
	devices = await TestDevices.open();
	sent = [];
	failures = [];
	updates = new Updates({
		orm: devices.options.orm,
		clock: devices.clock,
		log: pino({ level: 'silent' }),
		devices,
		imageOf: async () => ({ version: '1.1.0', bytes: BYTES, sha256: new Uint8Array(32), fallsBack: false }),
	});
	updates.events.on('UpdateFailed', ({ reason }) => failures.push(reason.message));
	[greedy, other] = [await devices.add('a', 'Greedy'), await devices.add('b', 'Other')];
	for (const device of [greedy, other]) comes(device);
	await start(greedy, other);
	await expect.poll(() => state(greedy)).toBe('sending');
});
afterEach(() => devices.close());

const start = (...wanted: LiveDevice[]) =>
	startUpdates(updates, { devices: wanted.map(({ record }) => record.id), evenIfOn: false, by: ANNA });
const state = (device: LiveDevice) => updates.view(device.record.id)?.state;
const isOver = () => expect.poll(() => state(greedy)).toBe('failed');
const chunks = () => sent.filter(({ case: kind }) => kind === 'otaChunk').length;

function comes(device: LiveDevice): void {
	device.firmware = '1.0.0';
	device.link = {
		address: '192.0.2.1',
		welcomedAt: 0,
		framesHeard: 0,
		send: (message) => void (device === greedy && sent.push(message)),
		close: () => undefined,
	};
	onBoardConnected(updates, device, false);
}

function goes(device: LiveDevice): void {
	device.link = null;
	onBoardLost(updates, device);
}

function says(nextOffset: number): void {
	otaProgress(updates, greedy, { nextOffset, error: '', done: false });
}

/** How many answers the board is owed: how many more are accepted than from a board that was sent nothing. */
function owed(): number {
	const taken = (allowance: Allowance) => {
		let count = 0;
		while (allowance.take('otaProgress', devices.clock) === 'taken') count++;
		return count;
	};
	return taken(greedy.allowance) - taken(new Allowance());
}

it('fails the update of a board that goes back and forth, after sending little twice', async () => {
	for (let n = 0; n < 2_000; n++) says(n % 2 ? CHUNK : 0);
	await isOver();
	expect(chunks()).toBeLessThan(200);
	expect(failures).toEqual(['The board keeps asking for parts of the update that it already has.']);
});

it('chunks that are sent again do not raise the board’s allowance', () => {
	says(0);
	const before = chunks();
	for (let n = 0; n < 10; n++) [CHUNK, 0].forEach(says);
	expect(chunks()).toBeGreaterThan(before + 10);
	expect(owed()).toBe(before + 1);
});

it('the answer to each new chunk does not count against the allowance', () => {
	for (let n = 0; n < 100; n++) says(n * CHUNK);
	expect(owed()).toBe(100);
});

it('fails a board that only repeats itself after half a minute', async () => {
	for (let n = 0; n < 7; n++) {
		says(0);
		devices.clock.advance(5 * SECOND);
	}
	await isOver();
	expect(failures).toEqual(['The board stopped accepting the update.']);
	await start(other);
	await expect.poll(() => state(other)).toBe('sending');
});

it('fails a board that reconnects ten times and receives nothing', async () => {
	for (let n = 0; n < 56; n++) {
		goes(greedy);
		comes(greedy);
		says(0);
	}
	await isOver();
	expect(failures).toEqual(['The board came back 10 times and accepted no more of the update.']);
	expect(sent.filter(({ case: kind }) => kind === 'otaBegin')).toHaveLength(10);
});

it('updates a board with a bad connection, which receives a part on every link', async () => {
	for (let n = 0; n <= 100; n++) {
		says(n * CHUNK);
		if (n < 100) goes(greedy);
		if (n < 100) comes(greedy);
	}
	expect(state(greedy)).toBe('checking');
	expect(failures).toEqual([]);
});

it('fails a board that receives a byte now and then after half an hour', async () => {
	for (let n = 0; n < 61; n++) {
		says(n);
		devices.clock.advance(29.9 * SECOND);
	}
	await isOver();
	expect(failures).toEqual(['The board did not receive the whole update in 30 minutes.']);
});

it('a board that is away when its half hour ends has not failed, and others go first', async () => {
	says(CHUNK);
	for (let n = 0; n < 6; n++) {
		goes(greedy);
		devices.clock.advance(5 * MINUTE - SECOND);
		comes(greedy);
		says((n + 2) * CHUNK);
	}
	goes(greedy);
	devices.clock.advance(MINUTE);
	await expect.poll(() => state(other)).toBe('sending');
	expect(state(greedy)).toBe('waiting');
	expect(failures).toEqual([]);
});

it('"stop" ends the update under way with that reason, and another one can begin at once', async () => {
	says(CHUNK);
	await stopUpdates(updates);
	await expect.poll(() => state(greedy)).toBe('skipped');
	expect(updates.view(greedy.record.id)?.reason).toBe('It was stopped.');
	expect(failures).toEqual(['It was stopped.']); // its beginning is in the history, and so is its end
	expect(updates.view(other.record.id)).toBeNull();
	expect(await devices.options.orm.em.fork().count(UpdateJob)).toBe(0);
	const before = chunks();
	says(2 * CHUNK); // was on its way
	expect(chunks()).toBe(before);
	await start(other);
	await expect.poll(() => state(other)).toBe('sending');
});

it('"stop" does not stop a board that is checking the image', async () => {
	says(BYTES.length);
	await stopUpdates(updates);
	expect(state(greedy)).toBe('checking');
	devices.clock.advance(MINUTE);
	await isOver();
});

import { createHash } from 'node:crypto';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ANNA } from '../../test/harness/records.ts';
import type { FromHub } from '../../protocol/device_pb.ts';
import { TestDevices } from '../../test/harness/devices.ts';
import type { BoardLink } from '../devices/links/board-link.ts';
import type { LiveDevice } from '../devices/live-device.ts';
import { onBoardConnected } from './on-board-connected.ts';
import { UpdateJob } from './entities.ts';
import { loadUpdates } from './load-updates.ts';
import { haltUpdates } from './run-next.ts';
import { onBoardLost, otaProgress } from './send-image.ts';
import { startUpdates } from './start-updates.ts';
import { Updates } from './updates.ts';

const OLD = '1.0.0';
const NEW = '1.1.0';
const BYTES = new Uint8Array(5_000);
const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const DAY = 24 * 60 * MINUTE;

let devices: TestDevices;
let updates: Updates;
let failures: string[];
let sent: Map<LiveDevice, FromHub['message'][]>;

beforeEach(async () => {
	devices = await TestDevices.open();
	sent = new Map();
	failures = [];
	updates = makeUpdates();
});
afterEach(() => devices.close());

/** Makes the updates as the hub does at its start. */
function makeUpdates(): Updates {
	const sha256 = createHash('sha256').update(BYTES).digest();
	const made = new Updates({
		orm: devices.options.orm,
		clock: devices.clock,
		log: pino({ level: 'silent' }),
		devices,
		imageOf: async () => ({ version: NEW, bytes: BYTES, sha256, fallsBack: false }),
	});
	made.events.on('UpdateFailed', ({ device, reason }) => failures.push(`${device.record.name}: ${reason.message}`));
	return made;
}

async function restartHub(): Promise<void> {
	haltUpdates(updates);
	for (const device of devices.byId.values()) device.link = null;
	updates = makeUpdates();
	await loadUpdates(updates);
	devices.clock.advance(2 * SECOND);
}

function comes(device: LiveDevice, firmware = OLD): void {
	device.firmware = firmware;
	device.link = {
		address: '192.0.2.1',
		welcomedAt: 0,
		framesHeard: 0,
		send: (message) => sent.set(device, [...(sent.get(device) ?? []), message]),
		close: () => undefined,
	} satisfies BoardLink;
	onBoardConnected(updates, device, true);
}

function goes(device: LiveDevice): void {
	device.link = null;
	onBoardLost(updates, device);
}

function told(device: LiveDevice, nextOffset: number, change: { error?: string; done?: boolean } = {}): void {
	if (change.done) told(device, nextOffset); // that it has all of it: then it is told to check it
	otaProgress(updates, device, { nextOffset, error: '', done: false, ...change });
}

const state = (device: LiveDevice) => updates.view(device.record.id)?.state;
const begins = (device: LiveDevice) => (sent.get(device) ?? []).filter(({ case: kind }) => kind === 'otaBegin').length;
const start = (...wanted: LiveDevice[]) =>
	startUpdates(updates, { devices: wanted.map(({ record }) => record.id), evenIfOn: false, by: ANNA });

/** Waits until pending work is done, before checking that something has not happened. */
async function written(): Promise<void> {
	for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
}

async function until(condition: () => boolean): Promise<void> {
	await expect.poll(condition, { interval: 5 }).toBe(true);
}

async function twoBoards(): Promise<[LiveDevice, LiveDevice]> {
	const [first, second] = [await devices.add('a', 'First'), await devices.add('b', 'Second')];
	for (const device of [first, second]) comes(device);
	return [first, second];
}

it('the queue keeps its order over a restart of the hub, whatever has ended and was added meanwhile', async () => {
	const [first, second] = await twoBoards();
	const [third, fourth] = [await devices.add('c', 'Third'), await devices.add('d', 'Fourth')];
	third.firmware = fourth.firmware = OLD;
	await start(first, second, third);
	await until(() => state(first) === 'sending');
	told(first, BYTES.length, { done: true });
	comes(first, NEW);
	await until(() => state(second) === 'sending');
	await start(fourth);
	await restartHub();
	expect(updates.queue.map(({ device }) => device.record.name)).toEqual(['Second', 'Third', 'Fourth']);
});

describe('a board that is away', () => {
	it('at its turn does not block others, and is updated when it connects a day later', async () => {
		const [first, second] = await twoBoards();
		goes(first);
		await start(first, second);
		await until(() => state(second) === 'sending');
		expect(state(first)).toBe('waiting');
		told(second, BYTES.length, { done: true });
		comes(second, NEW);
		await until(() => state(second) === 'done');
		devices.clock.advance(DAY);
		expect(state(first)).toBe('waiting');
		comes(first);
		devices.clock.advance(2 * SECOND);
		await until(() => state(first) === 'sending');
		expect(failures).toEqual([]);
	});

	it('is skipped if a relay of it is on when it connects', async () => {
		const [first] = await twoBoards();
		goes(first);
		await start(first);
		comes(first);
		first.relays[0]!.reported = true; // told right after its first beat
		devices.clock.advance(2 * SECOND);
		await until(() => state(first) === 'skipped');
		expect(begins(first)).toBe(0);
	});

	it('since the middle of its update lets others go first after ten minutes, and continues a day later', async () => {
		const [first, second] = await twoBoards();
		await start(first, second);
		await until(() => state(first) === 'sending');
		told(first, 1_920);
		goes(first);
		devices.clock.advance(9 * MINUTE);
		await written();
		expect([state(first), state(second)]).toEqual(['sending', 'waiting']);
		devices.clock.advance(2 * MINUTE);
		await until(() => state(second) === 'sending');
		expect(state(first)).toBe('waiting');
		told(second, BYTES.length, { done: true });
		comes(second, NEW);
		await until(() => state(second) === 'done');
		devices.clock.advance(DAY);
		comes(first);
		devices.clock.advance(2 * SECOND);
		await until(() => begins(first) === 2);
		told(first, BYTES.length, { done: true });
		comes(first, NEW);
		await until(() => state(first) === 'done');
		expect(failures).toEqual([]);
	});
});

describe('an update fails', () => {
	it.each([
		['more than there is', BYTES.length + 1],
		['nothing that is a number of bytes', null],
	])('if the board says that it has %s, and no more than 100 % is shown', async (_, nextOffset) => {
		const [first] = await twoBoards();
		await start(first);
		await until(() => state(first) === 'sending');
		otaProgress(updates, first, { nextOffset, error: '', done: false });
		await until(() => state(first) === 'failed');
		expect(failures).toEqual(['First: The board reported more data than the update has.']);
	});

	it('if the board says that it has checked it before it had all of it, and is not shown as restarting', async () => {
		const [first] = await twoBoards();
		await start(first);
		await until(() => state(first) === 'sending');
		otaProgress(updates, first, { nextOffset: 0, error: '', done: true });
		await until(() => state(first) === 'failed');
		expect(failures[0]).toContain('before it had all of it');
	});

	it('if the board is connected but receives nothing, and no other one is begun', async () => {
		const [first, second] = await twoBoards();
		await start(first, second);
		await until(() => state(first) === 'sending');
		devices.clock.advance(31 * SECOND);
		await until(() => state(second) === 'skipped');
		expect(failures).toEqual(['First: The board did not accept the update.']);
		expect(begins(second)).toBe(0);
	});

	it('and can be started again, with those that were skipped', async () => {
		const [first, second] = await twoBoards();
		await start(first, second);
		await until(() => state(first) === 'sending');
		told(first, 960, { error: 'The image is damaged: its SHA-256 is another one.' });
		await until(() => state(first) === 'failed' && state(second) === 'skipped');
		await start(first, second);
		await until(() => begins(first) === 2);
		expect(state(second)).toBe('waiting');
	});
});

describe('a restart of the hub', () => {
	it('in the middle of a queue loses nobody in it', async () => {
		const [first, second] = await twoBoards();
		await start(first, second);
		await until(() => state(first) === 'sending');
		await restartHub();
		expect([state(first), state(second)]).toEqual(['waiting', 'waiting']);
		comes(second);
		devices.clock.advance(2 * SECOND);
		await until(() => state(second) === 'sending');
		comes(first);
		told(second, BYTES.length, { done: true });
		comes(second, NEW);
		await until(() => state(second) === 'done' && state(first) === 'sending');
	});

	/** The board has said that it starts its new firmware; then the hub is restarted. */
	async function restartedAfterDone(): Promise<[LiveDevice, LiveDevice]> {
		const [first, second] = await twoBoards();
		await start(first, second);
		await until(() => state(first) === 'sending');
		told(first, BYTES.length, { done: true });
		await expect.poll(() => devices.options.orm.em.fork().count(UpdateJob, { restarting: true })).toBe(1);
		await restartHub();
		await until(() => state(first) === 'restarting');
		return [first, second];
	}

	it('while a board restarts: it is done when it is back', async () => {
		const [first, second] = await restartedAfterDone();
		comes(first, NEW);
		comes(second);
		await until(() => state(first) === 'done' && state(second) === 'sending');
	});

	it('while a board restarts: it has failed if it comes back with its older firmware, or never', async () => {
		const [first, second] = await restartedAfterDone();
		comes(second);
		comes(first, OLD);
		await until(() => state(first) === 'failed' && state(second) === 'skipped');
		await start(first);
		await until(() => state(first) === 'sending');
		told(first, BYTES.length, { done: true });
		await expect.poll(() => devices.options.orm.em.fork().count(UpdateJob, { restarting: true })).toBe(1);
		await restartHub();
		await until(() => state(first) === 'restarting');
		devices.clock.advance(3 * MINUTE);
		await until(() => state(first) === 'failed');
		expect(failures).toEqual([
			`First: The board came back with its older firmware, ${OLD}.`,
			'First: The board did not come back after it started its new firmware.',
		]);
	});

	it('that takes long: a board that came back meanwhile with its new firmware is done', async () => {
		const [first] = await twoBoards();
		await start(first);
		await until(() => state(first) === 'sending');
		first.firmware = NEW; // it was heard last with it
		await restartHub();
		comes(first, NEW);
		devices.clock.advance(2 * SECOND);
		await until(() => state(first) === 'done');
	});
});

it('a hub that stops fails no update, however long it takes', async () => {
	const [first, second] = await twoBoards();
	await start(first, second);
	await until(() => state(first) === 'sending');
	haltUpdates(updates);
	devices.clock.advance(DAY);
	goes(first);
	devices.clock.advance(DAY);
	await written();
	expect(failures).toEqual([]);
	expect([state(first), state(second)]).toEqual(['sending', 'waiting']);
});

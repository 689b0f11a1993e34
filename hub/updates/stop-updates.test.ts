import { createHash } from 'node:crypto';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ANNA } from '../../test/harness/records.ts';
import { TestDevices } from '../../test/harness/devices.ts';
import { Events } from '../base/events.ts';
import { dependentsOn } from '../wiring/device-dependents.ts';
import { deleteDevice } from '../devices/delete-device.ts';
import type { LiveDevice } from '../devices/live-device.ts';
import type { UpdateImage } from '../firmware-images/update-image.ts';
import { Scenes } from '../scenes/scenes.ts';
import { UpdateJob } from './entities.ts';
import { startUpdates, stopUpdates } from './start-updates.ts';
import { Updates } from './updates.ts';

const BYTES = new Uint8Array(5_000);
const IMAGE = {
	version: '1.1.0',
	bytes: BYTES,
	sha256: createHash('sha256').update(BYTES).digest(),
	fallsBack: false,
} satisfies UpdateImage;

let devices: TestDevices;
let updates: Updates;
let first: LiveDevice;
let second: LiveDevice;
/** reads of the image that are under way; each continues when it is called */
let reads: (() => void)[];
/** kinds of the messages that boards were sent */
let sent: string[];
/** devices whose card was announced again */
let told: string[];

beforeEach(async () => {
	devices = await TestDevices.open();
	[reads, sent, told] = [[], [], []];
	const imageOf = () => new Promise<UpdateImage>((resolve) => reads.push(() => resolve(IMAGE)));
	updates = new Updates({ ...devices.options, log: pino({ level: 'silent' }), devices, imageOf });
	const scenes = new Scenes({ ...devices.options, devices });
	devices.dependents = dependentsOn(scenes, updates, { events: new Events() });
	updates.events.on('UpdateChanged', ({ device }) => told.push(device.record.id));
	[first, second] = [await devices.add('first'), await devices.add('second')];
	for (const device of [first, second]) {
		device.firmware = '1.0.0';
		device.link = {
			address: '192.0.2.1',
			welcomedAt: 0,
			framesHeard: 0,
			send: (message) => void sent.push(message.case!),
			close: () => undefined,
		};
	}
});
afterEach(() => devices.close());

const state = (device: LiveDevice) => updates.view(device.record.id)?.state;
const stored = () => devices.options.orm.em.fork().count(UpdateJob);
const start = (...wanted: LiveDevice[]) =>
	startUpdates(updates, { devices: wanted.map(({ record }) => record.id), evenIfOn: false, by: ANNA });

/** Waits until nothing goes on any more but reads of the image. */
async function settled(): Promise<void> {
	for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
}

async function readImage(): Promise<void> {
	await expect.poll(() => reads.length, { interval: 5 }).toBe(1);
	reads.shift()!();
	await settled();
}

/** Both are in the queue, and the image is read for the first one's turn. */
async function firstsTurn(): Promise<void> {
	const started = start(first, second);
	for (let n = 0; n < 2; n++) await readImage(); // which of them are outdated
	await started;
	await expect.poll(() => reads.length, { interval: 5 }).toBe(1);
}

describe('while the image is read for a device’s turn', () => {
	beforeEach(firstsTurn);

	it('stop also stops this device', async () => {
		expect(state(first)).toBe('waiting');
		await stopUpdates(updates);
		await readImage();
		expect([state(first), state(second)]).toEqual([undefined, undefined]);
		expect([sent, await stored()]).toEqual([[], 0]);
	});

	it('stop by somebody who may not update this device stops only the others', async () => {
		await stopUpdates(updates, { mayUpdate: (device) => device === second });
		expect([state(first), state(second), await stored()]).toEqual(['waiting', undefined, 1]);
		await readImage();
		await stopUpdates(updates, { mayUpdate: (device) => device === second });
		expect(state(first)).toBe('sending');
		await stopUpdates(updates, { mayUpdate: (device) => device === first });
		expect([state(first), await stored()]).toEqual(['skipped', 0]);
	});

	it('the device is not queued a second time', async () => {
		const again = start(first);
		await settled();
		for (let left = reads.length; left > 0; left--) reads.shift()!();
		expect((await again).ok).toBe(false);
		await settled();
		expect(state(first)).toBe('sending');
		expect(updates.queue.map(({ device }) => device)).toEqual([second]);
	});

	it('a device that is deleted stays gone, and the next one is updated', async () => {
		await deleteDevice(devices, 'first', ANNA, async () => undefined);
		told.length = 0;
		await readImage(); // for the first
		await readImage(); // for the second
		expect(told).not.toContain('first');
		expect(state(second)).toBe('sending');
	});
});

it('stop also stops updates that are just being queued', async () => {
	const started = start(first);
	await expect.poll(() => reads.length, { interval: 5 }).toBe(1);
	const stopping = stopUpdates(updates);
	await readImage();
	await Promise.all([started, stopping]);
	for (const read of reads) read();
	await settled();
	expect([state(first), sent, await stored()]).toEqual([undefined, [], 0]);
});

it('all that are outdated are only those that whoever asks may update', async () => {
	const mayUpdate = (device: LiveDevice) => device === second;
	const started = startUpdates(updates, { devices: 'outdated', evenIfOn: false, by: ANNA, mayUpdate });
	for (let n = 0; n < 2; n++) await readImage(); // once for all, and once for the one
	expect((await started).ok).toBe(true);
	expect([state(first), state(second)]).toEqual([undefined, 'waiting']);
	const named = startUpdates(updates, { devices: ['second', 'first'], evenIfOn: false, by: ANNA, mayUpdate });
	expect(await named).toMatchObject({ ok: false, error: { kind: 'not-your-device' } });
});

it('a stop that cannot be written stops nothing, so that nothing returns after a restart', async () => {
	await firstsTurn();
	await devices.options.orm.em
		.fork()
		.execute(`CREATE TRIGGER full BEFORE DELETE ON update_job BEGIN SELECT RAISE(ABORT, 'full'); END`);
	await expect(stopUpdates(updates)).rejects.toThrow('full');
	expect([state(first), state(second)]).toEqual(['waiting', 'waiting']);
	expect(await stored()).toBe(2);
});

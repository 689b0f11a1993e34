import { beforeEach, expect, it } from 'vitest';
import { devicesInMemory, planOf, recordOf } from '../../../test/harness/records.ts';
import { ManualClock } from '../../base/manual-clock.ts';
import type { BoardLink } from '../links/board-link.ts';
import type { Devices, DevicesOptions } from '../devices.ts';
import { LiveDevice } from '../live-device.ts';
import { configApplied } from './config-applied.ts';

const TRY_AGAIN_MS = 10_000;
const APPLIED = { revision: 1, error: '' };

let clock: ManualClock;
let devices: Devices;
let device: LiveDevice;
/** the disk is full */
let isFull: boolean;
let tries: number;

const link = (): BoardLink => ({
	address: '192.168.1.9',
	welcomedAt: 0,
	framesHeard: 0,
	send: () => undefined,
	close: () => undefined,
});

beforeEach(() => {
	clock = new ManualClock();
	devices = devicesInMemory(clock);
	isFull = true;
	tries = 0;
	const transactional = async () => {
		tries++;
		if (isFull) throw Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' });
	};
	devices.options.orm = { em: { fork: () => ({ transactional }) } } as unknown as DevicesOptions['orm'];
	device = new LiveDevice(recordOf({ plan: planOf({}), revision: 1 }), clock.now());
	device.link = link();
	device.presence = 'online';
	device.sentRevision = 1;
	devices.byId.set('d', device);
});

/** Lets what the clock has begun come to its end. */
const settled = () => devices.locks.run('d', async () => undefined);

it('saves later what the board runs where the disk is full, without asking the board again', async () => {
	await configApplied(devices, device, APPLIED);
	expect(device.record.appliedRevision).toBe(0);
	isFull = false;
	clock.advance(TRY_AGAIN_MS - 1);
	await settled();
	expect(tries).toBe(1);
	clock.advance(1);
	await settled();
	expect(device.record.appliedRevision).toBe(1);
	expect(device.sentRevision).toBeNull();
});

it('goes on trying while the disk is full', async () => {
	await configApplied(devices, device, APPLIED);
	for (let round = 0; round < 3; round++) {
		clock.advance(TRY_AGAIN_MS);
		await settled();
	}
	expect(tries).toBe(4);
});

it('leaves it to a board that has connected again to say what it runs', async () => {
	await configApplied(devices, device, APPLIED);
	isFull = false;
	device.link = link();
	clock.advance(TRY_AGAIN_MS);
	await settled();
	expect(tries).toBe(1);
});

it('counts only the first answer to a configuration', async () => {
	isFull = false;
	await configApplied(devices, device, APPLIED);
	await configApplied(devices, device, APPLIED);
	expect(tries).toBe(1);
});

import { beforeEach, expect, it } from 'vitest';
import { devicesInMemory, planOf, recordOf } from '../../../test/harness/records.ts';
import { Cause, type FromHub, type SetClock } from '../../../protocol/device_pb.ts';
import { ManualClock } from '../../base/manual-clock.ts';
import { LiveDevice } from '../live-device.ts';
import type { Devices } from '../devices.ts';
import { reportRelay } from '../relays/report-relay.ts';
import { keepClocks } from './tell-clock.ts';

const DAY_MS = 86_400_000;
const LOOK_MS = 5_000;
const PUMP = { id: 1, name: 'Pump', gpio: 0, activeLow: false };
let clock: ManualClock;
let devices: Devices;
let told: SetClock[];

beforeEach(() => {
	clock = new ManualClock();
	devices = devicesInMemory(clock);
	devices.options.place = () => ({ timeZone: 'UTC0', at: null });
	const device = new LiveDevice(recordOf({ plan: planOf({ relays: [PUMP] }) }), clock.now());
	device.link = {
		address: '192.168.1.9',
		welcomedAt: 0,
		framesHeard: 0,
		send: (message: FromHub['message']) => void (message.case === 'setClock' && told.push(message.value)),
		close: () => undefined,
	};
	devices.byId.set('d', device);
	told = [];
	keepClocks(devices);
});

it('sends the boards the time once a day', () => {
	clock.advance(DAY_MS - LOOK_MS);
	expect(told).toEqual([]);
	clock.advance(LOOK_MS);
	expect(told).toMatchObject([{ hubTimeMs: BigInt(clock.now()) }]);
	clock.advance(DAY_MS - LOOK_MS);
	expect(told).toHaveLength(1);
	clock.advance(LOOK_MS);
	expect(told).toHaveLength(2);
});

it.each([
	['forward', 2_001],
	['back', -2_001],
	['by days', 3 * DAY_MS],
])('sends it when the clock of the machine is set %s', (_, ms) => {
	clock.stepWall(ms);
	clock.advance(LOOK_MS);
	expect(told).toMatchObject([{ hubTimeMs: BigInt(clock.now()) }]);
	clock.advance(LOOK_MS);
	expect(told).toHaveLength(1);
});

it('adds up small steps, and sends nothing below two seconds', () => {
	for (const step of [1_000, -1_500, 1_500, 900]) {
		clock.stepWall(step);
		clock.advance(LOOK_MS);
		expect(told).toEqual([]);
	}
	clock.stepWall(200);
	clock.advance(LOOK_MS);
	expect(told).toHaveLength(1);
});

it.each(['before', 'after'])(
	'the end of a countdown that was reported %s the step moves with the clock once',
	(when) => {
		const device = devices.byId.get('d')!;
		const report = { relay: 1, on: true, cause: Cause.COMMAND, commandId: null, changedMs: 0, waitingMs: null };
		const countsDown = () => reportRelay(devices, device, { ...report, remainingMs: 3_600_000 });
		if (when === 'before') countsDown();
		clock.stepWall(DAY_MS);
		if (when === 'after') countsDown();
		clock.advance(LOOK_MS);
		expect(device.relay(1)!.offAt).toBe(clock.now() + 3_600_000 - LOOK_MS);
	},
);

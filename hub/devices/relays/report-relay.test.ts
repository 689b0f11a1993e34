import { create } from '@bufbuild/protobuf';
import { beforeEach, describe, expect, it } from 'vitest';
import { Cause, FromDeviceSchema, RelayStateSchema } from '../../../protocol/device_pb.ts';
import { devicesInMemory, planOf, recordOf } from '../../../test/harness/records.ts';
import { ManualClock } from '../../base/manual-clock.ts';
import { boundMessage } from '../../link/board-message.ts';
import type { Devices } from '../devices.ts';
import { LiveDevice } from '../live-device.ts';
import { reportRelay } from './report-relay.ts';

let clock: ManualClock;
let devices: Devices;
let device: LiveDevice;
let countdowns: { forMs: number; by: unknown; cause: unknown }[];

beforeEach(() => {
	clock = new ManualClock();
	devices = devicesInMemory(clock);
	const plan = planOf({ relays: [{ id: 1, name: 'Pump', gpio: 5, activeLow: false }] });
	device = new LiveDevice(recordOf({ plan }), 0);
	countdowns = [];
	devices.events.on('CountdownSet', ({ relay, forMs, by }) => countdowns.push({ forMs, by, cause: relay.cause }));
});

function report(cause: Cause, remainingMs?: number): void {
	const changedMs = BigInt(clock.now());
	const message = create(RelayStateSchema, { relay: 1, on: true, cause, remainingMs, changedMs });
	const bounded = boundMessage(create(FromDeviceSchema, { message: { case: 'relayState', value: message } }));
	if (bounded.case === 'relayState') reportRelay(devices, device, bounded.value);
}

describe('a relay that is on with a countdown', () => {
	beforeEach(() => report(Cause.COMMAND, 1_200_000));

	it('stays on by a schedule, which is told: its countdown is gone, and the schedule is the cause', () => {
		clock.advance(60_000);
		report(Cause.SCHEDULE);
		expect(countdowns).toEqual([{ forMs: 0, by: null, cause: 'schedule' }]);
		expect(device.relays[0]).toMatchObject({ reported: true, cause: 'schedule', by: null, offAt: null });
		report(Cause.SCHEDULE);
		expect(countdowns).toHaveLength(1);
	});

	it('gets another end by a wall switch, which is told', () => {
		report(Cause.INPUT, 300_000);
		expect(countdowns).toEqual([{ forMs: 300_000, by: null, cause: 'input' }]);
	});

	it('is reported again with the same end, of which nothing is told', () => {
		clock.advance(60_000);
		report(Cause.SCHEDULE, 1_140_000);
		expect(countdowns).toEqual([]);
	});
});

it('what a relay does when the hub hears of it for the first time since its start is no change', () => {
	device.relays[0]!.reported = true;
	report(Cause.SCHEDULE, 300_000);
	expect(countdowns).toEqual([]);
});

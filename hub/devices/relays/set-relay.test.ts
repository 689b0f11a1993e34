import { create } from '@bufbuild/protobuf';
import { beforeEach, describe, expect, it } from 'vitest';
import { LIMITS } from '../../../protocol/dashboard/limits.ts';
import { Cause, FromDeviceSchema, type FromHub, RelayStateSchema, type SetRelay } from '../../../protocol/device_pb.ts';
import { ManualClock } from '../../base/manual-clock.ts';
import { boundMessage } from '../../link/board-message.ts';
import { COMMANDS_IN_FLIGHT } from '../links/allowance.ts';
import { disconnectBoard } from '../links/disconnect-board.ts';
import type { Devices } from '../devices.ts';
import { ANNA, BEN, devicesInMemory, planOf, recordOf } from '../../../test/harness/records.ts';
import { LiveDevice } from '../live-device.ts';
import { reportRelay } from './report-relay.ts';
import { ANSWER_DEADLINE_MS, FAILURE_SHOWN_MS, setRelay } from './set-relay.ts';

let clock: ManualClock;
let devices: Devices;
let device: LiveDevice;
let sent: SetRelay[];
let told: { wanted: boolean | undefined; reported: boolean | null; failure: string | null }[];
let outcomes: string[];

const link = {
	address: '192.168.1.9',
	welcomedAt: 0,
	framesHeard: 0,
	send: (message: FromHub['message']) => void (message.case === 'setRelay' && sent.push(message.value)),
	close: () => undefined,
};

beforeEach(() => {
	clock = new ManualClock();
	devices = devicesInMemory(clock);
	const plan = planOf({ relays: [{ id: 1, name: 'Pump', gpio: 5, activeLow: false }] });
	device = new LiveDevice(recordOf({ plan }), 0);
	device.link = link;
	device.presence = 'online';
	devices.byId.set('d', device);
	sent = [];
	told = [];
	outcomes = [];
	report({ on: false, cause: Cause.BOOT });
	devices.events.on('RelayChanged', ({ relay }) =>
		told.push({ wanted: relay.command?.on, reported: relay.reported, failure: relay.failure }),
	);
});

const relay = () => device.relays[0]!;
const ask = (on: boolean, by = ANNA) =>
	setRelay(devices, { device: 'd', relay: 1, on, by }, (outcome) => outcomes.push(outcome));

function report(state: {
	on: boolean;
	cause?: Cause;
	commandId?: number;
	remainingMs?: number;
	waitingMs?: number;
	changedMs?: bigint;
}): void {
	const message = create(RelayStateSchema, { relay: 1, cause: Cause.COMMAND, ...state });
	const bounded = boundMessage(create(FromDeviceSchema, { message: { case: 'relayState', value: message } }));
	if (bounded.case === 'relayState') reportRelay(devices, device, bounded.value);
}

describe('setRelay', () => {
	it('sends a command with a deadline in session time, and is done when the board has reported it', () => {
		clock.advance(5_000);
		expect(ask(true).ok).toBe(true);
		expect(sent).toMatchObject([{ relay: 1, on: true, deadlineMs: BigInt(5_000 + ANSWER_DEADLINE_MS) }]);
		expect(relay().reported).toBe(false);
		report({ on: true, commandId: sent[0]!.commandId });
		expect(relay()).toMatchObject({ reported: true, command: null, by: ANNA, cause: 'command', failure: null });
		expect(outcomes).toEqual(['done']);
	});

	it('announces a command that is answered at once as one event, a slow one as under way first', () => {
		ask(true);
		report({ on: true, commandId: sent[0]!.commandId });
		expect(told).toEqual([{ wanted: undefined, reported: true, failure: null }]);
		told.length = 0;
		ask(false);
		clock.advance(200);
		expect(told).toEqual([{ wanted: false, reported: true, failure: null }]);
	});

	it('falls back exactly at the deadline, says why, and stops saying so', () => {
		ask(true);
		clock.advance(ANSWER_DEADLINE_MS - 1);
		expect(relay().failure).toBeNull();
		clock.advance(1);
		expect(relay()).toMatchObject({ reported: false, command: null, failure: 'no-answer' });
		expect(outcomes).toEqual(['no-answer']);
		clock.advance(FAILURE_SHOWN_MS);
		expect(relay().failure).toBeNull();
		expect(told.at(-1)).toEqual({ wanted: undefined, reported: false, failure: null });
	});

	it('a step of the wall clock changes nothing', () => {
		ask(true);
		clock.stepWall(-86_400_000);
		clock.advance(ANSWER_DEADLINE_MS - 1);
		expect(relay().command).not.toBeNull();
	});

	it('ends, however often the board says that it waits for a dead time', () => {
		ask(true);
		const [{ commandId }] = sent as [SetRelay];
		const wait = () => report({ on: false, commandId, waitingMs: LIMITS.deadTimeMs });
		for (let waited = 0; waited < LIMITS.deadTimeMs; waited += 2_000) {
			wait();
			clock.advance(2_000);
		}
		expect(outcomes).toEqual([]);
		wait();
		clock.advance(ANSWER_DEADLINE_MS);
		expect(outcomes).toEqual(['no-answer']);
	});

	it('takes a report that comes too late all the same', () => {
		ask(true);
		clock.advance(ANSWER_DEADLINE_MS);
		report({ on: true, commandId: sent[0]!.commandId });
		expect(relay()).toMatchObject({ reported: true, failure: null });
	});

	it('shows a command as refused if the board answers without doing it', () => {
		ask(true);
		report({ on: false, cause: Cause.BOOT, commandId: sent[0]!.commandId });
		expect(relay()).toMatchObject({ reported: false, failure: 'refused' });
		expect(outcomes).toEqual(['refused']);
	});

	it('a newer command replaces an older one, whose answer settles nothing', () => {
		ask(true);
		ask(false, BEN);
		expect(outcomes).toEqual(['refused']);
		report({ on: true, commandId: sent[0]!.commandId });
		expect(relay().command).not.toBeNull();
		report({ on: false, commandId: sent[1]!.commandId });
		expect(relay()).toMatchObject({ reported: false, by: BEN, command: null });
		expect(outcomes).toEqual(['refused', 'done']);
	});

	it('is refused while too many commands are unanswered, and the one under way stays', () => {
		for (let n = 0; n < COMMANDS_IN_FLIGHT; n++) expect(ask(n % 2 === 0).ok).toBe(true);
		const { command } = relay();
		expect(ask(true, BEN)).toMatchObject({
			error: { kind: 'commands-not-answered', message: expect.stringContaining('not answered') },
		});
		expect(relay().command).toBe(command);
		report({ on: true, commandId: sent[0]!.commandId });
		expect(ask(true, BEN).ok).toBe(true);
		expect(ask(true, BEN).ok).toBe(false);
		clock.advance(ANSWER_DEADLINE_MS);
		expect(ask(true, BEN).ok).toBe(true);
		expect(sent).toHaveLength(COMMANDS_IN_FLIGHT + 2);
	});

	it('a lost link ends the command under way', () => {
		ask(true);
		disconnectBoard(devices, device, link, false);
		expect(relay()).toMatchObject({ reported: false, command: null, failure: 'link-lost' });
		expect(device.presence).toBe('away');
		expect(ask(true)).toMatchObject({ ok: false, error: { kind: 'not-connected-not-switched' } });
	});

	it('shows the cause of a change that nobody commanded, and no person', () => {
		ask(true);
		report({ on: true, commandId: sent[0]!.commandId, remainingMs: 5_000 });
		expect(relay().offAt).toBe(clock.now() + 5_000);
		report({ on: false, cause: Cause.COUNTDOWN });
		expect(relay()).toMatchObject({ cause: 'countdown', by: null, offAt: null });
	});

	it('a command that changes nothing does not change who switched the relay last', () => {
		ask(true);
		report({ on: true, commandId: sent[0]!.commandId, changedMs: 1n });
		const { changedAt } = relay();
		clock.advance(120_000);
		ask(true, BEN);
		report({ on: true, commandId: sent[1]!.commandId, changedMs: 120_001n });
		expect(relay()).toMatchObject({ cause: 'command', by: ANNA, changedAt, command: null });
		expect(outcomes).toEqual(['done', 'done']);
	});

	it('refuses unknown relays and devices', () => {
		expect(setRelay(devices, { device: 'd', relay: 7, on: true, by: ANNA })).toMatchObject({
			error: { kind: 'no-such-relay' },
		});
		expect(setRelay(devices, { device: 'x', relay: 1, on: true, by: ANNA })).toMatchObject({
			error: { kind: 'no-such-device' },
		});
	});

	it('a relay that is removed while its failed command is shown is not heard of again', () => {
		ask(true);
		clock.advance(ANSWER_DEADLINE_MS);
		expect(relay().failure).toBe('no-answer');
		device.record.plan = planOf({});
		device.takePlan();
		told.length = 0;
		clock.advance(FAILURE_SHOWN_MS);
		expect(told).toEqual([]);
	});
});

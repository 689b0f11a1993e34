import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ANNA, planOf } from '../../../test/harness/records.ts';
import {
	beatNow,
	clock,
	connectBoard,
	device,
	devices,
	hello,
	key,
	newLink,
	paces,
	setUp,
	states,
} from '../../../test/harness/boards/linked-device-fixture.ts';
import { Cause } from '../../../protocol/device_pb.ts';
import { disconnectBoard } from '../links/disconnect-board.ts';
import { AWAY_MS } from './presence.ts';
import { reportRelay } from '../relays/report-relay.ts';
import { setRelay } from '../relays/set-relay.ts';
import { setWatched } from './set-watched.ts';

beforeEach(setUp);

/** `count` beats at the pace, on time. */
function beats(count: number, paceMs: number): void {
	for (let i = 0; i < count; i++) {
		clock.advance(paceMs);
		beatNow();
	}
}

describe('presence', () => {
	it('a watched board whose plug is pulled is AWAY in under a second, and OFFLINE after five minutes', () => {
		devices.watched = true;
		connectBoard(devices, 'k', key(), hello(), newLink());
		beats(200, 300);
		expect(states).toEqual(['online']);
		clock.advance(999);
		expect(states).toEqual(['online', 'away']);
		clock.advance(AWAY_MS);
		expect(states).toEqual(['online', 'away', 'offline']);
	});

	it('a beat after being late makes it ONLINE again', () => {
		connectBoard(devices, 'k', key(), hello(), newLink());
		clock.advance(30_000);
		beatNow();
		expect(states).toEqual(['online', 'away', 'online']);
		clock.advance(1_000);
		expect(device.presence).toBe('online');
	});

	it('a lost link is AWAY at once, a goodbye OFFLINE at once', () => {
		const link = newLink();
		connectBoard(devices, 'k', key(), hello(), link);
		disconnectBoard(devices, device, link, false);
		expect(device.presence).toBe('away');
		const again = newLink();
		connectBoard(devices, 'k', key(), hello(2n, 2), again);
		disconnectBoard(devices, device, again, true);
		expect(device.presence).toBe('offline');
	});

	it('a step of the wall clock by a day in either direction changes no presence', () => {
		connectBoard(devices, 'k', key(), hello(), newLink());
		beats(5, 2_000);
		clock.stepWall(86_400_000);
		clock.advance(1);
		clock.stepWall(-2 * 86_400_000);
		beats(5, 2_000);
		expect(states).toEqual(['online']);
	});

	it('quickens when somebody looks without calling the board late meanwhile, and slows down again', () => {
		connectBoard(devices, 'k', key(), hello(), newLink());
		beats(150, 2_000);
		setWatched(devices, true);
		clock.advance(1_900); // the beat under way still comes at the old pace
		beatNow();
		beats(150, 300);
		setWatched(devices, false);
		beats(20, 2_000);
		expect(states).toEqual(['online']);
		expect(paces).toEqual([2_000, 300, 2_000]);
	});

	it('slows a board down again that was told to be quick and has not beaten since', () => {
		connectBoard(devices, 'k', key(), hello(), newLink());
		setWatched(devices, true);
		setWatched(devices, false);
		expect(paces).toEqual([2_000, 300, 2_000]);
	});
});

describe('a hub that did not run', () => {
	beforeEach(() => devices.stalls.start());
	afterEach(() => devices.stalls.stop());

	/** What the board sent meanwhile waits in its socket: it is read after the timers that fell due. */
	const beatsWait = (ms: number) => void clock.after(ms - 1, beatNow);

	it.each([[2_000], [5_000], [60_000], [6 * 60_000]])('for %i ms calls no watched board away', (ms) => {
		devices.watched = true;
		connectBoard(devices, 'k', key(), hello(), newLink());
		beats(200, 300);
		for (let n = 0; n < 3; n++) {
			beatsWait(ms);
			clock.stall(ms);
			beats(20, 300);
		}
		expect(states).toEqual(['online']);
		clock.advance(1_000); // and it has not learned to be patient
		expect(states).toEqual(['online', 'away']);
	});

	it('gives what was lost on the way the time to be sent again', () => {
		devices.watched = true;
		connectBoard(devices, 'k', key(), hello(), newLink());
		beats(200, 300);
		clock.stall(5_000);
		clock.advance(5_000);
		expect(states).toEqual(['online']);
		clock.advance(1_500);
		expect(states).toEqual(['online', 'away']);
	});

	it('because the machine slept calls no board away either, though no time has passed for it', () => {
		devices.watched = true;
		connectBoard(devices, 'k', key(), hello(), newLink());
		beats(200, 300);
		clock.stepWall(10_000);
		clock.advance(5_000);
		beatNow();
		expect(states).toEqual(['online']);
	});

	it('does not make a board that is away OFFLINE by that', () => {
		const link = newLink();
		connectBoard(devices, 'k', key(), hello(), link);
		disconnectBoard(devices, device, link, false);
		clock.advance(1_000);
		clock.stall(AWAY_MS);
		expect(device.presence).toBe('away');
		clock.advance(AWAY_MS);
		expect(device.presence).toBe('offline');
	});

	it('takes an answer that waits in the socket, however late it is read', () => {
		const outcomes: string[] = [];
		device.record.plan = planOf({ relays: [{ id: 1, name: 'Pump', gpio: 0, activeLow: false }] });
		device.takePlan();
		const link = newLink();
		connectBoard(devices, 'k', key(), hello(), link);
		setRelay(devices, { device: 'd', relay: 1, on: true, by: ANNA }, (outcome) => outcomes.push(outcome));
		clock.advance(50);
		const commandId = device.relays[0]!.command!.id;
		clock.after(2_999, () =>
			reportRelay(devices, device, {
				...{ relay: 1, on: true, cause: Cause.COMMAND, commandId },
				...{ changedMs: 0, remainingMs: null, waitingMs: null },
			}),
		);
		clock.stall(3_000);
		expect(outcomes).toEqual(['done']);
	});
});

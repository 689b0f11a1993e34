import { create } from '@bufbuild/protobuf';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ANNA, devicesInMemory, planOf, recordOf, provenKey } from '../../../test/harness/records.ts';
import { Cause, HelloSchema, type FromHub } from '../../../protocol/device_pb.ts';
import { ManualClock } from '../../base/manual-clock.ts';
import { boundHello } from '../../link/board-message.ts';
import { beat } from './beat.ts';
import { type Connected, connectBoard as connect } from '../links/connect-board.ts';
import type { Devices } from '../devices.ts';
import { disconnectBoard } from '../links/disconnect-board.ts';
import { LiveDevice } from '../live-device.ts';
import { deviceCode, macOf } from '../mac.ts';
import { AWAY_MS } from './presence.ts';
import { PROBE_MS, onNewcomerLeft } from '../links/probe-link.ts';
import { reportRelay } from '../relays/report-relay.ts';
import { setRelay } from '../relays/set-relay.ts';
import { setWatched } from './set-watched.ts';

const MAC = Buffer.from('02AABBCCDDEE', 'hex');
let clock: ManualClock;
let devices: Devices;
let device: LiveDevice;
let states: string[];
let paces: number[];
let closed: number[];

function newLink() {
	return {
		address: '192.168.1.9',
		welcomedAt: 0,
		framesHeard: 0,
		send: (message: FromHub['message']) => void (message.case === 'pace' && paces.push(message.value.beatMs)),
		close: (code: number) => void closed.push(code),
	};
}

function alertsOf(): string[] {
	const alerts: string[] = [];
	devices.events.on('CloneTried', (alert) => alerts.push(alert.how));
	return alerts;
}

const key = () => {
	const known = devices.keys.get('k') ?? provenKey(device);
	devices.keys.set('k', known);
	return known;
};
const hello = (bootId = 1n, bootCount = 1, mac: Uint8Array = MAC) =>
	boundHello(create(HelloSchema, { deviceId: deviceCode(macOf(mac)), mac, bootId, bootCount }))!;
type ConnectArgs = Parameters<typeof connect> extends [...infer Args, unknown] ? Args : never;
/** What came of it, where that is known at once. */
function connectBoard(...args: ConnectArgs): Connected | undefined {
	let known: Connected | undefined;
	connect(...args, (connected) => void (known = connected));
	return known;
}
const beatNow = () => beat(devices, device, { uptimeMs: 1, freeHeap: null, rssi: -60, clockUnset: false });

beforeEach(() => {
	clock = new ManualClock();
	devices = devicesInMemory(clock);
	device = new LiveDevice(recordOf(), clock.now());
	devices.byId.set('d', device);
	states = [];
	paces = [];
	closed = [];
	devices.events.on('PresenceChanged', () => void (states.at(-1) !== device.presence && states.push(device.presence)));
});

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
	beforeEach(() => devices.pulse.start());
	afterEach(() => devices.pulse.stop());

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

describe('connectBoard', () => {
	it.each([
		['the same boot', 1n, 1],
		['a newer boot', 2n, 2],
	])(
		'a second link of %s takes over from one that has gone silent, within a second and without an alert',
		(_, bootId, bootCount) => {
			const alerts = alertsOf();
			const [first, second] = [newLink(), newLink()];
			connectBoard(devices, 'k', key(), hello(), first);
			expect(connectBoard(devices, 'k', key(), hello(bootId, bootCount), second)).toBeUndefined();
			expect(paces.at(-1)).toBe(100); // the board of the first one is asked for a beat
			clock.advance(PROBE_MS);
			expect(closed).toEqual([4001]);
			disconnectBoard(devices, device, first, false);
			expect(device).toMatchObject({ link: second, presence: 'online' });
			expect(states).toEqual(['online']);
			expect(alerts).toEqual([]);
		},
	);

	it('a second link gets in at once where the first one ends while it is asked', () => {
		const [first, second] = [newLink(), newLink()];
		connectBoard(devices, 'k', key(), hello(), first);
		connectBoard(devices, 'k', key(), hello(2n, 2), second);
		clock.advance(10);
		disconnectBoard(devices, device, first, false);
		expect(device).toMatchObject({ link: second, presence: 'online' });
		expect(states).toEqual(['online']);
	});

	it.each([
		['a high boot count', 9n, 4_000_000_000],
		['the boot of the board itself', 1n, 1],
	])(
		'a copy with the same MAC and %s gets no link whose board is there, and the owner is told',
		(_, bootId, bootCount) => {
			const alerts = alertsOf();
			const first = newLink();
			connectBoard(devices, 'k', key(), hello(), first);
			let answer: Connected | undefined;
			connect(devices, 'k', key(), hello(bootId, bootCount), newLink(), (connected) => void (answer = connected));
			first.framesHeard++;
			beatNow();
			clock.advance(PROBE_MS);
			expect(answer).toMatchObject({ ok: false, error: { kind: 'clone' } });
			expect(device.link).toBe(first);
			expect(alerts).toEqual(['second-link']);
			expect(paces.at(-1)).toBe(2_000); // and the pace is as before
			expect(closed).toEqual([]);
		},
	);

	it('a newcomer that leaves while the first link is asked changes nothing', () => {
		const [first, second] = [newLink(), newLink()];
		connectBoard(devices, 'k', key(), hello(), first);
		connectBoard(devices, 'k', key(), hello(2n, 2), second);
		onNewcomerLeft(devices, device, second);
		clock.advance(PROBE_MS);
		expect(device).toMatchObject({ link: first, newcomer: null });
		expect(paces.at(-1)).toBe(2_000);
	});

	it('a board that connects without end is refused, and told of once', () => {
		const told: boolean[] = [];
		devices.events.on('BoardFlooded', ({ closed }) => void told.push(closed));
		const outcomes = Array.from({ length: 200 }, (_, n) => {
			const link = newLink();
			const connected = connectBoard(devices, 'k', key(), hello(BigInt(n), n), link);
			disconnectBoard(devices, device, link, false);
			return connected!.ok;
		});
		expect(outcomes.filter(Boolean).length).toBeLessThan(150);
		expect(outcomes.at(-1)).toBe(false);
		expect(told).toEqual([false]);
	});

	it.each([
		['another boot that is not newer', hello(2n, 1), 'second-link'],
		['another MAC', hello(1n, 1, Buffer.from('02AABBCCDDFF', 'hex')), 'other-mac'],
	])('a second link of %s is a copy: refused, told, and the older one stays', (_, copy, how) => {
		const alerts = alertsOf();
		const first = newLink();
		connectBoard(devices, 'k', key(), hello(), first);
		expect(connectBoard(devices, 'k', key(), copy, newLink())).toMatchObject({ ok: false, error: { kind: 'clone' } });
		expect(device.link).toBe(first);
		expect(alerts).toEqual([how]);
	});
});

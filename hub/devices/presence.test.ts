import { create } from '@bufbuild/protobuf';
import { beforeEach, describe, expect, it } from 'vitest';
import { devicesInMemory, provenKey, recordOf } from '../../test/harness/records.ts';
import { HelloSchema, type FromHub } from '../../protocol/device_pb.ts';
import { ManualClock } from '../base/manual-clock.ts';
import { boundHello } from '../link/board-message.ts';
import { beat } from './beat.ts';
import { connectBoard } from './connect-board.ts';
import type { Devices } from './devices.ts';
import { disconnectBoard } from './disconnect-board.ts';
import { LiveDevice } from './live-device.ts';
import { deviceCode, macOf } from './mac.ts';
import { AWAY_MS } from './presence.ts';
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
		send: (message: FromHub['message']) => void (message.case === 'pace' && paces.push(message.value.beatMs)),
		close: (code: number) => void closed.push(code),
	};
}

const key = () => {
	const known = devices.keys.get('k') ?? provenKey(device);
	devices.keys.set('k', known);
	return known;
};
const hello = (bootId = 1n, bootCount = 1, mac: Uint8Array = MAC) =>
	boundHello(create(HelloSchema, { deviceId: deviceCode(macOf(mac)), mac, bootId, bootCount }))!;
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
});

describe('connectBoard', () => {
	it.each([
		['the same boot', 1n, 1],
		['a newer boot', 2n, 2],
	])('a second link of %s takes over and the older one is told so', (_, bootId, bootCount) => {
		const [first, second] = [newLink(), newLink()];
		connectBoard(devices, 'k', key(), hello(), first);
		expect(connectBoard(devices, 'k', key(), hello(bootId, bootCount), second).ok).toBe(true);
		expect(closed).toEqual([4001]);
		disconnectBoard(devices, device, first, false);
		expect(device).toMatchObject({ link: second, presence: 'online' });
	});

	it.each([
		['another boot that is not newer', hello(2n, 1), 'second-link'],
		['another MAC', hello(1n, 1, Buffer.from('02AABBCCDDFF', 'hex')), 'other-mac'],
	])('a second link of %s is a copy: refused, told, and the older one stays', (_, copy, how) => {
		const alerts: string[] = [];
		devices.events.on('CloneTried', (alert) => alerts.push(alert.how));
		const first = newLink();
		connectBoard(devices, 'k', key(), hello(), first);
		expect(connectBoard(devices, 'k', key(), copy, newLink())).toMatchObject({ ok: false, error: { kind: 'clone' } });
		expect(device.link).toBe(first);
		expect(alerts).toEqual([how]);
	});
});

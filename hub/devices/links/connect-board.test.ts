import { beforeEach, describe, expect, it } from 'vitest';
import {
	beatNow,
	clock,
	closed,
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
import { type Connected, connectBoard as connect } from './connect-board.ts';
import { disconnectBoard } from './disconnect-board.ts';
import { PROBE_MS, onNewcomerLeft } from './probe-link.ts';

beforeEach(setUp);

function alertsOf(): string[] {
	const alerts: string[] = [];
	devices.events.on('CloneTried', (alert) => alerts.push(alert.how));
	return alerts;
}

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

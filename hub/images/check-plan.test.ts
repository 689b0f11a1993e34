import { describe, expect, it } from 'vitest';
import { AddDevice, type NewDevice } from '../../protocol/dashboard.ts';
import { CATALOGUE } from './catalogue.ts';
import { checkPlan } from './check-plan.ts';

const relay = (id: number, gpio: number) => ({ id, name: `Relay ${id}`, gpio, activeLow: false });
function plan(change: Partial<AddDevice>): NewDevice {
	const { relays, sensors, ...rest } = change;
	const wired = AddDevice.pick({ relays: true, sensors: true }).parse({
		relays: relays ?? [relay(1, 5)],
		sensors: sensors ?? [],
	});
	return { name: 'Pump', board: 'd1-mini', wifi: { ssid: 'home', password: 'long enough' }, ...rest, ...wired };
}

describe('checkPlan', () => {
	it('takes a plan the board can do', () => {
		expect(checkPlan(plan({})).ok).toBe(true);
	});

	it.each([
		['a board that is not in the catalogue', { board: 'toaster' }, 'board'],
		['a Wi-Fi board without its network', { wifi: undefined }, 'wifi'],
		['nothing to switch and nothing to read', { relays: [] }, 'relays'],
		['a pin the board does not have', { relays: [relay(1, 33)] }, 'relays.0.gpio'],
		['a pin that would keep the board from starting', { relays: [relay(1, 15)] }, 'relays.0.gpio'],
		['two relays on one pin', { relays: [relay(1, 5), relay(2, 5)] }, 'relays.1.gpio'],
		['one relay id twice', { relays: [relay(1, 5), relay(1, 4)] }, 'relays.1.id'],
		['a sensor on a relay pin', { sensors: [{ id: 1, type: 'dht22' as const, gpio: 5 }] }, 'sensors.0.gpio'],
		[
			'a sensor on a pin that would keep the board from starting',
			{ sensors: [{ id: 1, type: 'dht22' as const, gpio: 15 }] },
			'sensors.0.gpio',
		],
		['a sensor without a pin', { sensors: [{ id: 1, type: 'dht22' as const }] }, 'sensors.0.gpio'],
		['a sensor the board cannot read', { sensors: [{ id: 1, type: 'virtual' as const }] }, 'sensors.0.type'],
	])('refuses %s', (_, change, field) => {
		expect(checkPlan(plan(change))).toMatchObject({ ok: false, error: { kind: 'bad-plan', field } });
	});
});

describe('the catalogue', () => {
	it.each(CATALOGUE.map((board) => [board.name, board] as const))(
		'%s proposes only pins it has and does not refuse',
		(_, board) => {
			const proposed = [...board.relayPins, ...board.defaults.relays.map((relay) => relay.gpio)];
			expect(proposed.length).toBeGreaterThan(0);
			for (const gpio of proposed) expect(board.pins.find((pin) => pin.gpio === gpio)?.use).toMatch(/free|warn/);
		},
	);

	it.each(CATALOGUE.map((board) => [board.name, board] as const))(
		'%s names every pin once and gives a reason for each it warns about',
		(_, board) => {
			expect(new Set(board.pins.map((pin) => pin.gpio)).size).toBe(board.pins.length);
			for (const pin of board.pins) if (pin.use !== 'free') expect(pin.reason).toBeTruthy();
		},
	);

	it.each(CATALOGUE.map((board) => [board.name, board] as const))('%s names the source of every fact', (_, board) => {
		for (const fact of [board, ...board.pins]) expect(fact.source.length).toBeGreaterThan(10);
		for (const gpio of board.defaults.relays.map((relay) => relay.gpio)) expect(board.relayPins).toContain(gpio);
		const { flash } = board;
		if (board.virtual) expect(flash).toBeNull();
		else expect(flash!.sizeBytes - flash!.configOffset).toBeGreaterThanOrEqual(4_096);
	});
});

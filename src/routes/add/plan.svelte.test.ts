import { describe, expect, it } from 'vitest';
import { checkPlan } from '../../../hub/boards/check-plan.ts';
import { CATALOGUE, findBoard } from '../../../hub/boards/catalogue.ts';
import { AddDevice } from '../../../protocol/dashboard/pending.ts';
import { LIMITS } from '../../../protocol/dashboard/limits.ts';
import { addWords } from '$words/setup.ts';
import { Plan, type Step } from './plan.svelte.ts';

function plan(board: string): Plan {
	const made = new Plan(findBoard(board)!);
	made.name = 'Boiler room';
	made.wifi.ssid = 'home';
	made.wifi.password = 'long enough';
	return made;
}

/** With the typed network, which the hub is not to keep. */
const bodyOf = (plan: Plan) =>
	plan.body(plan.board.wifi ? { ssid: plan.wifi.ssid, password: plan.wifi.password } : undefined);
/** The check of the hub. */
const check = (plan: Plan) => checkPlan(AddDevice.parse(bodyOf(plan)));

describe('Plan', () => {
	it.each(CATALOGUE.map(({ id }) => id))('proposes a plan for %s that the hub accepts', (id) => {
		const proposed = plan(id);
		expect(proposed.problem('finish')).toBeUndefined();
		expect(check(proposed)).toMatchObject({ ok: true });
	});

	it.each(CATALOGUE.map(({ id }) => id))('adds relays on free pins of %s until there are none', (id) => {
		const full = plan(id);
		while (full.canAddRelay) full.addRelay();
		full.addRelay();
		expect(full.relays.length).toBeLessThanOrEqual(LIMITS.relays);
		expect(new Set(full.relays.map(({ gpio }) => gpio)).size).toBe(full.relays.length);
		expect(check(full)).toMatchObject({ ok: true });
	});

	it('contains the board’s own button, which switches its relay', () => {
		const sonoff = plan('sonoff-basic-r2');
		sonoff.relays[0]!.name = 'Lamp';
		expect(sonoff.body().inputs).toMatchObject([{ id: 1, gpio: 0, mode: 'push-button', relay: 1, pullUp: true }]);
		expect(sonoff.relayName(sonoff.inputs[0]!.relay)).toBe('Lamp');
		expect(check(sonoff)).toMatchObject({ ok: true });
		sonoff.removeRelay(1);
		sonoff.chooseSensor('dht22');
		expect(sonoff.body().inputs).toMatchObject([{ mode: 'detached', relay: null }]);
		expect(check(sonoff)).toMatchObject({ ok: true });
		sonoff.choose(findBoard('d1-mini')!);
		expect(sonoff.body().inputs).toEqual([]);
	});

	it.each([
		['esp32-devkit', [true, true]],
		['d1-mini', [true, true]],
		['esp-01s-relay', [true]],
		['esp12f-relay-x4', [false, false, false, false, true, true]],
		['virtual', [false, false, false]],
	])('proposes for %s the logic of its own relays, and for all others that of most modules', (id, logics) => {
		const made = plan(id);
		while (made.relays.length < logics.length) made.addRelay();
		expect(made.relays.map(({ activeLow }) => activeLow)).toEqual(logics);
	});

	it('does not let two relays share a pin, and names the other', () => {
		const shared = plan('virtual');
		shared.relays[0]!.name = 'Pump';
		shared.relays[1]!.gpio = shared.relays[0]!.gpio;
		expect(shared.sharedWith(shared.relays[1]!)).toBe('Pump');
		expect(shared.problem('relays')).toEqual({ field: 'p1', message: addWords.taken('V1', 'Relay 2') });
	});

	it('keeps the names and takes the pins of another board', () => {
		const changed = plan('virtual');
		changed.relays[0]!.name = 'Pump';
		changed.choose(findBoard('esp-01s-relay')!);
		expect(changed.relays).toMatchObject([{ name: 'Pump', gpio: 0, activeLow: true }]);
		expect(changed.steps).toContain('wifi');
	});

	it('gives a sensor an unused pin, also if relays were added before', () => {
		const later = plan('d1-mini');
		later.addRelay('Fan');
		later.chooseSensor('dht22');
		expect(later.problem('sensor')).toBeUndefined();
		expect(check(later)).toMatchObject({ ok: true });
	});

	it('gives an I2C sensor two unused pins', () => {
		const sensing = plan('d1-mini');
		sensing.chooseSensor('bme280');
		const [data, clock] = sensing.sensorPins;
		expect(new Set([data!.gpio, clock!.gpio, sensing.relays[0]!.gpio]).size).toBe(3);
		expect(check(sensing)).toMatchObject({ ok: true });
		expect([...sensing.used.values()].filter(({ sign }) => sign === 'S')).toHaveLength(2);
		while (sensing.canAddRelay) sensing.addRelay();
		expect(check(sensing)).toMatchObject({ ok: true });
		sensing.sensorGpio2 = sensing.sensorGpio;
		expect(sensing.problem('sensor')).toMatchObject({ field: 'sensor-pin2' });
		sensing.sensorGpio2 = sensing.relays[0]!.gpio;
		expect(sensing.problem('sensor')).toMatchObject({
			field: 'sensor-pin2',
			message: addWords.taken('D1', 'Relay 1'),
		});
	});

	it('asks for no sensor where the board has no pin for one, and then needs a relay', () => {
		const sealed = plan('sonoff-mini');
		expect(sealed.steps).toEqual(['board', 'wifi', 'relays', 'finish']);
		expect(sealed.problem('relays')).toBeUndefined();
		sealed.removeRelay(1);
		expect(sealed.problem('relays')).toMatchObject({ message: addWords.problems.nothing });
	});

	it('says what a button and what a switch at the board’s terminal does', () => {
		const mini = plan('sonoff-mini');
		const said = () => mini.inputs.map((input) => mini.says(input));
		expect(said()).toEqual([addWords.ownButton('Button', 'Relay 1'), addWords.ownSwitch('S2', 'Relay 1')]);
		mini.removeRelay(1);
		expect(said()).toEqual([addWords.ownButton('Button', undefined), addWords.ownSwitch('S2', undefined)]);
	});

	it.each(CATALOGUE.filter(({ wifi, sensors }) => wifi && sensors.length > 0).map(({ id }) => id))(
		'never offers a refused pin of %s to a sensor',
		(id) => {
			const sensing = plan(id);
			while (sensing.canAddRelay) sensing.addRelay();
			sensing.chooseSensor(sensing.board.sensors[0]!);
			expect(sensing.pin(sensing.sensorGpio).use).not.toBe('refuse');
			expect(sensing.pin(sensing.sensorGpio).noPullUp ?? false).toBe(false);
			expect(sensing.problem('sensor')).toBeUndefined();
		},
	);

	it.each<[string, (plan: Plan) => void, Step, string]>([
		['no name', (plan) => (plan.name = ' '), 'board', 'name'],
		['no network', (plan) => (plan.wifi.ssid = ''), 'wifi', 'wifi-ssid'],
		['a network of 33 bytes', (plan) => (plan.wifi.ssid = 'é'.repeat(16) + 'x'), 'wifi', 'wifi-ssid'],
		['a Wi-Fi password too short', (plan) => (plan.wifi.password = 'short'), 'wifi', 'wifi-password'],
		['a Wi-Fi password too long', (plan) => (plan.wifi.password = 'x'.repeat(64)), 'wifi', 'wifi-password'],
		['a relay without a name', (plan) => (plan.relays[0]!.name = ''), 'relays', 'n1'],
		['a relay on a refused pin', (plan) => (plan.relays[0]!.gpio = 1), 'relays', 'p1'],
		['neither relay nor sensor', (plan) => plan.removeRelay(1), 'sensor', 'sensor'],
	])('reports what is wrong and where: %s', (_, spoil, step, field) => {
		const spoilt = plan('d1-mini');
		expect(spoilt.problem(step)).toBeUndefined();
		spoil(spoilt);
		expect(spoilt.problem(step)).toMatchObject({ field });
		expect(spoilt.problem('finish')).toMatchObject({ field });
	});

	it('accepts an open network', () => {
		const open = plan('d1-mini');
		open.wifi.password = '';
		expect(open.problem('wifi')).toBeUndefined();
	});
});

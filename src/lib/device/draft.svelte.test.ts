import { describe, expect, it } from 'vitest';
import type { Board } from '../../../protocol/dashboard/boards.ts';
import type { DeviceConfig, DevicePlan } from '../../../protocol/dashboard/plan.ts';
import { PlanDraft } from './draft.svelte.ts';

const pin = (gpio: number, more: Partial<Board['pins'][number]> = {}): Board['pins'][number] => ({
	gpio,
	label: `D${gpio}`,
	use: 'free',
	strapping: false,
	source: '',
	...more,
});
const BOARD: Board = {
	id: 'board',
	name: 'Board',
	otherNames: [],
	family: 'module',
	chip: 'chip',
	virtual: false,
	wifi: true,
	pins: [0, 1, 2, 3]
		.map((gpio) => pin(gpio))
		.concat(pin(8, { use: 'refuse', reason: 'No.' }), pin(9, { use: 'refuse', readable: true, reason: 'Reads only.' })),
	relayPins: [0, 1, 2, 3],
	sensors: ['dht22', 'sht3x'],
	flash: null,
	source: '',
	light: null,
	flashing: [],
	drawing: { left: [], right: [], body: 'module', mark: '' },
	relayKind: 'module',
	defaults: { relays: [{ gpio: 0, activeLow: true }], inputs: [] },
};
const relay = (id: number, name: string, gpio: number): DevicePlan['relays'][number] => ({
	id,
	name,
	icon: 'plug',
	gpio,
	activeLow: false,
	powerOn: 'off',
	maxOnMs: 0,
	pulseMs: 0,
	interlockGroup: 0,
	deadTimeMs: 0,
});
const config = (plan: Partial<DevicePlan> = {}): DeviceConfig => ({
	config: { version: 1, state: 'applied', error: null, changedAt: null, appliedAt: null, secondWifi: null },
	plan: { relays: [relay(1, 'Pump', 0), relay(2, 'Fan', 1)], inputs: [], sensors: [], schedules: [], ...plan },
	running: null,
	capacity: { relays: 16, inputs: 16, sensors: 8, schedules: 32 },
});
const make = (plan?: Partial<DevicePlan>) => new PlanDraft(config(plan), () => BOARD);

describe('PlanDraft', () => {
	it('is dirty only while it differs from the plan on the hub', () => {
		const draft = make({ sensors: [{ id: 1, type: 'dht22', gpio: 2, calibration: {} }] });
		expect(draft.dirty).toBe(false);
		draft.relays[0]!.name = 'Circulator';
		expect(draft.dirty).toBe(true);
		draft.relays[0]!.name = 'Pump ';
		expect(draft.dirty).toBe(false);
		draft.sensors[0]!.calibration.celsius = 0.5;
		expect(draft.dirty).toBe(true);
		draft.sensors[0]!.calibration.celsius = 0;
		expect(draft.dirty).toBe(false);
		draft.moveRelay(1, 1);
		expect(draft.plan.relays.map(({ id }) => id)).toEqual([2, 1]);
		expect(draft.dirty).toBe(true);
		draft.load();
		expect(draft.dirty).toBe(false);
	});

	it('does not change the plan on the hub', () => {
		const draft = make();
		draft.relays[0]!.name = 'Other';
		draft.addRelay();
		expect(draft.kept.plan.relays.map(({ name }) => name)).toEqual(['Pump', 'Fan']);
	});

	it('refuses two things on one pin, a refused pin, and a relay on an input-only pin', () => {
		const draft = make({
			inputs: [
				{
					id: 1,
					name: 'Switch',
					gpio: 9,
					mode: 'detached',
					relay: null,
					activeLow: true,
					pullUp: true,
					debounceMs: 30,
				},
			],
		});
		expect(draft.problems).toEqual([]);
		draft.relays[0]!.gpio = 1;
		expect(draft.problemAt('relays', 1, 'gpio')).toBe('D1 is already used by Fan.');
		expect(draft.problemAt('relays', 2, 'gpio')).toBeUndefined();
		draft.relays[0]!.gpio = 8;
		expect(draft.problemAt('relays', 1, 'gpio')).toBe('No.');
		draft.inputs[0]!.gpio = 0;
		draft.relays[0]!.gpio = 9;
		expect(draft.problemAt('relays', 1, 'gpio')).toBe('Reads only.');
		expect(draft.problemAt('inputs', 1, 'gpio')).toBeUndefined();
	});

	it('asks for a resistor on a pin without pull-up, but accepts an input that was saved like that', () => {
		const board = { ...BOARD, pins: [...BOARD.pins, pin(16, { noPullUp: true })], relayPins: [16, ...BOARD.relayPins] };
		const input = { id: 1, name: 'Switch', gpio: 16, mode: 'detached', relay: null, activeLow: true } as const;
		const older = { inputs: [{ ...input, pullUp: true, debounceMs: 30 }] };
		const draft = new PlanDraft(config(older), () => board);
		expect(draft.problems).toEqual([]);
		expect(draft.needsResistor(draft.inputs[0]!)).toBe(true);
		draft.addInput();
		expect(draft.inputs[1]!.gpio).not.toBe(16);
		draft.inputs[0]!.gpio = 3;
		draft.inputs[1]!.gpio = 16;
		expect(draft.problemAt('inputs', 2, 'pullUp')).toContain('resistor');
		draft.inputs[1]!.pullUp = false;
		expect(draft.problemAt('inputs', 2, 'pullUp')).toBeUndefined();
		draft.remove('inputs', 2);
		draft.addSensor('dht22');
		expect(draft.sensors[0]!.gpio).not.toBe(16);
		draft.sensors[0]!.gpio = 16;
		expect(draft.problemAt('sensors', 1, 'gpio')).toBeDefined();
	});

	it('gives new items the best free pin, and an I2C sensor two of them', () => {
		const draft = make();
		expect(draft.addSensor('sht3x')).toBe(1);
		expect(draft.sensors[0]).toMatchObject({ gpio: 2, gpio2: 3 });
		expect(draft.addRelay()).toBeUndefined();
		expect(draft.addInput()).toBe(1);
		expect(draft.inputs[0]!.gpio).toBe(9);
		draft.chooseSensor(draft.sensors[0]!, 'dht22');
		expect(draft.plan.sensors).toEqual([{ id: 1, type: 'dht22', gpio: 2, calibration: {} }]);
		expect(draft.addRelay()).toBe(3);
		expect(draft.relays[2]!.gpio).toBe(3);
	});

	it('detaches the inputs and removes the schedules of a removed relay', () => {
		const draft = make();
		draft.addInput();
		draft.addSchedule();
		draft.removeRelay(1);
		expect(draft.plan).toMatchObject({ inputs: [{ mode: 'detached', relay: null }], schedules: [] });
		expect(draft.relays.map(({ id }) => id)).toEqual([2]);
	});

	it('finds the field that the hub refused, also if it was moved while it was being saved', () => {
		const draft = make();
		draft.moveRelay(1, 1);
		const sent = draft.plan;
		draft.moveRelay(1, -1);
		expect(draft.takeRefusal({ code: 'bad-request', message: 'No.', field: 'relays.0.gpio' }, sent)).toEqual({
			part: 'relays',
			id: 2,
			field: 'gpio',
			message: 'No.',
		});
		expect(draft.problemAt('relays', 2, 'gpio')).toBe('No.');
		expect(draft.takeRefusal({ code: 'internal', message: 'No.' }, sent)).toBeUndefined();
	});

	it('reports missing values before the hub does', () => {
		const draft = make();
		draft.relays[0]!.name = ' ';
		draft.addSchedule();
		draft.schedules[0]!.weekdays = 0;
		draft.relays[1]!.pulseMs = 61_000;
		expect(draft.problems.map(({ part, field }) => `${part} ${field}`)).toEqual([
			'relays name',
			'relays pulseMs',
			'schedules weekdays',
		]);
		for (const { id } of [...draft.relays]) draft.removeRelay(id);
		expect(draft.problems.map(({ message }) => message)).toEqual(['A device needs at least one relay or sensor.']);
	});

	it('offers the sensors that the firmware on the board can read, and of an older hub all of the board', () => {
		expect(make().sensorTypes).toEqual(['dht22', 'sht3x']);
		const older = new PlanDraft({ ...config(), reads: ['dht22', 'ds18b20'] }, () => BOARD);
		expect(older.sensorTypes).toEqual(['dht22']);
	});

	it('lets sensors share a wire once each has an address of its own', () => {
		const thermometer = (id: number, address?: string) => ({
			...{ id, type: 'ds18b20' as const, gpio: 2, calibration: {} },
			...(address ? { address } : {}),
		});
		const draft = make({ sensors: [thermometer(1), thermometer(2, '28aaaaaaaaaaaaaa')] });
		const fields = () => draft.problems.map(({ id, field }) => `${id} ${field}`);
		expect(fields()).toEqual(['1 address', '2 address']);
		draft.sensors[0]!.address = '28aaaaaaaaaaaaaa';
		expect(fields()).toEqual(['1 address', '2 address']);
		draft.sensors[0]!.address = '28bbbbbbbbbbbbbb';
		expect(fields()).toEqual([]);
		draft.relays[0]!.gpio = 2;
		expect(fields()).toContain('1 gpio');
		draft.relays[0]!.gpio = 0;
		draft.chooseSensor(draft.sensors[0]!, 'dht22');
		expect(fields()).not.toEqual([]);
		expect(draft.plan.sensors[0]).not.toHaveProperty('address');
	});

	it('keeps no offset of a quantity that takes none', () => {
		const draft = make({ sensors: [{ id: 1, type: 'dht22', gpio: 2, calibration: { celsius: 1, percent: 2 } }] });
		draft.chooseSensor(draft.sensors[0]!, 'bh1750');
		expect(draft.plan.sensors).toEqual([{ id: 1, type: 'bh1750', gpio: 2, gpio2: 3, calibration: {} }]);
	});

	it('knows no pins of a board that is not in the catalogue', () => {
		const draft = new PlanDraft(config({ relays: [relay(1, 'Heater', 0), relay(2, 'Fan', 0)] }), () => undefined);
		expect(draft.problems).toEqual([]);
		expect(draft.freePin()).toBeUndefined();
	});
});

import { expect, it } from 'vitest';
import { storedPauses } from './stored-pauses.ts';
import { storedPlan } from './stored-plan.ts';

it('replaces names in a stored plan that are not allowed any more', () => {
	const relay = { gpio: 0, activeLow: false };
	const plan = storedPlan({
		relays: [
			{ ...relay, id: 1, name: '\u200b' },
			{ ...relay, id: 2, name: 'Pump\u202e' },
		],
		inputs: [{ id: 3, name: '\u202e', gpio: 4, mode: 'detached', relay: null }],
		sensors: [],
	});
	expect(plan.relays.map(({ name }) => name)).toEqual(['Relay 1', 'Pump']);
	expect(plan.inputs.map(({ name }) => name)).toEqual(['Input 3']);
	expect(storedPlan({ relays: [], sensors: [] })).toEqual({ relays: [], inputs: [], sensors: [], schedules: [] });
});

it('leaves a sensor that has no allowed name without one, and without an undefined one', () => {
	const [dht, virtual] = storedPlan({
		relays: [],
		sensors: [
			{ id: 1, type: 'dht22', gpio: 4, name: '\u202e' },
			{ id: 2, type: 'virtual' },
		],
	}).sensors;
	expect(dht).toStrictEqual({ id: 1, type: 'dht22', gpio: 4, calibration: {} });
	expect(virtual).toStrictEqual({ id: 2, type: 'virtual', calibration: {} });
});

it('takes a schedule of an earlier release as one that always runs at its minute', () => {
	const older = { id: 1, relay: 1, on: true, weekdays: 127, event: 'time', minutes: 420, forMs: 0 };
	const { schedules } = storedPlan({ relays: [], sensors: [], schedules: [older] });
	expect(schedules).toEqual([{ ...older, when: 'always', varyMinutes: 0 }]);
	expect(storedPauses({})).toEqual({ device: 0, schedules: {} });
});

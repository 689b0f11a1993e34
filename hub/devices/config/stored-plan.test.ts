import { expect, it } from 'vitest';
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

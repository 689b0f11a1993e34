import { describe, expect, it } from 'vitest';
import { AddLegacyDevice } from '../../../../protocol/dashboard/devices.ts';
import { LIMITS } from '../../../../protocol/dashboard/limits.ts';
import { LegacyDraft } from './draft.svelte.ts';

function draft(): LegacyDraft {
	return Object.assign(new LegacyDraft(), { name: ' Workshop ' });
}

describe('LegacyDraft', () => {
	it('numbers its relays without gaps up to the maximum, and is accepted by the hub', () => {
		const full = draft();
		while (full.canAdd) full.add();
		full.add();
		expect(full.relays).toHaveLength(LIMITS.relays);
		full.removeLast();
		expect(full.body.relays.map(({ id }) => id)).toEqual(
			Array.from({ length: LIMITS.relays - 1 }, (_, index) => index + 1),
		);
		expect(AddLegacyDevice.safeParse(full.body).success).toBe(true);
		expect(full.body.name).toBe('Workshop');
	});

	it('keeps its last relay', () => {
		const one = draft();
		one.removeLast();
		expect(one.relays).toHaveLength(1);
	});

	it('reports what is missing and where', () => {
		expect(draft().problem).toBeUndefined();
		expect(new LegacyDraft().problem).toMatchObject({ field: 'name' });
		const nameless = draft();
		nameless.add();
		nameless.relays[1]!.name = ' ';
		expect(nameless.problem).toMatchObject({ field: 'r2' });
	});
});

import { describe, expect, it } from 'vitest';
import { GuestAccess } from '$protocol/dashboard/people/people.ts';
import { LIMITS } from '$protocol/dashboard/limits.ts';
import { AccessDraft } from './access-draft.svelte.ts';
import { momentOfField } from './zoned-time.ts';

const ZONE = 'Europe/Berlin';
const NOW = momentOfField('2026-11-25T12:00', ZONE)!;
const SUNDAY = momentOfField('2026-11-29T18:00', ZONE)!;
const GARDEN = { kind: 'room', room: 'Garden', may: 'switch' } as const;
const GATE = { kind: 'relay', device: 'd1', relay: 2, may: 'see' } as const;
const ACCESS: GuestAccess = {
	grants: [GARDEN, GATE],
	until: SUNDAY + 12_345,
	weekly: { weekdays: 1, fromMinute: 480, toMinute: 720 },
};

const filled = () => {
	const draft = new AccessDraft(null, ZONE);
	draft.add(GARDEN);
	return draft;
};

describe('the draft of a guest’s access', () => {
	it('gives back exactly what it was filled with, the seconds of the end too', () => {
		expect(new AccessDraft(ACCESS, ZONE).body(NOW)).toEqual(ACCESS);
	});

	it('is valid for the hub in every way it can be filled', () => {
		const draft = filled();
		for (const until of ['tonight', 'sunday', 'month', 'never'] as const) {
			draft.until = until;
			expect(draft.problem(NOW)).toBeUndefined();
			expect(GuestAccess.safeParse(draft.body(NOW)).success).toBe(true);
		}
		draft.limitTo({ weekdays: 127, fromMinute: 1_320, toMinute: 0 });
		expect(GuestAccess.parse(draft.body(NOW)).weekly).toEqual({ weekdays: 127, fromMinute: 1_320, toMinute: 0 });
		expect(draft.pastMidnight).toBe(true);
	});

	it('contains everything once, and forgets what is given no more', () => {
		const draft = new AccessDraft(ACCESS, ZONE);
		draft.add({ ...GARDEN, may: 'see' });
		expect(draft.grants).toEqual([GARDEN, GATE]);
		draft.allow(GATE, 'switch');
		draft.allow(GARDEN, 'no');
		expect(draft.grants).toEqual([{ ...GATE, may: 'switch' }]);
	});

	it('takes no more than the hub', () => {
		const draft = new AccessDraft(null, ZONE);
		for (let relay = 1; relay <= LIMITS.grants + 3; relay++)
			draft.add({ kind: 'device', device: `d${relay}`, may: 'see' });
		expect([draft.grants.length, draft.full]).toEqual([LIMITS.grants, true]);
	});

	it.each<[string, (draft: AccessDraft) => void, string]>([
		['without anything chosen', (draft) => draft.allow(GARDEN, 'no'), 'grants'],
		['with an end that is not entered', (draft) => (draft.until = 'other'), 'until'],
		['with an end that is over', (draft) => draft.endAt(NOW - 60_000), 'until'],
		['without a day', (draft) => draft.limitTo({ weekdays: 0, fromMinute: 0, toMinute: 60 }), 'weekdays'],
		['without a begin', (draft) => Object.assign(draft, { limited: true, from: '' }), 'from'],
		['without an end of its hours', (draft) => Object.assign(draft, { limited: true, to: '' }), 'to'],
	])('%s names the field', (_, break_, field) => {
		const draft = filled();
		break_(draft);
		expect(draft.problem(NOW)?.field).toBe(field);
	});
});

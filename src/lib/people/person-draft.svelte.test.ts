import { describe, expect, it } from 'vitest';
import { PersonPatch, type PersonView } from '$protocol/dashboard/people/people.ts';
import { PersonDraft } from './person-draft.svelte.ts';

const ZONE = 'UTC';
const NOW = 1_800_000_000_000;
const GARDEN = { kind: 'room', room: 'Garden', may: 'switch' } as const;
const EMMA: PersonView = {
	id: 'p1',
	name: 'Emma',
	role: 'member',
	createdAt: 0,
	access: null,
	mayUpdateOthers: false,
	secondFactor: false,
	here: false,
	lastUsedAt: null,
	sessions: 1,
	devices: 0,
	pending: 0,
	tokens: 0,
};
const MIA: PersonView = { ...EMMA, role: 'guest', access: { grants: [GARDEN], until: null, weekly: null } };

describe('the draft of a person', () => {
	it('sends only what was changed', () => {
		const draft = new PersonDraft(EMMA, ZONE);
		expect([draft.dirty, draft.patch(NOW)]).toEqual([false, {}]);
		draft.mayUpdateOthers = true;
		expect([draft.dirty, draft.patch(NOW)]).toEqual([true, { mayUpdateOthers: true }]);
		draft.mayUpdateOthers = false;
		expect(draft.dirty).toBe(false);
	});

	it('sends what a new guest may reach together with the role, and asks for it before', () => {
		const draft = new PersonDraft(EMMA, ZONE);
		draft.role = 'guest';
		expect(draft.problem(NOW)?.field).toBe('grants');
		draft.access.add(GARDEN);
		expect(draft.problem(NOW)).toBeUndefined();
		draft.proof.current = 'secret';
		const patch = draft.patch(NOW);
		expect(patch).toEqual({ role: 'guest', access: MIA.access, current: 'secret' });
		expect(PersonPatch.safeParse(patch).success).toBe(true);
	});

	it('does not send access of somebody who is no guest any more', () => {
		const draft = new PersonDraft(MIA, ZONE);
		draft.role = 'member';
		[draft.proof.current, draft.proof.code] = ['secret', '123456'];
		expect(draft.patch(NOW)).toEqual({ role: 'member', current: 'secret', code: '123456' });
		draft.reset();
		expect(draft.proof.body).toEqual({ current: '' });
	});

	it('follows the hub while nobody changes it', () => {
		const draft = new PersonDraft(MIA, ZONE);
		draft.take({ ...MIA, access: { ...MIA.access!, grants: [{ ...GARDEN, may: 'see' }] } }, NOW);
		expect(draft.access.grants[0]?.may).toBe('see');
		expect([draft.dirty, draft.changedElsewhere]).toEqual([false, false]);
	});

	it('keeps what was changed here when somebody else changes the person, and shows theirs on request', () => {
		const draft = new PersonDraft(MIA, ZONE);
		draft.access.allow(GARDEN, 'see');
		draft.take({ ...MIA, here: true, sessions: 2 }, NOW);
		expect(draft.changedElsewhere).toBe(false);
		const theirs = { ...MIA, access: { ...MIA.access!, until: NOW + 3_600_000 } };
		draft.take(theirs, NOW);
		expect([draft.changedElsewhere, draft.access.grants[0]?.may]).toEqual([true, 'see']);
		draft.reset();
		expect([draft.changedElsewhere, draft.dirty, draft.access.grants[0]?.may]).toEqual([false, false, 'switch']);
		expect(draft.access.end(NOW)).toBe(NOW + 3_600_000);
	});

	it('takes a change that comes back as its own when only the answer to it was lost', () => {
		const draft = new PersonDraft(EMMA, ZONE);
		draft.role = 'guest';
		draft.access.add(GARDEN);
		draft.access.add({ kind: 'device', device: 'd1', may: 'see' });
		draft.access.until = 'month';
		const access = draft.patch(NOW).access!;
		draft.take({ ...EMMA, role: 'guest', access: { ...access, grants: access.grants.toReversed() } }, NOW + 60_000);
		expect([draft.dirty, draft.changedElsewhere]).toEqual([false, false]);
		expect(draft.access.end(NOW)).toBe(access.until);
	});

	it('says that it was changed elsewhere when only some of it came back', () => {
		const draft = new PersonDraft(MIA, ZONE);
		draft.access.allow(GARDEN, 'see');
		draft.access.until = 'month';
		draft.take({ ...MIA, access: { ...MIA.access!, grants: [{ ...GARDEN, may: 'see' }] } }, NOW);
		expect([draft.dirty, draft.changedElsewhere]).toEqual([true, true]);
	});
});

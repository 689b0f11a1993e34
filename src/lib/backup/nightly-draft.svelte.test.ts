import { describe, expect, it } from 'vitest';
import { NightlyWish } from '$protocol/dashboard/backup.ts';
import { NightlyDraft } from './nightly-draft.svelte.ts';

const HUBS = {
	on: true,
	hasPassphrase: true,
	keepDaily: 7,
	keepWeekly: 4,
	folder: '/data/backups',
	files: 3,
	nextAt: null,
};
const PASSPHRASE = 'four words of some length';

describe('the draft of the backups of the night', () => {
	it('follows the hub in the fields that nobody has changed', () => {
		const draft = new NightlyDraft(HUBS);
		draft.keepDaily = '10';
		draft.take({ ...HUBS, keepDaily: 14, keepWeekly: 8 });
		expect(draft.wish).toEqual({ keepDaily: 10 });
		draft.take({ ...HUBS, on: false });
		expect([draft.on, draft.dirty]).toEqual([false, false]);
	});

	it('has something to lose once a field or the passphrase is changed', () => {
		const draft = new NightlyDraft(HUBS);
		expect(draft.dirty).toBe(false);
		draft.passphrase = PASSPHRASE;
		draft.current = 'my own password';
		expect([draft.dirty, draft.wish]).toMatchObject([true, { passphrase: PASSPHRASE, current: 'my own password' }]);
		draft.take({ ...HUBS, files: 4 });
		expect(draft.passphrase).toBe(PASSPHRASE);
		draft.passphrase = '';
		expect([draft.dirty, draft.wish]).toEqual([false, {}]);
		draft.on = false;
		expect(draft.dirty).toBe(true);
	});

	it.each([
		['0', '4', ['keepDaily']],
		['9999', 'some', ['keepDaily', 'keepWeekly']],
		['', '0', ['keepDaily']],
		['90', ' 0 ', []],
	])('says what is wrong with %j days and %j weeks', (daily, weekly, wrong) => {
		const draft = new NightlyDraft(HUBS);
		draft.keepDaily = daily;
		draft.keepWeekly = weekly;
		expect([Object.keys(draft.problems), draft.isValid]).toEqual([wrong, wrong.length === 0]);
		if (draft.isValid) expect(NightlyWish.safeParse(draft.wish).success).toBe(true);
	});

	it('says why the hub asks for the password where somebody has meanwhile chosen to keep more files', () => {
		const draft = new NightlyDraft(HUBS);
		const needed = { code: 'bad-request', fault: 'password-needed', field: 'current', message: 'needed' } as const;
		draft.keepDaily = '10';
		expect(draft.askedFor(needed).message).toMatch(/^Somebody has chosen to keep more files/);
		draft.current = 'my own password';
		expect(draft.wish).toEqual({ keepDaily: 10, current: 'my own password' });
		draft.saved({ ...HUBS, keepDaily: 10 }, draft.fields);
		expect([draft.needsProof, draft.dirty]).toEqual([false, false]);
		draft.passphrase = PASSPHRASE;
		expect(draft.askedFor(needed)).toBe(needed);
	});

	it('asks for the password once fewer files are kept, and not for more', () => {
		const draft = new NightlyDraft(HUBS);
		draft.current = 'my own password';
		draft.keepDaily = '8';
		expect([draft.needsProof, 'current' in draft.wish]).toEqual([false, false]);
		draft.keepWeekly = '3';
		expect([draft.needsProof, draft.wish.current]).toEqual([true, 'my own password']);
	});

	it('asks for the password too where the hub did, until it has saved', () => {
		const draft = new NightlyDraft(HUBS);
		draft.keepDaily = '10';
		draft.current = 'my own password';
		draft.proofAsked = true;
		expect([draft.needsProof, draft.wish]).toEqual([true, { keepDaily: 10, current: 'my own password' }]);
		draft.saved({ ...HUBS, keepDaily: 10 }, draft.fields);
		expect([draft.needsProof, draft.dirty]).toEqual([false, false]);
	});

	it('can be switched off whatever is in the fields that are hidden then', () => {
		const draft = new NightlyDraft(HUBS);
		draft.keepDaily = 'many';
		draft.passphrase = 'short';
		draft.on = false;
		expect([draft.isValid, draft.wish]).toEqual([true, { nightly: false }]);
	});

	it('keeps what was typed while it was being saved', () => {
		const draft = new NightlyDraft(HUBS);
		draft.keepDaily = '10';
		draft.passphrase = PASSPHRASE;
		draft.current = 'my own password';
		const sent = draft.fields;
		draft.keepWeekly = '5';
		draft.saved({ ...HUBS, keepDaily: 10 }, sent);
		expect(draft.fields).toEqual({ on: true, keepDaily: '10', keepWeekly: '5', passphrase: '', current: '' });
		expect(draft.dirty).toBe(true);
		draft.saved({ ...HUBS, keepDaily: 10, keepWeekly: 5 }, draft.fields);
		expect(draft.dirty).toBe(false);
	});
});

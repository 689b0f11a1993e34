import { expect, it } from 'vitest';
import { TokenDraft, type Part } from './token-draft.svelte.ts';

const NOW = new Date(2026, 10, 29, 12).getTime();
const PUMP: Part = { kind: 'relay', device: 'gate', relay: 1 };
const NIGHT: Part = { kind: 'scene', scene: 'night' };

function draft(change: Partial<TokenDraft> = {}): TokenDraft {
	const made = new TokenDraft();
	made.name = ' Phone ';
	made.current = 'password';
	return Object.assign(made, change);
}

it('begins with the least: what is chosen, for a year', () => {
	const made = draft();
	expect(made.problem(NOW)).toMatchObject({ field: 'parts' });
	for (const part of [PUMP, NIGHT, PUMP]) made.add(part);
	expect(made.problem(NOW)).toBeUndefined();
	expect(made.body(NOW)).toEqual({
		name: 'Phone',
		scope: { kind: 'switch', relays: [{ device: 'gate', relay: 1 }], scenes: ['night'] },
		expiresAt: new Date(2027, 10, 29, 12).getTime(),
		current: 'password',
	});
	made.remove(PUMP);
	expect(made.body(NOW).scope).toEqual({ kind: 'switch', relays: [], scenes: ['night'] });
});

it('of another kind has nothing chosen, and no end if none is wanted', () => {
	const made = draft({ kind: 'read', end: 'never' });
	made.add(PUMP);
	expect(made.problem(NOW)).toBeUndefined();
	expect(made.body(NOW)).toMatchObject({ scope: { kind: 'read' }, expiresAt: null });
});

it('ends with the day that is entered, which is to come within ten years', () => {
	const made = draft({ kind: 'everything', end: 'other' });
	for (const [day, field] of [
		['', 'end'],
		['2026-11-28', 'end'],
		['2036-11-30', 'end'],
		['2026-11-29', undefined],
	] as const) {
		made.lastDay = day;
		expect([day, made.problem(NOW)?.field]).toEqual([day, field]);
	}
	expect(made.body(NOW).expiresAt).toBe(new Date(2026, 10, 30).getTime());
});

it('carries a code where one was typed', () => {
	const made = draft({ kind: 'read' });
	expect(made.body(NOW)).not.toHaveProperty('code');
	made.code = '123 456';
	expect(made.body(NOW)).toMatchObject({ current: 'password', code: '123 456' });
});

it('needs a name', () => {
	expect(draft({ name: ' ', kind: 'read' }).problem(NOW)).toMatchObject({ field: 'name' });
});

it('takes no more than a token holds', () => {
	const made = draft();
	for (let relay = 1; relay <= 70; relay++) made.add({ kind: 'relay', device: 'gate', relay });
	expect([made.parts.length, made.full]).toEqual([64, true]);
});

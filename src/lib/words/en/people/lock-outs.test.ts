import { expect, it } from 'vitest';
import { lockOutWords as words } from './lock-outs.ts';

const view = { what: 'sign-in', failures: 20, names: ['Anna', 'Ben'], unknownNames: true } as const;

it('says what was tried, and whose', () => {
	const tried = (change: object) => words.tried({ ...view, names: [...view.names], ...change });
	expect(tried({})).toBe('20 wrong passwords for Anna, Ben and names that nobody has');
	expect(tried({ names: ['Anna'], unknownNames: false })).toBe('20 wrong passwords for Anna');
	expect(tried({ what: 'api-token', names: [], unknownNames: false })).toBe('20 wrong API tokens');
});

it('says since when, until when, and how often it was before', () => {
	expect([1, 2, 3, 4].map((times) => words.when('today 19:02', 'today 19:33', times))).toEqual([
		'Since today 19:02 · until today 19:33',
		'Since today 19:02 · until today 19:33 · 2nd time',
		'Since today 19:02 · until today 19:33 · 3rd time',
		'Since today 19:02 · until today 19:33 · 4th time',
	]);
});

it('says in Activity how many addresses there are, or that it is not one address', () => {
	expect([0, 1, 3].map(words.strip)).toEqual([
		'Unknown browsers are locked out',
		'1 address is locked out',
		'3 addresses are locked out',
	]);
});

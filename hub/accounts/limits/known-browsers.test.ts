import { describe, expect, it } from 'vitest';
import { systemRandom } from '../../base/random.ts';
import { KnownBrowsers } from './known-browsers.ts';

const known = new KnownBrowsers(systemRandom.bytes(32), systemRandom);
const person = (id: string, passwordChanges = 0) => ({ id, passwordChanges });
const ANNA = person('anna');

describe('KnownBrowsers', () => {
	it('recognises a browser by its cookie, only for the person who signed in there', () => {
		const cookie = known.remember(undefined, ANNA);
		expect(known.idOf(cookie, ANNA)).toMatch(/^[\w-]{22}$/);
		expect(known.idOf(cookie, person('ben'))).toBeUndefined();
		expect(known.idOf(known.remember(undefined, ANNA), ANNA)).not.toBe(known.idOf(cookie, ANNA));
	});

	it('does not recognise it any more once the password has changed', () => {
		const cookie = known.remember(undefined, ANNA);
		expect(known.idOf(cookie, person('anna', 1))).toBeUndefined();
		const again = known.remember(cookie, person('anna', 1));
		expect(known.idOf(again, person('anna', 1))).toBe(known.idOf(cookie, ANNA));
	});

	it('keeps the id when others sign in, and forgets whoever signed in longest ago', () => {
		const first = known.remember(undefined, ANNA);
		const people = ['ben', 'cleo', 'dora', 'ben'].map((id) => person(id));
		let cookie = people.reduce((before, person) => known.remember(before, person), first);
		for (const one of [ANNA, ...people]) expect(known.idOf(cookie, one)).toBe(known.idOf(first, ANNA));
		cookie = known.remember(cookie, person('emil'));
		expect(known.idOf(cookie, ANNA)).toBeUndefined();
		expect(known.idOf(cookie, person('emil'))).toBeDefined();
		expect(cookie.length).toBeLessThan(140);
	});

	it('rejects the cookies of other hubs and of earlier versions, and made-up ones', () => {
		const other = new KnownBrowsers(systemRandom.bytes(32), systemRandom);
		const cookie = known.remember(undefined, ANNA);
		const [id, own, mac] = cookie.split('.');
		const bad = [
			...[undefined, '', id, `${id}.${mac}`, `${id}.${own}`, `${id}.${own}.`, `${id}..${mac}`, `${id}.${mac}.${mac}`],
			...[`${id}.${own}.${mac}x`, `x${cookie}`, `${id}.${own}.${'a'.repeat(10_000)}`],
			...[other.remember(undefined, ANNA), `${id!.slice(0, -1)}-.${own}.${mac}`],
		];
		for (const one of bad) {
			expect([known.isOurs(one), known.idOf(one, ANNA)], one).toEqual([false, undefined]);
			const fresh = known.remember(one, ANNA);
			expect(fresh).toHaveLength(68);
			expect(fresh.split('.')[0]).not.toBe(id);
		}
		expect(known.isOurs(cookie)).toBe(true);
	});
});

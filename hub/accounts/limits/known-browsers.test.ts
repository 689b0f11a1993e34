import { describe, expect, it } from 'vitest';
import { systemRandom } from '../../base/random.ts';
import { KnownBrowsers } from './known-browsers.ts';

const known = new KnownBrowsers(systemRandom.bytes(32), systemRandom);

describe('KnownBrowsers', () => {
	it('recognises a browser by its cookie, only for the person who signed in there', () => {
		const cookie = known.remember(undefined, 'anna');
		expect(known.idOf(cookie, 'anna')).toMatch(/^[\w-]{22}$/);
		expect(known.idOf(cookie, 'ben')).toBeUndefined();
		expect(known.idOf(known.remember(undefined, 'anna'), 'anna')).not.toBe(known.idOf(cookie, 'anna'));
	});

	it('keeps the id when others sign in, and forgets whoever signed in longest ago', () => {
		const first = known.remember(undefined, 'anna');
		const people = ['ben', 'cleo', 'dora', 'ben'];
		let cookie = people.reduce((before, person) => known.remember(before, person), first);
		for (const person of ['anna', ...people]) expect(known.idOf(cookie, person)).toBe(known.idOf(first, 'anna'));
		cookie = known.remember(cookie, 'emil');
		expect(known.idOf(cookie, 'anna')).toBeUndefined();
		expect(known.idOf(cookie, 'emil')).toBeDefined();
		expect(cookie.length).toBeLessThan(120);
	});

	it('rejects the cookies of other hubs, and made-up ones', () => {
		const other = new KnownBrowsers(systemRandom.bytes(32), systemRandom);
		const cookie = known.remember(undefined, 'anna');
		const [id, mac] = cookie.split('.');
		const bad = [undefined, '', id, `${id}.`, `.${mac}`, `${id}.${mac}x`, `x${cookie}`, `${id}.${'a'.repeat(10_000)}`];
		for (const one of [...bad, other.remember(undefined, 'anna'), `${id!.slice(0, -1)}-.${mac}`])
			expect(known.idOf(one, 'anna'), one).toBeUndefined();
		for (const one of bad) expect(known.remember(one, 'anna')).toHaveLength(45);
	});
});

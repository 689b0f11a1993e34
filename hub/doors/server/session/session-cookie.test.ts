import { describe, expect, it } from 'vitest';
import { browserIn, cookieThatCounts, setCookies, tokenIn } from './session-cookie.ts';

describe('the session cookie', () => {
	it('has over HTTPS a name that nobody on the line can plant, and takes the place of the plain one', () => {
		const [secure, plain] = setCookies('abc', true);
		expect(secure).toMatch(/^__Host-mooring_session=abc; Path=\/; HttpOnly; SameSite=Strict; Max-Age=\d+; Secure$/);
		expect(secure).not.toMatch(/Domain/i);
		expect(plain).toMatch(/^mooring_session=; .*Max-Age=0/);
		expect(setCookies('abc', false)).toEqual([expect.stringMatching(/^mooring_session=abc; /)]);
	});

	it('is removed under both names over HTTPS', () => {
		expect(setCookies(null, true).map((cookie) => cookie.split(';')[0])).toEqual([
			'__Host-mooring_session=',
			'mooring_session=',
		]);
	});

	it('is read under either name; the one that HTTPS protects counts', () => {
		expect(tokenIn('mooring_session=plain')).toBe('plain');
		expect(tokenIn('mooring_session=planted; __Host-mooring_session=safe')).toBe('safe');
		expect(tokenIn('x__Host-mooring_session=a; my_mooring_session=b')).toBeUndefined();
	});

	it.each(['a=b __Host-mooring_session=planted', 'a=b\t__Host-mooring_session=planted', 'a=  mooring_session=planted'])(
		'is not found in the value of another cookie, which anybody may plant: %s',
		(planted) => {
			expect(tokenIn(planted)).toBeUndefined();
			expect(tokenIn(`${planted}; \t__Host-mooring_session=safe`)).toBe('safe');
			expect(cookieThatCounts(planted, true)).toBe(planted);
		},
	);

	it.each([
		['mooring_session=planted', undefined],
		['a=b; mooring_session=planted', 'a=b; '],
		['mooring_session=planted;mooring_session=again; mooring_browser=c', ';; mooring_browser=c'],
		['__Host-mooring_session=safe; my_mooring_session=b', '__Host-mooring_session=safe; my_mooring_session=b'],
	])('over HTTPS counts by its protected name alone: %s', (header, counts) => {
		expect(cookieThatCounts(header, true)).toBe(counts);
		expect(cookieThatCounts(header, false)).toBe(header);
	});
});

it('a browser that was known before its cookie had another name is still known', () => {
	expect(browserIn('mooring_device=old')).toBe('old');
	expect(browserIn('mooring_device=old; mooring_browser=new')).toBe('new');
});

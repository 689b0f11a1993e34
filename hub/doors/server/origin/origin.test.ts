import { describe, expect, it, vi } from 'vitest';
import { changeAllowed, originAllowed } from './origin.ts';

const host = '192.168.1.2:8080';
const publicUrl = 'https://hub.example';
const own = `http://${host}`;

describe('originAllowed', () => {
	it.each([
		[{ host, origin: own }],
		[{ host, origin: publicUrl }],
		[{ host, origin: own, secFetchSite: 'same-origin' }],
		[{ host }],
		[{ host, secFetchSite: 'none' }],
	])('%j is this hub', (headers) => {
		expect(originAllowed(headers, publicUrl)).toBe(true);
	});

	it.each([
		[{ host, origin: 'http://evil.example' }],
		[{ host, origin: 'null' }],
		[{ host, origin: 'http://192.168.1.2' }],
		[{ host, origin: `http://${host}.evil.example` }],
		[{ host, origin: 'http://hub.example' }],
		[{ host, origin: own, secFetchSite: 'cross-site' }],
		[{ host, secFetchSite: 'same-site' }],
		[{ origin: own }],
	])('%j is not', (headers) => {
		expect(originAllowed(headers, publicUrl)).toBe(false);
	});

	it('without a public address only the host counts', () => {
		expect(originAllowed({ host, origin: publicUrl }, undefined)).toBe(false);
	});
});

it('an Origin longer than any is refused unread: its name would be normalised in quadratic time', () => {
	const parse = vi.spyOn(globalThis, 'URL');
	expect(originAllowed({ host, origin: `http://a${'%CC%81'.repeat(2_000)}` }, publicUrl)).toBe(false);
	expect(parse).not.toHaveBeenCalled();
});

describe('changeAllowed', () => {
	const cookie = 'mooring_session=x';
	it.each([
		[{ host, cookie, origin: own }, true],
		[{ host, cookie, secFetchSite: 'same-origin' }, true],
		[{ host }, true],
		[{ host, cookie }, false],
		[{ host, cookie, secFetchSite: 'none' }, false],
		[{ host, origin: 'http://evil.example' }, false],
		[{ host, secFetchSite: 'cross-site' }, false],
	])('%j: %s', (headers, allowed) => {
		expect(changeAllowed(headers, publicUrl)).toBe(allowed);
	});
});

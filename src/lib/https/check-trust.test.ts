import { expect, it, vi } from 'vitest';
import { placeAfter, trusts } from './check-trust.ts';

it('trusts a hub that answers over HTTPS, and asks for nothing but that', async () => {
	const ask = vi.fn(async () => new Response(null, { status: 204 }));
	expect(await trusts('https://hub.local:8443', ask)).toBe(true);
	expect(ask).toHaveBeenCalledWith(
		'https://hub.local:8443/trust/check',
		expect.objectContaining({ mode: 'no-cors', credentials: 'omit' }),
	);
});

it('does not trust one whose certificate is refused', async () => {
	expect(await trusts('https://hub.local:8443', () => Promise.reject(new TypeError('Failed to fetch')))).toBe(false);
});

it.each([
	['#/activity', 'https://hub.local/activity'],
	['', 'https://hub.local'],
	['#.evil.example', 'https://hub.local'],
	['#@evil.example', 'https://hub.local'],
])('leads from %j to %s', (hash, place) => {
	expect(placeAfter('https://hub.local', hash)).toBe(place);
});

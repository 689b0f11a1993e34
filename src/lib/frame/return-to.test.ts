import { describe, expect, it } from 'vitest';
import { returnTo, signInFor } from './return-to.ts';

const HUB = 'http://hub.local:8080';
const cameBack = (to: string) => returnTo(new URL(`${HUB}/signin?to=${encodeURIComponent(to)}`)).href;

describe('a link that asks for a sign-in first', () => {
	it.each(['/activity', '/activity?device=7&days=today', '/devices/7#log', '/settings'])('returns to %s', (path) => {
		const gate = new URL(signInFor(new URL(path, HUB), '/signin'), HUB);
		expect([gate.pathname, returnTo(gate).href]).toEqual(['/signin', HUB + path]);
	});

	it('returns home by default', () => {
		expect(signInFor(new URL('/', HUB), '/signin')).toBe('/signin');
		expect(returnTo(new URL('/signin', HUB)).href).toBe(`${HUB}/`);
	});

	it.each([
		'https://evil.example/',
		'//evil.example/',
		'/\\evil.example/',
		'/\t/evil.example/',
		'javascript:alert(1)',
		'http://hub.local:8081/',
		'//hub.local:8080@evil.example/',
		'activity',
		'//:0:0',
		'/signin?to=%2Fsignin',
		'/setup',
		'/join',
		'/api/v1/audit.csv',
	])('never returns to %j', (to) => expect(cameBack(to)).toBe(`${HUB}/`));
});

import { expect, it } from 'vitest';
import { fileFor, platformOf } from './platform.ts';

it.each([
	['Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Safari', 5, 'ios'],
	['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Safari', 5, 'ios'],
	['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Safari', 0, 'mac'],
	['Mozilla/5.0 (Linux; Android 15) Chrome', 5, 'android'],
	['Mozilla/5.0 (Windows NT 10.0; Win64; x64) Firefox', 0, 'windows'],
	['Mozilla/5.0 (X11; Linux x86_64) Chrome', 0, 'linux'],
])('%s with %i touch points gets the steps of %s', (userAgent, maxTouchPoints, platform) => {
	expect(platformOf({ userAgent, maxTouchPoints })).toBe(platform);
});

it('gives Apple’s phones a profile and every other device the certificate', () => {
	expect([fileFor('ios'), fileFor('mac'), fileFor('android')]).toEqual([
		'/trust/mooring.mobileconfig',
		'/trust/mooring.crt',
		'/trust/mooring.crt',
	]);
});

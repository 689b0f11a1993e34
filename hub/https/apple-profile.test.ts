import { X509Certificate } from 'node:crypto';
import { expect, it } from 'vitest';
import { systemRandom } from '../base/random.ts';
import { appleProfile } from './apple-profile.ts';
import { makeAuthority } from './certificates.ts';

it('holds the certificate, ids that stay the same, and the hub’s name as text', async () => {
	const parts = { random: systemRandom, now: Date.now() };
	const { certificate } = await makeAuthority('Tom & <Anna>', parts);
	const profile = appleProfile(certificate);
	expect(appleProfile(certificate)).toBe(profile);
	const [, data] = /<data>([^<]+)<\/data>/.exec(profile)!;
	expect(Buffer.from(data!, 'base64')).toEqual(new X509Certificate(certificate).raw);
	expect(profile).toContain('<string>Tom &amp; &lt;Anna&gt;</string>');
	const ids = [...profile.matchAll(/PayloadUUID<\/key><string>([^<]+)/g)].map(([, id]) => id);
	expect(new Set(ids).size).toBe(2);
	for (const id of ids) expect(id).toMatch(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/);
});

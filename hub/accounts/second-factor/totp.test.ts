import { expect, it } from 'vitest';
import { offerOf, stepOfCode } from './totp.ts';

/** RFC 6238, appendix B: SHA-1, the last six of the eight digits there. */
const SECRET = Buffer.from('12345678901234567890');
const VECTORS: [seconds: number, step: number, code: string][] = [
	[59, 0x1, '287082'],
	[1_111_111_109, 0x23523ec, '081804'],
	[1_111_111_111, 0x23523ed, '050471'],
	[1_234_567_890, 0x273ef07, '005924'],
	[2_000_000_000, 0x3f940aa, '279037'],
	[20_000_000_000, 0x27bc86aa, '353130'],
];

it.each(VECTORS)('knows at %i s the step %i of the code %s, as RFC 6238 does', async (seconds, step, code) => {
	expect(await stepOfCode(SECRET, code, seconds * 1_000)).toBe(step);
});

it('takes a code one step before and after its own, and no further', async () => {
	const steps = [-2, -1, 0, 1, 2].map((late) => stepOfCode(SECRET, '005924', (1_234_567_890 + late * 30) * 1_000));
	expect(await Promise.all(steps)).toEqual([undefined, 0x273ef07, 0x273ef07, 0x273ef07, undefined]);
});

it.each(['005925', '05924', '0059240', '', 'abcdef'])('refuses %j', async (code) => {
	expect(await stepOfCode(SECRET, code, 1_234_567_890_000)).toBeUndefined();
});

it('gives the secret to an app as a URI, in which a colon parts only the two names', async () => {
	const offer = await offerOf(SECRET, { hub: 'Haus: Süd', person: 'an:na' });
	expect(offer.secret).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ');
	expect(offer.uri).toMatch(/^otpauth:\/\/totp\/Haus%20%20S%C3%BCd:an%20na\?/);
	expect(Object.fromEntries(new URL(offer.uri).searchParams)).toEqual({
		issuer: 'Haus  Süd',
		secret: offer.secret,
		algorithm: 'SHA1',
		digits: '6',
		period: '30',
	});
});

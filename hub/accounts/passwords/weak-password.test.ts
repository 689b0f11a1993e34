import { expect, it } from 'vitest';
import { LIMITS } from '../../../protocol/dashboard/limits.ts';
import { weaknessOf } from './weak-password.ts';

const NAMES = ['Anna-Lena', 'Küchenhub', 'Mooring'];

it.each([
	'1234567890',
	'qwertyuiop',
	'QWERTYuiop',
	'1q2w3e4r5t',
	'password123',
	'passwordpassword',
	'0123456789',
	'9876543210',
	'abcdefghijklm',
	'aaaaaaaaaa',
	'1212121212121',
	'１２３４５６７８９０',
])('refuses %s as a common password', async (password) => {
	expect(await weaknessOf(password, NAMES)).toBe('common-password');
});

it.each([
	'anna-lena',
	'ANNA-LENA1',
	'2026anna-lena!!',
	'Küchenhub1',
	'Ku\u0308chenhub 2',
	'mooring2026',
	'123mooring456',
])('refuses %s as a name', async (password) => {
	expect(await weaknessOf(password, NAMES)).toBe('name-as-password');
});

it.each([
	'correct horse battery staple',
	'mooring the boat at noon',
	'xK7#pQ2!mZ',
	'Tr0ub4dor&3 and more',
	'7391846205',
])('accepts %s', async (password) => {
	expect(await weaknessOf(password, NAMES)).toBeUndefined();
});

it('does not take a password of digits for a name without letters', async () => {
	expect(await weaknessOf('7391846205', ['2026', '家'])).toBeUndefined();
	expect('7391846205'.length).toBeGreaterThanOrEqual(LIMITS.passwordMin);
});

import { expect, it } from 'vitest';
import { PASSWORD_COST, checkPassword, hashPassword } from './password.ts';

it('is argon2id at the cost OWASP asks for', async () => {
	expect(await hashPassword('secret', PASSWORD_COST)).toMatch(/^\$argon2id\$v=19\$m=7168,t=5,p=1\$/);
});

it('accepts a password in composed and decomposed letters, and no other', async () => {
	const cheap = { memoryCost: 8, timeCost: 1, parallelism: 1 };
	const hashed = await hashPassword('Zu\u0308rich', cheap);
	expect(await checkPassword(hashed, 'Z\u00fcrich', cheap)).toBe(true);
	expect(await checkPassword(hashed, 'Zurich', cheap)).toBe(false);
	expect(await checkPassword(undefined, 'Z\u00fcrich', cheap)).toBe(false);
});

it('is never right by a stored hash that asks for more than any hub used, or is none', async () => {
	const cheap = { memoryCost: 8, timeCost: 1, parallelism: 1 };
	const [, salt, hash] = /\$([^$]+)\$([^$]+)$/.exec(await hashPassword('secret', cheap))!;
	const stored = (cost: string) => `$argon2id$v=19$${cost}$${salt}$${hash}`;
	expect(await checkPassword(stored('m=8,t=1,p=1'), 'secret', cheap)).toBe(true);
	// the same hash with more lanes: only its being refused unread answers without an error or a wait
	for (const cost of ['m=4194304,t=1,p=1', 'm=8,t=4000000,p=1', 'm=100000,t=1,p=1', 'm=64,t=1,p=8'])
		expect(await checkPassword(stored(cost), 'secret', cheap)).toBe(false);
	for (const none of ['', 'hash', '$argon2id$v=19$']) expect(await checkPassword(none, 'secret', cheap)).toBe(false);
});

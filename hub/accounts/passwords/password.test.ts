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

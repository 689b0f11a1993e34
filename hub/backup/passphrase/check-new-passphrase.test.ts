import { expect, it } from 'vitest';
import { checkNewPassphrase } from './check-new-passphrase.ts';

it.each([
	['eleven char', 'too-short'],
	['x'.repeat(201), 'too-long'],
	['passwordpassword', 'common-password'],
	['123412341234', 'common-password'],
	['mooring 20262026', 'name-as-password'],
])('refuses %j as a new passphrase: %s', async (passphrase, kind) => {
	expect(await checkNewPassphrase(passphrase)).toMatchObject({ ok: false, error: { kind, field: 'passphrase' } });
});

it('takes words that nobody tries first', async () => {
	expect(await checkNewPassphrase('four boats on a quiet lake')).toMatchObject({ ok: true });
});

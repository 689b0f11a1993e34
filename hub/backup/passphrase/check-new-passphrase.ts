import { LIMITS } from '../../../protocol/dashboard/limits.ts';
import { type Fault, fieldFault } from '../../../protocol/dashboard/faults.ts';
import { SOFTWARE, weaknessOf } from '../../accounts/passwords/weak-password.ts';
import { type Result, ok } from '../../base/result.ts';

/**
 * A backup can be tried against guesses for ever, without a hub that would slow them down: so its passphrase must be
 * longer than a password, and none of those that everybody tries first.
 */
export async function checkNewPassphrase(passphrase: string): Promise<Result<string, Fault>> {
	const { length } = [...passphrase];
	if (length < LIMITS.passphraseMin) return fieldFault('passphrase', 'too-short', { least: LIMITS.passphraseMin });
	if (length > LIMITS.passphraseMax) return fieldFault('passphrase', 'too-long', { most: LIMITS.passphraseMax });
	const weakness = await weaknessOf(passphrase, [SOFTWARE]);
	return weakness ? fieldFault('passphrase', weakness) : ok(passphrase);
}

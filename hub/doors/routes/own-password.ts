import type { ApiError } from '../../../protocol/dashboard/errors.ts';
import type { Accounts } from '../../accounts/accounts.ts';
import type { SignInLimit } from '../../accounts/limits/sign-in-limit.ts';
import { checkCurrentPassword } from '../../accounts/own/check-current-password.ts';
import { foldName } from '../../accounts/sessions.ts';
import { type Result, err, ok } from '../../base/result.ts';
import type { Asked } from '../server/route.ts';
import { signInError, tooManyTries } from './account.ts';

/**
 * Whether this is the password of whoever asks. Counted as guesses at sign-in are, so that a stolen session is no way
 * around their limit.
 */
export async function checkOwnPassword(
	{ accounts, tries }: { accounts: Accounts; tries: SignInLimit },
	{ who, address }: Pick<Asked<unknown, unknown, string, 'signed-in'>, 'who' | 'address'>,
	password: string,
): Promise<Result<void, ApiError>> {
	const begun = tries.begin({ address, secret: foldName(who.user.name), browser: who.sessionId });
	if (!begun.ok) return err(tooManyTries(begun.error.retryAfterS));
	try {
		const caller = { known: true, address, failures: tries.failuresFrom(address) };
		const checked = await checkCurrentPassword(accounts, password, { userId: who.user.id, caller });
		if (checked.ok) begun.value.end('succeeded');
		else if (checked.error.kind === 'current-password-wrong') begun.value.end('failed');
		return checked.ok ? ok() : err(signInError(checked.error));
	} finally {
		begun.value.end('neither');
	}
}

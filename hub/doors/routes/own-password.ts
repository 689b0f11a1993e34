import type { ApiError } from '../../../protocol/dashboard/errors.ts';
import type { Fault } from '../../../protocol/dashboard/faults.ts';
import type { Accounts } from '../../accounts/accounts.ts';
import type { Caller } from '../../accounts/limits/hash-queue.ts';
import type { SignInLimit } from '../../accounts/limits/sign-in-limit.ts';
import { checkCurrentPassword } from '../../accounts/own/check-current-password.ts';
import { foldName } from '../../accounts/sessions.ts';
import { type Result, err } from '../../base/result.ts';
import type { Asked } from '../server/route.ts';
import { signInError, tooManyTries } from './account.ts';

type OfPerson = Pick<Asked<unknown, unknown, string, 'signed-in'>, 'who' | 'address'>;

/**
 * Does what takes the password of whoever asks. Counted as guesses at sign-in are, so that a stolen session is no way
 * around their limit.
 */
export async function guessOwnPassword<T>(
	tries: SignInLimit,
	{ who, address }: OfPerson,
	act: (caller: Caller) => Promise<Result<T, Fault>>,
): Promise<Result<T, ApiError>> {
	const begun = tries.begin({ address, secret: foldName(who.user.name), browser: who.sessionId });
	if (!begun.ok) return err(tooManyTries(begun.error.retryAfterS));
	try {
		const done = await act({ known: true, address, failures: tries.failuresFrom(address) });
		if (done.ok) {
			begun.value.end('succeeded');
			return done;
		}
		if (done.error.kind === 'current-password-wrong') begun.value.end('failed');
		return err(signInError(done.error));
	} finally {
		begun.value.end('neither');
	}
}

/** Whether this is the password of whoever asks. */
export function checkOwnPassword(
	{ accounts, tries }: { accounts: Accounts; tries: SignInLimit },
	asked: OfPerson,
	password: string,
): Promise<Result<void, ApiError>> {
	return guessOwnPassword(tries, asked, (caller) =>
		checkCurrentPassword(accounts, password, { userId: asked.who.user.id, caller }),
	);
}

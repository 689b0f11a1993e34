import type { ApiError } from '../../../../protocol/dashboard/errors.ts';
import type { Fault } from '../../../../protocol/dashboard/faults.ts';
import type { Accounts } from '../../../accounts/accounts.ts';
import type { CodeGuess } from '../../../accounts/limits/code-limit.ts';
import { type Result, err } from '../../../base/result.ts';
import { signInError, tooManyTries } from './account.ts';

/** Does what takes a code. It counts as a wrong one while it is under way, and afterwards if it was. */
export async function guessCode<T>(
	{ secondFactors }: Accounts,
	guess: CodeGuess,
	act: () => Promise<Result<T, Fault>>,
): Promise<Result<T, ApiError>> {
	const begun = secondFactors.limit.begin(guess);
	if (!begun.ok) return err(tooManyTries(begun.error.retryAfterS));
	try {
		const done = await act();
		if (done.ok) {
			begun.value.end('succeeded');
			return done;
		}
		if (done.error.field === 'code') begun.value.end('failed');
		return err(signInError(done.error));
	} finally {
		begun.value.end('neither');
	}
}

import type { ApiError } from '../../../../protocol/dashboard/errors.ts';
import { type Fault, fieldFault } from '../../../../protocol/dashboard/faults.ts';
import type { OwnProof } from '../../../../protocol/dashboard/people/second-factor.ts';
import type { Accounts } from '../../../accounts/accounts.ts';
import type { User } from '../../../accounts/entities.ts';
import type { Caller } from '../../../accounts/limits/hash-queue.ts';
import type { SignInLimit } from '../../../accounts/limits/sign-in-limit.ts';
import { proveYourself } from '../../../accounts/own/prove-yourself.ts';
import { foldName } from '../../../accounts/sessions.ts';
import { type Result, err, ok } from '../../../base/result.ts';
import { apiErrorOf } from '../../api-error.ts';
import type { Asked } from '../../server/route.ts';
import type { Who } from '../../server/session/who-is.ts';
import { signInError, tooManyTries } from './account.ts';
import { guessCode } from './guess-code.ts';

/** Whose session it is that asks. */
export const sessionOf = ({ user, sessionId }: Who) => ({ userId: user.id, session: sessionId });

type OfPerson = Pick<Asked<unknown, unknown, string, 'signed-in'>, 'who' | 'address'>;

/** What guesses at passwords and codes are counted by. */
export interface Guarded {
	accounts: Accounts;
	tries: SignInLimit;
}

/**
 * Does what takes the password of whoever asks, and a code where their second factor is on. Both are counted as guesses at
 * sign-in are, so that a stolen session is no way around their limits.
 */
export async function guessOwnPassword<T>(
	{ accounts, tries }: Guarded,
	{ who, address }: OfPerson,
	code: string | undefined,
	act: (caller: Caller) => Promise<Result<T, Fault>>,
): Promise<Result<T, ApiError>> {
	const begun = tries.begin({ address, secret: foldName(who.user.name), browser: who.sessionId });
	if (!begun.ok) return err(tooManyTries(begun.error.retryAfterS));
	const attempt = async () => {
		const done = await act({ known: true, address, failures: tries.failuresFrom(address) });
		if (done.ok || done.error.field === 'code') begun.value.end('succeeded');
		else if (done.error.kind === 'current-password-wrong') begun.value.end('failed');
		return done;
	};
	try {
		const guess = { address, person: who.user.id, browser: who.sessionId };
		if (code !== undefined) {
			const done = await guessCode(accounts, guess, attempt);
			// Only what comes after a right password is counted as a wrong code.
			if (!done.ok && done.error.fault === 'too-many-failures')
				accounts.events.emit('SecondFactorFailed', { user: who.user, address });
			return done;
		}
		const done = await attempt();
		return done.ok ? done : err(signInError(done.error));
	} finally {
		begun.value.end('neither');
	}
}

/**
 * Whether this is the password of whoever asks, and a code of theirs where their second factor is on. Answers the person as
 * they were when the password was checked.
 */
export async function checkOwnPassword(
	guarded: Guarded,
	asked: OfPerson,
	proof: OwnProof,
): Promise<Result<User, ApiError>> {
	const proved = await guessOwnPassword(guarded, asked, proof.code, (caller) =>
		proveYourself(guarded.accounts, proof, { ...sessionOf(asked.who), caller }, async () => ok()),
	);
	return proved.ok ? ok(proved.value.user) : proved;
}

/** The same where the proof is needed for some requests of a route only, and so may be left out. */
export async function checkOwnProof(
	guarded: Guarded,
	asked: OfPerson,
	{ current, code }: Partial<OwnProof>,
): Promise<Result<User, ApiError>> {
	if (current === undefined) return err(apiErrorOf(fieldFault('current', 'password-needed').error));
	return checkOwnPassword(guarded, asked, { current, code });
}

import type { SqlEntityManager } from '@mikro-orm/sqlite';
import type { UserView } from '../../../protocol/dashboard/people/accounts.ts';
import { type Fault, fieldFault } from '../../../protocol/dashboard/faults.ts';
import { type Result, ok } from '../../base/result.ts';
import type { Accounts } from '../accounts.ts';
import { RecoveryCode, SecondFactor } from './entities.ts';
import { stepOfCode } from './totp.ts';
import { readTypedCode } from './typed-code.ts';

/** Which code was right; `off`: this person has no second factor, so none was needed. */
export type UsedCode = 'off' | 'app' | { recoveryCodesLeft: number };

/**
 * Uses up a code inside the caller's transaction: of several tries with the same code at the same time exactly one
 * succeeds, and none later. Tell `tellUsed` after the commit.
 */
export async function useCode(
	accounts: Accounts,
	em: SqlEntityManager,
	userId: string,
	typed: string | undefined,
): Promise<Result<UsedCode, Fault>> {
	const factor = await em.findOne(SecondFactor, { userId }, { disableIdentityMap: true });
	if (!factor) return ok('off');
	if (typed === undefined) return fieldFault('code', 'second-factor-needed');
	const { kind, code } = readTypedCode(typed);
	if (kind === 'app') return useAppCode(accounts, em, factor, code);
	const hash = accounts.secondFactors.hashOf(userId, code);
	if ((await em.nativeDelete(RecoveryCode, { hash, userId })) === 0) return wrongCode(accounts);
	return ok({ recoveryCodesLeft: await em.count(RecoveryCode, { userId }) });
}

async function useAppCode(
	accounts: Accounts,
	em: SqlEntityManager,
	factor: SecondFactor,
	code: string,
): Promise<Result<UsedCode, Fault>> {
	const { secondFactors, clock } = accounts;
	const { userId } = factor;
	const step = await stepOfCode(secondFactors.open(factor), code, clock.now());
	if (step === undefined) return wrongCode(accounts);
	const used = await em.nativeUpdate(SecondFactor, { userId, lastStep: { $lt: step } }, { lastStep: step });
	return used === 1 ? ok('app') : fieldFault('code', 'second-factor-used');
}

/** It says the hub's time: a code is wrong too if one of the two clocks is. */
export function wrongCode({ clock }: Accounts): Result<never, Fault> {
	const time = `${new Date(clock.now()).toISOString().slice(11, 16)} UTC`;
	return fieldFault('code', 'second-factor-wrong', { time });
}

export function tellUsed({ events }: Accounts, user: UserView, used: UsedCode): void {
	if (typeof used === 'object') events.emit('RecoveryCodeUsed', { user, left: used.recoveryCodesLeft });
}

import type { SecondFactorView } from '../../../protocol/dashboard/people/second-factor.ts';
import type { Accounts } from '../accounts.ts';
import { RecoveryCode, SecondFactor } from './entities.ts';

/** A person's own second factor, without what is secret of it. */
export async function showSecondFactor({ orm }: Accounts, userId: string): Promise<SecondFactorView> {
	const em = orm.em.fork();
	const factor = await em.findOne(SecondFactor, { userId }, { fields: ['createdAt'] });
	const recoveryCodes = await em.count(RecoveryCode, { userId });
	return { on: factor !== null, since: factor?.createdAt ?? null, recoveryCodes };
}

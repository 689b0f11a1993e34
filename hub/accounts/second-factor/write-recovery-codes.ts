import type { SqlEntityManager } from '@mikro-orm/sqlite';
import type { Accounts } from '../accounts.ts';
import { RecoveryCode } from './entities.ts';
import { groupedCode, makeRecoveryCodes } from './typed-code.ts';

/** Inside the caller's transaction: new recovery codes take the place of the old ones. Only here they are known in the clear. */
export async function writeRecoveryCodes(
	{ random, secondFactors }: Accounts,
	em: SqlEntityManager,
	userId: string,
): Promise<string[]> {
	const codes = makeRecoveryCodes(random);
	await em.nativeDelete(RecoveryCode, { userId });
	await em.insertMany(
		RecoveryCode,
		codes.map((code) => ({ userId, hash: secondFactors.hashOf(userId, code) })),
	);
	return codes.map(groupedCode);
}

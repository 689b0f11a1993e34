import { type MikroORM, raw } from '@mikro-orm/sqlite';
import type { Random } from '../../base/random.ts';
import { type Failure, type Result, failure, ok } from '../../base/result.ts';
import { Session, User } from '../entities.ts';
import { PASSWORD_COST, type PasswordCost, hashPassword } from './password.ts';
import { SecondFactor } from '../second-factor/entities.ts';
import { foldName } from '../sessions.ts';
import { ApiToken } from '../tokens/entity.ts';

/** 15 bytes are 20 characters of base64url, 120 bits. */
const PASSWORD_BYTES = 15;

/**
 * Gives somebody who forgot their password a new random one, signs them out everywhere, ends their API tokens, and turns their
 * second factor off: whoever has the hub's shell helps somebody who has lost both.
 */
export async function resetPassword(
	orm: MikroORM,
	random: Random,
	name: string,
	cost: PasswordCost = PASSWORD_COST,
): Promise<Result<{ name: string; password: string; hadSecondFactor: boolean }, Failure<'no-such-user'>>> {
	const user = await orm.em.fork().findOne(User, { folded: foldName(name) });
	if (!user) return failure('no-such-user', `There is no user "${name}" on this hub.`);
	const password = Buffer.from(random.bytes(PASSWORD_BYTES)).toString('base64url');
	const passwordHash = await hashPassword(password, cost);
	const hadSecondFactor = await orm.em.fork().transactional(async (em) => {
		await em.nativeUpdate(User, { id: user.id }, { passwordHash, passwordChanges: raw('password_changes + 1') });
		await em.nativeDelete(Session, { userId: user.id });
		await em.nativeDelete(ApiToken, { userId: user.id });
		return (await em.nativeDelete(SecondFactor, { userId: user.id })) > 0;
	});
	return ok({ name: user.name, password, hadSecondFactor });
}

import type { SqlEntityManager } from '@mikro-orm/sqlite';
import { type Fault, fault } from '../../../protocol/dashboard/faults.ts';
import { personActor } from '../../base/actor.ts';
import { type Result, ok } from '../../base/result.ts';
import type { Accounts } from '../accounts.ts';
import { type User as Person, User } from '../entities.ts';
import { type Renew, type Renewed, renewSession, tellRenewed } from '../own/renew-session.ts';
import { tellTokensEnded } from '../tokens/end-tokens.ts';
import { SecondFactor } from './entities.ts';
import { stepOfCode } from './totp.ts';
import { readTypedCode } from './typed-code.ts';
import { wrongCode } from './use-code.ts';
import { writeRecoveryCodes } from './write-recovery-codes.ts';

interface TurnedOn {
	session: Renewed;
	recoveryCodes: string[];
}

/**
 * Turns a person's second factor on, once a code shows that the secret is in their app. As at a new password, all their other
 * sessions and API tokens end, and this one goes on with a new cookie. Tells `renewed` first.
 */
export async function turnOnSecondFactor(
	accounts: Accounts,
	typed: string,
	from: { userId: string; session: string },
	renewed: Renew,
): Promise<Result<TurnedOn, Fault>> {
	const { orm, clock, events, secondFactors } = accounts;
	const secret = secondFactors.enrolments.secretOf(from.userId, from.session);
	const user = await orm.em.fork().findOne(User, { id: from.userId });
	if (!secret || !user) return fault('second-factor-not-begun');
	const step = await stepOfCode(secret, readTypedCode(typed).code, clock.now());
	if (step === undefined) return wrongCode(accounts);
	const wish = { user, session: from.session, secret, step };
	const done = await orm.em.fork().transactional((em) => write(accounts, em as SqlEntityManager, wish));
	if (!done.ok) return done;
	secondFactors.enrolments.end(user.id);
	tellRenewed(accounts, from.session, done.value.session, renewed);
	events.emit('SecondFactorChanged', { user: done.value.session.user, change: 'on', by: personActor(user) });
	tellTokensEnded(accounts, user, done.value.session.tokens, personActor(user));
	events.emit('PeopleChanged', {});
	return done;
}

async function write(
	accounts: Accounts,
	em: SqlEntityManager,
	{ user, session, secret, step }: { user: Person; session: string; secret: Uint8Array; step: number },
): Promise<Result<TurnedOn, Fault>> {
	const userId = user.id;
	if ((await em.count(SecondFactor, { userId })) > 0) return fault('second-factor-on');
	const renewal = await renewSession(accounts, em, { user, session });
	if (!renewal) return fault('not-signed-in');
	const sealed = accounts.secondFactors.seal(userId, secret);
	await em.insert(SecondFactor, { userId, sealed, lastStep: step, createdAt: accounts.clock.now() });
	return ok({ session: renewal, recoveryCodes: await writeRecoveryCodes(accounts, em, userId) });
}

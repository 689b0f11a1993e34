import type { SqlEntityManager } from '@mikro-orm/sqlite';
import type { SignIn } from '../../protocol/dashboard/people/accounts.ts';
import { type Fault, fault } from '../../protocol/dashboard/faults.ts';
import type { SecondFactorAsked } from '../../protocol/dashboard/people/second-factor.ts';
import { type Result, ok } from '../base/result.ts';
import type { Accounts, Visitor } from './accounts.ts';
import { Session, User } from './entities.ts';
import { checkPassword, hashPassword, isOfCost } from './passwords/password.ts';
import { tellEnded } from './people/end-sessions.ts';
import { SecondFactor } from './second-factor/entities.ts';
import { HANDLE_MS } from './second-factor/sign-in-handles.ts';
import { type NewSession, beginSession, foldName, userView } from './sessions.ts';

/**
 * Signs in with a new session; ends the one this browser had before (`oldSession`). Of somebody whose second factor is on it
 * asks for a code first, and begins and ends nothing.
 */
export async function signIn(
	accounts: Accounts,
	wish: SignIn,
	visitor: Visitor,
	oldSession?: string,
): Promise<Result<NewSession | SecondFactorAsked, Fault>> {
	const { orm, passwordCost } = accounts;
	const user = await orm.em.fork().findOne(User, { folded: foldName(wish.name) });
	if (!(await checkPassword(user?.passwordHash, wish.password, passwordCost)) || !user) return wrong();
	// A hash of another cost takes another time, which would reveal that this name exists.
	const passwordHash = isOfCost(user.passwordHash, passwordCost)
		? user.passwordHash
		: await hashPassword(wish.password, passwordCost);
	const begun = await orm.em.fork().transactional(async (em) => {
		// A reset while the password was checked has ended every session: begin none with the old password.
		const same = await em.findOne(User, { id: user.id, passwordHash: user.passwordHash });
		if (!same) return undefined;
		if (passwordHash !== user.passwordHash) await em.nativeUpdate(User, { id: user.id }, { passwordHash });
		if ((await em.count(SecondFactor, { userId: user.id })) > 0) return { asks: same };
		if (oldSession) await em.nativeDelete(Session, { id: oldSession });
		const session = await beginSession(em as SqlEntityManager, accounts, same, visitor);
		return oldSession ? { ...session, ended: [oldSession, ...session.ended] } : session;
	});
	if (!begun) return wrong();
	if ('asks' in begun) {
		const { address } = visitor;
		const failure = { user: userView(begun.asks), address };
		const failed = () => accounts.events.emit('SecondFactorFailed', failure);
		const handle = accounts.secondFactors.handles.open(begun.asks, address, failed);
		return ok({ handle, forMs: HANDLE_MS });
	}
	tellEnded(accounts, begun.ended);
	accounts.events.emit('PeopleChanged', {});
	return ok(begun);
}

/** The same for a name that nobody has, so that nobody learns which names exist. */
function wrong(): Result<never, Fault> {
	return fault('wrong-credentials');
}

import type { Accounts } from './accounts.ts';
import { Session } from './entities.ts';
import { tellEnded } from './people/end-sessions.ts';

/** Ends a session. Its open dashboards, in whatever tab, go to the sign-in page. */
export async function signOut(accounts: Accounts, sessionId: string): Promise<void> {
	const { orm, events } = accounts;
	await orm.em.fork().nativeDelete(Session, { id: sessionId });
	tellEnded(accounts, [sessionId]);
	events.emit('PeopleChanged', {});
}

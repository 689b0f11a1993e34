import type { Accounts } from './accounts.ts';
import { Session } from './entities.ts';

export async function signOut(accounts: Accounts, sessionId: string): Promise<void> {
	await accounts.orm.em.fork().nativeDelete(Session, { id: sessionId });
}

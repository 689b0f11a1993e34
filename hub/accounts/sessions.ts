import { createHash } from 'node:crypto';
import type { SqlEntityManager } from '@mikro-orm/sqlite';
import type { UserView } from '../../protocol/dashboard.ts';
import type { Accounts, Visitor } from './accounts.ts';
import { Session, User } from './entities.ts';

/** A session that was not used for this long is over. */
export const SESSION_MS = 30 * 24 * 3_600_000;
/** "Last used" is written at most this often, for the SD card's sake. */
const LAST_USED_STEP_MS = 3_600_000;
const TOKEN_BYTES = 32;
const MAX_USER_AGENT = 200;

export interface NewSession {
	user: UserView;
	/** goes into the cookie and nowhere else */
	token: string;
}

export async function beginSession(
	em: SqlEntityManager,
	accounts: Accounts,
	user: User,
	visitor: Visitor,
): Promise<NewSession> {
	const token = Buffer.from(accounts.random.bytes(TOKEN_BYTES)).toString('base64url');
	const now = accounts.clock.now();
	await em.insert(Session, {
		id: sessionId(token),
		userId: user.id,
		createdAt: now,
		lastUsedAt: now,
		address: visitor.address,
		userAgent: visitor.userAgent.slice(0, MAX_USER_AGENT),
	});
	return { user: userView(user), token };
}

/** Whose session a token is, undefined where it is none, or over. */
export async function findSession(
	accounts: Accounts,
	token: string,
): Promise<{ user: UserView; sessionId: string } | undefined> {
	const em = accounts.orm.em.fork();
	const id = sessionId(token);
	const session = await em.findOne(Session, { id });
	if (!session) return undefined;
	const now = accounts.clock.now();
	if (now - session.lastUsedAt >= SESSION_MS) {
		await em.nativeDelete(Session, { id });
		return undefined;
	}
	if (now - session.lastUsedAt >= LAST_USED_STEP_MS) await em.nativeUpdate(Session, { id }, { lastUsedAt: now });
	const user = await em.findOne(User, { id: session.userId });
	return user ? { user: userView(user), sessionId: id } : undefined;
}

export async function signOut(accounts: Accounts, sessionId: string): Promise<void> {
	await accounts.orm.em.fork().nativeDelete(Session, { id: sessionId });
}

export function sessionId(token: string): string {
	return createHash('sha256').update(token).digest('hex');
}

export function userView({ id, name, role }: User): UserView {
	return { id, name, role };
}

export function foldName(name: string): string {
	return name.normalize('NFKC').trim().toLocaleLowerCase('en');
}

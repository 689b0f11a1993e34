import { createHash } from 'node:crypto';
import type { SqlEntityManager } from '@mikro-orm/sqlite';
import type { UserView } from '../../protocol/dashboard/people/accounts.ts';
import { fieldFault } from '../../protocol/dashboard/faults.ts';
import { newId } from '../base/random.ts';
import type { Accounts, Visitor } from './accounts.ts';
import { Session, User } from './entities.ts';
import type { KnownPerson } from './limits/known-browsers.ts';

/** A session that was not used for this long has expired. */
export const SESSION_MS = 30 * 24 * 3_600_000;
/** So has one that is this old, however often it is used: a copied cookie does not last for ever. */
export const SESSION_LIFE_MS = 365 * 24 * 3_600_000;
/** "Last used" is written at most this often, for the SD card's sake. */
export const LAST_USED_STEP_MS = 3_600_000;
/** Sessions of one person; a household has fewer browsers. One more ends the least recently used. */
export const MAX_SESSIONS_OF_ONE = 32;
const TOKEN_BYTES = 32;
const MAX_USER_AGENT = 200;

export interface NewSession {
	user: UserView;
	/** their browser is known from now on: they have proved their password */
	known: KnownPerson;
	/** goes into the cookie and nowhere else */
	token: string;
	/** ids of the sessions that it ended: their open dashboards must be told */
	ended: string[];
}

/** Begins a session inside the caller's transaction, and deletes expired and surplus ones. */
export async function beginSession(
	em: SqlEntityManager,
	accounts: Accounts,
	user: User,
	visitor: Visitor,
): Promise<NewSession> {
	const token = newToken(accounts);
	const now = accounts.clock.now();
	const expired = await em.find(Session, expiredAt(now), { fields: ['id'] });
	for (const { id } of expired) accounts.sessionIds.delete(id); // nobody gets in with it, whether it is deleted or not
	if (expired.length > 0) await em.nativeDelete(Session, { id: expired.map(({ id }) => id) });
	const latestFirst = { lastUsedAt: 'desc', createdAt: 'desc' } as const;
	const own = await em.find(Session, { userId: user.id }, { orderBy: latestFirst, fields: ['id'] });
	const ended = own.slice(MAX_SESSIONS_OF_ONE - 1).map(({ id }) => id);
	if (ended.length > 0) await em.nativeDelete(Session, { id: ended });
	const id = sessionId(token);
	accounts.sessionIds.add(id);
	await em.insert(Session, {
		id,
		userId: user.id,
		createdAt: now,
		lastUsedAt: now,
		address: visitor.address,
		userAgent: visitor.userAgent.slice(0, MAX_USER_AGENT),
		shownId: newId(accounts.random),
		wallPin: null,
	});
	const known = { id: user.id, passwordChanges: user.passwordChanges };
	return { user: userView(user), known, token, ended };
}

export function newToken({ random }: Accounts): string {
	return Buffer.from(random.bytes(TOKEN_BYTES)).toString('base64url');
}

export function isExpired({ createdAt, lastUsedAt }: Session, now: number): boolean {
	return now - lastUsedAt >= SESSION_MS || now - createdAt >= SESSION_LIFE_MS;
}

/** The same for the database. */
export function expiredAt(now: number) {
	return { $or: [{ lastUsedAt: { $lte: now - SESSION_MS } }, { createdAt: { $lte: now - SESSION_LIFE_MS } }] };
}

/** What the database keeps of a token: its SHA-256, hex. */
export function sessionId(token: string): string {
	return createHash('sha256').update(token).digest('hex');
}

export function userView({ id, name, role, access }: User): UserView {
	return { id, name, role, ...(typeof access?.until === 'number' && { until: access.until }) };
}

export function foldName(name: string): string {
	return name.normalize('NFKC').trim().toLocaleLowerCase('en');
}

/** Whether somebody else has this name, in any case. */
export async function isNameTaken(em: SqlEntityManager, name: string, self = ''): Promise<boolean> {
	return (await em.count(User, { folded: foldName(name), id: { $ne: self } })) > 0;
}

export function nameTaken(name: string) {
	return fieldFault('name', 'name-taken', { name });
}

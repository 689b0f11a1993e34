import type { SqlEntityManager } from '@mikro-orm/sqlite';
import { User } from '../entities.ts';

/** Whether this person is an owner: ask inside the transaction, since somebody may have taken the role away meanwhile. */
export async function isOwner(em: SqlEntityManager, id: string | null): Promise<boolean> {
	return id !== null && (await em.count(User, { id, role: 'owner' })) > 0;
}

/**
 * Whether this is the only owner. Ask inside the transaction that takes the role away: of two owners who take it from
 * each other at the same time, one is refused.
 */
export async function isLastOwner(em: SqlEntityManager, { id, role }: Pick<User, 'id' | 'role'>): Promise<boolean> {
	return role === 'owner' && (await em.count(User, { role: 'owner', id: { $ne: id } })) === 0;
}

import type { SqlEntityManager } from '@mikro-orm/sqlite';
import { User } from '../entities.ts';

/**
 * Whether this is the only owner. Ask inside the transaction that takes the role away: of two owners who take it from
 * each other at the same time, one is refused.
 */
export async function isLastOwner(em: SqlEntityManager, { id, role }: Pick<User, 'id' | 'role'>): Promise<boolean> {
	return role === 'owner' && (await em.count(User, { role: 'owner', id: { $ne: id } })) === 0;
}

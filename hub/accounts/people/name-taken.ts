import type { SqlEntityManager } from '@mikro-orm/sqlite';
import { fieldFault } from '../../../protocol/dashboard/faults.ts';
import { User } from '../entities.ts';
import { foldName } from '../sessions.ts';

/** Whether somebody else has this name, in any case. */
export async function isNameTaken(em: SqlEntityManager, name: string, self = ''): Promise<boolean> {
	return (await em.count(User, { folded: foldName(name), id: { $ne: self } })) > 0;
}

export function nameTaken(name: string) {
	return fieldFault('name', 'name-taken', { name });
}

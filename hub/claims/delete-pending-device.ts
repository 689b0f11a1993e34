import { type Result, ok } from '../base/result.ts';
import type { Claims } from './claims.ts';
import { Registration } from './entities.ts';
import type { ClaimFault } from './faults.ts';
import { findPending } from './find-pending.ts';
import { dropBoardsOf } from './registering-board.ts';

/** Its registration key is dead at once, and boards that hold it are strangers. */
export async function deletePendingDevice(claims: Claims, id: string): Promise<Result<void, ClaimFault>> {
	const found = findPending(claims, id);
	if (!found.ok) return found;
	claims.forget(found.value);
	try {
		await claims.options.orm.em.fork().nativeDelete(Registration, { id });
	} catch (error) {
		claims.keep(found.value);
		throw error;
	}
	dropBoardsOf(claims, found.value, 'deleted');
	claims.events.emit('PendingRemoved', { id, why: 'deleted' });
	return ok();
}

import type { EntityManager } from '@mikro-orm/sqlite';
import { AuditRow } from './entities.ts';

/** A device's entries go, inside the transaction that deletes the device. */
export async function deleteAuditOf(em: EntityManager, deviceId: string): Promise<void> {
	await em.nativeDelete(AuditRow, { deviceId });
}

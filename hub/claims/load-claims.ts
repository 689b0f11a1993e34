import { storedPlan } from '../devices/config/stored-plan.ts';
import type { Claims } from './claims.ts';
import { Registration } from './entities.ts';

/** Loads the registrations. One that cannot be read is left out, and stays in the database. */
export async function loadClaims(claims: Claims): Promise<void> {
	const { orm, log } = claims.options;
	const rows = await orm.em.fork().find(Registration, {}, { orderBy: { createdAt: 'asc' } });
	for (const row of rows) {
		const {
			id,
			keyId,
			sealedKey,
			sealedWifi,
			ownerId,
			name,
			board,
			plan,
			createdAt,
			expiresAt,
			usedByMac,
			deviceId,
			forDeviceId,
		} = row;
		try {
			claims.keep({
				id,
				keyId,
				sealedKey,
				sealedWifi,
				ownerId,
				name,
				board,
				plan: storedPlan(plan),
				createdAt,
				expiresAt,
				usedByMac,
				deviceId,
				forDeviceId,
			});
		} catch (error) {
			log.error({ err: error, pending: id }, 'a pending device in the database cannot be read; it is left out');
		}
	}
}

import { storedPlan } from '../devices/config/stored-plan.ts';
import type { Claims } from './claims.ts';
import { Registration } from './entities.ts';

export async function loadClaims(claims: Claims): Promise<void> {
	const rows = await claims.options.orm.em.fork().find(Registration, {}, { orderBy: { createdAt: 'asc' } });
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
	}
}

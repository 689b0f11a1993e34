import { type InferEntity, defineEntity } from '@mikro-orm/core';
import type { DevicePlan } from '../../protocol/dashboard/plan.ts';

/**
 * A registration key and the plan it was made for. While nobody has used it, it is a pending device; afterwards it stays
 * to know who used it, so that a second board with the same key is seen as one.
 */
export const Registration = defineEntity({
	name: 'Registration',
	tableName: 'registration',
	properties: (p) => ({
		id: p.text().primary(),
		/** 32 hex digits */
		keyId: p.text().unique(),
		/** the registration key, and the Wi-Fi as JSON; null once they are of no more use */
		sealedKey: p.blob().nullable(),
		sealedWifi: p.blob().nullable(),
		ownerId: p.text(),
		name: p.text(),
		board: p.text(),
		plan: p.json<DevicePlan>(),
		createdAt: p.bigint('number'),
		expiresAt: p.bigint('number'),
		usedByMac: p.text().nullable(),
		/** the device it was used for */
		deviceId: p.text().nullable(),
		/** the device it carries new firmware for; null: it makes a new one */
		forDeviceId: p.text().nullable(),
	}),
});
export type Registration = InferEntity<typeof Registration>;
/** As the running hub knows it. */
export type RegistrationRecord = Omit<Registration, never>;

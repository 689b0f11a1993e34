import { NO_PAUSES } from './config/hold.ts';
import type { DeviceRecord } from './live-device.ts';

/** The record of a new device: no room, nothing configured since, its token valid. */
export function newRecord(
	made: Pick<DeviceRecord, 'id' | 'name' | 'mac' | 'board' | 'ownerId' | 'claimedAt' | 'plan' | 'position'>,
): DeviceRecord {
	return {
		...made,
		room: null,
		planVersion: 1,
		revision: 0,
		appliedRevision: 0,
		runningPlan: null,
		configError: null,
		configChangedAt: null,
		configAppliedAt: null,
		wifiName: null,
		sealedWifi: null,
		revokedAt: null,
		legacyTokenHash: null,
		pauses: NO_PAUSES,
	};
}

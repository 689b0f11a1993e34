import { timingSafeEqual } from 'node:crypto';
import { type Fault, fault } from '../../../protocol/dashboard/faults.ts';
import { type Result, ok } from '../../base/result.ts';
import type { Devices } from '../devices.ts';
import { legacyTokenHash } from './token.ts';
import type { LiveDevice } from '../live-device.ts';

/**
 * The device of a polling token. The token is looked up by its hash, which nobody can choose without knowing the
 * token, so the time of the lookup reveals nothing.
 */
export function findLegacyBoard(devices: Devices, token: string): Result<LiveDevice, Fault> {
	const hash = legacyTokenHash(token);
	const device = devices.legacyTokens.get(hash);
	const kept = device?.record.legacyTokenHash ?? null;
	if (!device || kept === null || !timingSafeEqual(Buffer.from(kept), Buffer.from(hash))) return fault('unknown-token');
	return notRevoked(device);
}

export function notRevoked(device: LiveDevice): Result<LiveDevice, Fault> {
	if (device.record.revokedAt === null) return ok(device);
	return fault('revoked', { device: device.record.name });
}

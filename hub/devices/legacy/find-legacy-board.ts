import { timingSafeEqual } from 'node:crypto';
import { type Result, fault, ok } from '../../base/result.ts';
import type { Devices } from '../devices.ts';
import type { DeviceFault } from '../faults.ts';
import { legacyTokenHash } from './token.ts';
import type { LiveDevice } from '../live-device.ts';

/**
 * Whose polling token this is. It is looked up by its hash, of which nobody who does not know the token can choose a
 * single bit: how long that takes tells nothing.
 */
export function findLegacyBoard(devices: Devices, token: string): Result<LiveDevice, DeviceFault> {
	const hash = legacyTokenHash(token);
	const device = devices.legacyTokens.get(hash);
	const kept = device?.record.legacyTokenHash ?? null;
	if (!device || kept === null || !timingSafeEqual(Buffer.from(kept), Buffer.from(hash)))
		return fault(
			'no-such-device',
			'No device of this hub has this token: it was deleted, or upgraded to Secure v2, or the token is mistyped.',
		);
	return notRevoked(device);
}

export function notRevoked(device: LiveDevice): Result<LiveDevice, DeviceFault> {
	if (device.record.revokedAt === null) return ok(device);
	return fault('revoked', `The token of ${device.record.name} was revoked. Give the board new firmware.`);
}

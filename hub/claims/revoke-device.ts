import { type Fault, fault } from '../../protocol/dashboard/faults.ts';
import type { Actor } from '../base/actor.ts';
import { type Result, ok } from '../base/result.ts';
import { findDevice } from '../devices/find-device.ts';
import type { LiveDevice } from '../devices/live-device.ts';
import { revokeKeys, tellRevoked } from '../devices/tokens/revoke-keys.ts';
import type { Claims } from './claims.ts';
import { deleteRegistrationsOf, forgetRegistrationsOf } from './registration/registrations-of.ts';

/**
 * Revoke: the board is disconnected at once and cannot come back until new firmware is made, whether it is there or not.
 * Its tokens die, and with them the key it registered by and firmware that was made for it and not yet used.
 */
export function revokeDevice(claims: Claims, id: string, by: Actor): Promise<Result<LiveDevice, Fault>> {
	const { devices } = claims.options;
	return devices.turns.run(id, async () => {
		const found = findDevice(devices, id);
		if (!found.ok) return found;
		const device = found.value;
		if (device.record.revokedAt !== null && devices.keysOf(device).length === 0 && !waitsForFirmware(claims, id))
			return fault('revoked-already', { device: device.record.name });
		await revokeKeys(devices, device, (em) => deleteRegistrationsOf(em, id));
		forgetRegistrationsOf(claims, id);
		tellRevoked(devices, device, by);
		return ok(device);
	});
}

function waitsForFirmware(claims: Claims, id: string): boolean {
	return claims.pending().some(({ forDeviceId }) => forDeviceId === id);
}

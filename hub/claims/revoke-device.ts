import { type Fault, fault } from '../../protocol/dashboard/faults.ts';
import type { Actor } from '../base/actor.ts';
import { type Result, ok } from '../base/result.ts';
import { findDevice } from '../devices/find-device.ts';
import type { LiveDevice } from '../devices/live-device.ts';
import { revokeKeys, tellRevoked } from '../devices/tokens/revoke-keys.ts';
import type { Claims } from './claims.ts';
import { deleteRegistrationsOf, forgetRegistrationsOf } from './registration/registrations-of.ts';

/**
 * Revokes a device's tokens, its registration key and unused firmware that was made for it. A connected board is
 * disconnected; no board of this device can connect again until new firmware is made.
 */
export function revokeDevice(claims: Claims, id: string, by: Actor): Promise<Result<LiveDevice, Fault>> {
	const { devices } = claims.options;
	return devices.locks.run(id, async () => {
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

import type { Result } from '../base/result.ts';
import { deleteDevice } from '../devices/delete-device.ts';
import type { DeviceFault } from '../devices/faults.ts';
import type { Claims } from './claims.ts';
import { Registration } from './entities.ts';

/** A device goes, and with it the registration it came by, so that its board cannot come back unasked. */
export async function removeDevice(claims: Claims, id: string): Promise<Result<void, DeviceFault>> {
	const removed = await deleteDevice(claims.options.devices, id, (em) =>
		em.nativeDelete(Registration, { deviceId: id }),
	);
	if (removed.ok)
		for (const registration of [...claims.byId.values()]) if (registration.deviceId === id) claims.forget(registration);
	return removed;
}

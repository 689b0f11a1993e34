import type { SqlEntityManager } from '@mikro-orm/sqlite';
import { type Result, fault, ok } from '../base/result.ts';
import { CLOSE } from '../link/faults.ts';
import type { Devices } from './devices.ts';
import { Device, SensorSample } from './entities.ts';
import type { DeviceFault } from './faults.ts';
import { stopWatching } from './presence.ts';
import { clearFailure, settle } from './set-relay.ts';

/**
 * The device, its tokens, its states and its samples are gone for good, then its link is closed: the board is a stranger
 * from then on. `alongside` writes what belongs to it elsewhere, in the same transaction.
 */
export async function deleteDevice(
	devices: Devices,
	id: string,
	alongside: (em: SqlEntityManager) => Promise<unknown>,
): Promise<Result<void, DeviceFault>> {
	const device = devices.byId.get(id);
	if (!device) return fault('no-such-device', 'This device is not on the hub any more.');
	await devices.options.orm.em.fork().transactional(async (em) => {
		await em.nativeDelete(SensorSample, { deviceId: id });
		await em.nativeDelete(Device, { id }); // keys and live row go with it
		await alongside(em as SqlEntityManager);
	});
	if (!devices.byId.delete(id)) return ok(); // somebody else's deletion was first
	for (const [keyId] of devices.keysOf(device)) devices.keys.delete(keyId);
	for (const relay of device.relays) {
		if (relay.command) settle(devices, device, relay, 'link-lost');
		clearFailure(relay);
	}
	stopWatching(device);
	const { link } = device;
	device.link = null;
	devices.events.emit('DeviceRemoved', { id });
	link?.close(CLOSE.UNKNOWN, 'This device was deleted.');
	return ok();
}

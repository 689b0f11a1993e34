import type { AddLegacyDevice } from '../../../protocol/dashboard/devices.ts';
import { DevicePlan } from '../../../protocol/dashboard/plan.ts';
import { type Fault, fault, fieldFault } from '../../../protocol/dashboard/faults.ts';
import type { Actor } from '../../base/actor.ts';
import { newId } from '../../base/random.ts';
import { type Result, ok } from '../../base/result.ts';
import { addDevice } from '../create-device.ts';
import type { Devices } from '../devices.ts';
import { Device } from '../entities.ts';
import { makeLegacyToken } from './token.ts';
import { type DeviceRecord, LiveDevice } from '../live-device.ts';
import { newRecord } from '../new-record.ts';

/** The board id of devices whose firmware does not say what board it runs on. */
export const LEGACY_BOARD = 'legacy';
/** Far more than a house has; every one of them is held in memory. */
const MAX_LEGACY_DEVICES = 500;

/**
 * Makes the record of a board with older polling firmware, and its token, which is shown only this once. The hub
 * knows neither MAC nor pins of such a board. It tells the board that its relays are off until somebody switches them
 * or the board reports that they are on.
 */
export function addLegacyDevice(
	devices: Devices,
	wish: AddLegacyDevice & { ownerId: string; by: Actor },
): Promise<Result<{ device: LiveDevice; token: string }, Fault>> {
	const { orm, clock, random } = devices.options;
	return devices.locks.run(LEGACY_BOARD, async () => {
		const ids = wish.relays.map(({ id }) => id);
		const twice = ids.findIndex((id, index) => ids.indexOf(id) !== index);
		if (twice >= 0) return fieldFault(`relays.${twice}.id`, 'id-twice', { part: 'Relay', id: ids[twice]! });
		const all = [...devices.byId.values()];
		if (all.filter((device) => device.isLegacy).length >= MAX_LEGACY_DEVICES)
			return fault('too-many-legacy', { most: MAX_LEGACY_DEVICES });
		const { token, hash } = makeLegacyToken(random);
		const now = clock.now();
		const record: DeviceRecord = {
			...newRecord({
				id: newId(random),
				name: wish.name,
				mac: '',
				board: LEGACY_BOARD,
				ownerId: wish.ownerId,
				claimedAt: now,
				plan: DevicePlan.parse({
					relays: wish.relays.map((relay) => ({ ...relay, gpio: 0, activeLow: false })),
					sensors: [],
				}),
				position: Math.max(-1, ...all.map(({ record }) => record.position)) + 1,
			}),
			legacyTokenHash: hash,
		};
		await orm.em.fork().insert(Device, record);
		const device = new LiveDevice(record, now);
		devices.legacyTokens.set(hash, device);
		addDevice(devices, device);
		devices.events.emit('LegacyDeviceAdded', { device, by: wish.by });
		return ok({ device, token });
	});
}

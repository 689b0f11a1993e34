import type { Devices } from './devices.ts';
import { addDevice } from './add-device.ts';
import { Device, DeviceKey, DeviceLive, SensorSample } from './entities.ts';
import { LiveDevice } from './live-device.ts';
import { AWAY_MS, goOfflineIn } from './presence.ts';
import { RECENT_MS, recall } from './report-reading.ts';

/** Fills the devices from the database, as they were when the hub last wrote: their boards correct it as they come. */
export async function loadDevices(devices: Devices): Promise<void> {
	const { orm, clock, vault } = devices.options;
	const em = orm.em.fork();
	const now = clock.now();
	const live = new Map((await em.find(DeviceLive, {})).map((row) => [row.deviceId, row]));
	for (const row of await em.find(Device, {}, { orderBy: { claimedAt: 'asc' } })) {
		const device = new LiveDevice(
			{
				id: row.id,
				name: row.name,
				mac: row.mac,
				board: row.board,
				ownerId: row.ownerId,
				plan: row.plan,
				claimedAt: row.claimedAt,
			},
			now,
		);
		const last = live.get(row.id);
		if (last) {
			device.lastSeenAt = last.lastSeenAt ?? null;
			Object.assign(device, last.vitals);
			for (const stored of last.relays) {
				const relay = device.relay(stored.id);
				if (relay)
					Object.assign(relay, {
						reported: stored.on,
						cause: stored.cause,
						by: stored.by,
						changedAt: stored.changedAt,
					});
			}
		}
		const gone = now - (device.lastSeenAt ?? 0);
		device.presenceSince = device.lastSeenAt ?? device.record.claimedAt;
		if (gone >= 0 && gone < AWAY_MS) {
			device.presence = 'away';
			goOfflineIn(devices, device, AWAY_MS - gone);
		}
		addDevice(devices, device);
	}
	for (const key of await em.find(DeviceKey, {})) {
		const device = devices.byId.get(key.deviceId);
		if (device)
			devices.keys.set(key.keyId, {
				device,
				key: vault.open(key.sealed, `device-key:${key.keyId}`),
				proven: key.provenAt !== null && key.provenAt !== undefined,
			});
	}
	for (const sample of await em.find(SensorSample, { at: { $gte: now - RECENT_MS } }, { orderBy: { at: 'asc' } })) {
		const device = devices.byId.get(sample.deviceId);
		if (device) recall(device, sample);
	}
}

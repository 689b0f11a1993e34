import type { Devices } from './devices.ts';
import { Device, DeviceLive, SensorSample } from './entities.ts';
import type { LiveDevice } from './live-device.ts';

/** Samples older than this are dropped. */
export const SAMPLES_KEPT_MS = 48 * 3_600_000;

/** Writes what the boards said since the last time: one transaction, one row a device, samples at the table's end. */
export async function writeLive(devices: Devices, changed: LiveDevice[]): Promise<void> {
	const { orm, clock } = devices.options;
	const samples = devices.samples.splice(0);
	try {
		await orm.em.fork().transactional(async (em) => {
			// A device may have been deleted since it was marked; its row must not come back.
			const present = new Set(
				(await em.find(Device, { id: changed.map((device) => device.record.id) }, { fields: ['id'] })).map(
					(device) => device.id,
				),
			);
			const rows = changed.filter((device) => present.has(device.record.id)).map(toRow);
			if (rows.length > 0) await em.upsertMany(DeviceLive, rows);
			if (samples.length > 0) await em.insertMany<SensorSample>(SensorSample, samples);
			if (samples.length > 0) await em.nativeDelete(SensorSample, { at: { $lt: clock.now() - SAMPLES_KEPT_MS } });
		});
	} catch (error) {
		devices.samples.unshift(...samples);
		throw error;
	}
}

function toRow(device: LiveDevice) {
	return {
		deviceId: device.record.id,
		lastSeenAt: device.lastSeenAt,
		vitals: { rssi: device.rssi, ssid: device.ssid, address: device.address, firmware: device.firmware },
		relays: device.relays.flatMap(({ plan, reported, cause, by, changedAt }) =>
			reported === null ? [] : [{ id: plan.id, on: reported, cause, by, changedAt }],
		),
	};
}

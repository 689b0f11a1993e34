import type { EntityManager, MikroORM } from '@mikro-orm/sqlite';
import type { Logger } from 'pino';
import { isRefusedValue, writeRows } from '../store/write-rows.ts';
import { Device, DeviceLive } from './entities.ts';
import type { LiveDevice } from './live-device.ts';
import { type Sample, writeSamples } from './readings/samples.ts';

/** Samples kept while the disk cannot be written, a day of 35 quantities; beyond these the oldest are dropped. */
const MAX_WAITING_SAMPLES = 50_000;

/** The part of the devices that is written behind. */
export interface UnwrittenState {
	options: { orm: MikroORM; log: Logger };
	samples: Sample[];
}

/** Writes what the boards reported since the last time: one transaction, one row per device, samples appended. */
export async function writeLive(devices: UnwrittenState, changed: LiveDevice[]): Promise<void> {
	const samples = devices.samples.splice(0);
	try {
		await writeTogether(devices, changed, samples).catch((error: unknown) => {
			if (!isRefusedValue(error)) throw error;
			return writeApart(devices, changed, samples);
		});
	} catch (error) {
		devices.samples.unshift(...samples.slice(-MAX_WAITING_SAMPLES));
		throw error;
	}
}

/** The database refused a value of one board: writes those of the others. */
async function writeApart(devices: UnwrittenState, changed: LiveDevice[], samples: Sample[]): Promise<void> {
	const { log } = devices.options;
	const leftOut = (device: string, what: string, error: unknown) =>
		log.error({ err: error, device }, `device states: the database refused ${what} of a board; it is left out`);
	await writeRows(
		changed,
		(some) => writeTogether(devices, some, []),
		({ record }, error) => leftOut(record.id, 'the state', error),
	);
	await writeRows(
		samples,
		(some) => writeTogether(devices, [], some),
		({ deviceId }, error) => leftOut(deviceId, 'a reading', error),
	);
}

async function writeTogether(
	devices: UnwrittenState,
	changed: readonly LiveDevice[],
	samples: readonly Sample[],
): Promise<void> {
	await devices.options.orm.em.fork().transactional(async (em) => {
		// A device may have been deleted since it was marked; its row must not come back.
		const present = new Set(
			(await em.find(Device, { id: changed.map((device) => device.record.id) }, { fields: ['id'] })).map(
				(device) => device.id,
			),
		);
		const rows = changed.filter((device) => present.has(device.record.id)).map(toRow);
		if (rows.length > 0) await em.upsertMany(DeviceLive, rows);
		await writeSamples(em as EntityManager, samples);
	});
}

function toRow({ record, lastSeenAt, rssi, ssid, address, firmware, chip, features, capacity, relays }: LiveDevice) {
	return {
		deviceId: record.id,
		lastSeenAt,
		vitals: { rssi, ssid, address, firmware, chip, features, capacity },
		relays: relays.flatMap(({ plan, reported, cause, by, changedAt }) =>
			reported === null ? [] : [{ id: plan.id, on: reported, cause, by, changedAt }],
		),
	};
}

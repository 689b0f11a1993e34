import type { DevicePlan } from '../../protocol/dashboard/plan.ts';
import type { Devices } from './devices.ts';
import { addDevice } from './create-device.ts';
import { Device, DeviceKey, DeviceLive } from './entities.ts';
import { type DeviceRecord, LiveDevice } from './live-device.ts';
import { AWAY_MS, goOfflineIn } from './presence/presence.ts';
import { RECENT_MS, recall } from './readings/report-reading.ts';
import { samplesSince } from './readings/samples.ts';
import { storedRelays, storedVitals } from './stored-live.ts';
import { storedPauses } from './config/stored-pauses.ts';
import { storedPlan } from './config/stored-plan.ts';

/**
 * Loads the devices as they were when the hub last wrote; boards report their present state when they connect. What
 * cannot be read is left out, and stays in the database.
 */
export async function loadDevices(devices: Devices): Promise<void> {
	const { orm, clock, vault } = devices.options;
	const em = orm.em.fork();
	const now = clock.now();
	const live = new Map((await em.find(DeviceLive, {})).map((row) => [row.deviceId, row]));
	for (const row of await em.find(Device, {}, { orderBy: { position: 'asc', claimedAt: 'asc' } })) {
		const plan = readOrLog(devices, row.id, 'plan', () => storedPlan(row.plan));
		if (!plan) {
			devices.unreadable.add(row.id);
			continue;
		}
		const running = row.runningPlan && readOrLog(devices, row.id, 'running plan', () => storedPlan(row.runningPlan));
		const device = new LiveDevice(recordOf(row, plan, running ?? null), now);
		const last = live.get(row.id);
		if (last) {
			device.lastSeenAt = last.lastSeenAt ?? null;
			Object.assign(device, storedVitals(last.vitals));
			for (const stored of storedRelays(last.relays)) {
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
		const unseenMs = now - (device.lastSeenAt ?? 0);
		device.presenceSince = device.lastSeenAt ?? device.record.claimedAt;
		if (unseenMs >= 0 && unseenMs < AWAY_MS) {
			device.presence = 'away';
			goOfflineIn(devices, device, AWAY_MS - unseenMs);
		}
		addDevice(devices, device);
	}
	for (const row of await em.find(DeviceKey, {}, { orderBy: { createdAt: 'asc' } })) {
		const { keyId, createdAt } = row;
		const device = devices.byId.get(row.deviceId);
		if (!device) {
			if (devices.unreadable.has(row.deviceId)) devices.unreadableKeys.add(keyId);
			continue;
		}
		if (typeof row.revokedAt === 'number') devices.revokedKeys.set(keyId, device);
		else {
			const key = readOrLog(devices, device.record.id, 'key', () => vault.open(row.sealed, `device-key:${keyId}`));
			if (key) devices.keys.set(keyId, { device, key, createdAt, proven: typeof row.provenAt === 'number' });
			else devices.unreadableKeys.add(keyId);
		}
	}
	for (const sample of await samplesSince(em, now - RECENT_MS)) {
		const device = devices.byId.get(sample.deviceId);
		if (device) recall(device, sample);
	}
}

/** Undefined, with a line in the log, if it cannot be read. */
function readOrLog<T>(devices: Devices, device: string, what: string, read: () => T): T | undefined {
	try {
		return read();
	} catch (error) {
		devices.options.log.error({ err: error, device }, `the ${what} of a device cannot be read; it is left out`);
		return undefined;
	}
}

function recordOf(row: Device, plan: DevicePlan, runningPlan: DevicePlan | null): DeviceRecord {
	return {
		id: row.id,
		name: row.name,
		mac: row.mac,
		board: row.board,
		ownerId: row.ownerId,
		claimedAt: row.claimedAt,
		room: row.room ?? null,
		position: row.position,
		plan,
		planVersion: row.planVersion,
		revision: row.revision,
		appliedRevision: row.appliedRevision,
		runningPlan,
		configError: row.configError ?? null,
		configChangedAt: row.configChangedAt ?? null,
		configAppliedAt: row.configAppliedAt ?? null,
		wifiName: row.wifiName ?? null,
		sealedWifi: row.sealedWifi ? Buffer.from(row.sealedWifi) : null,
		revokedAt: row.revokedAt ?? null,
		legacyTokenHash: row.legacyTokenHash ?? null,
		pauses: storedPauses(row.pauses),
	};
}

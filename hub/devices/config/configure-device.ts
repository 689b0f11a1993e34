import type { DevicePlan } from '../../../protocol/dashboard/plan.ts';
import type { Wifi } from '../../../protocol/dashboard/shapes.ts';
import { type Fault, fault } from '../../../protocol/dashboard/faults.ts';
import type { Actor } from '../../base/actor.ts';
import { type Result, ok } from '../../base/result.ts';
import { pinLabel } from '../../boards/catalogue.ts';
import { checkDevicePlan } from '../../boards/check-plan.ts';
import { changeRecord, nextRevision } from './change-record.ts';
import { configureOf } from './encode-config.ts';
import { describeChanges } from './describe-changes.ts';
import { checkFits } from './fits-board.ts';
import { pausesOf } from './hold.ts';
import type { Devices } from '../devices.ts';
import { findDevice } from '../find-device.ts';
import type { LiveDevice } from '../live-device.ts';
import { pushConfig } from './push-config.ts';
import { checkReadable } from './readable-sensors.ts';
import { settle } from '../relays/set-relay.ts';

const RETRY_MS = 10_000;

/**
 * A person changes a device's plan. Names, icons and order take effect at once; what the board runs is stored, then
 * sent, and takes effect when the board confirms it. `version` is that of the plan the change was made from.
 */
export function configureDevice(
	devices: Devices,
	wish: { id: string; version: number; plan: DevicePlan; by: Actor },
): Promise<Result<LiveDevice, Fault>> {
	const { dependents, locks } = devices;
	return dependents.withLock(() =>
		locks.run(wish.id, async () => {
			const found = findDevice(devices, wish.id);
			if (!found.ok) return found;
			const device = found.value;
			const { record } = device;
			if (wish.version !== record.planVersion) return fault('changed-meanwhile', { device: record.name });
			const { plan } = wish;
			const forBoard = boardPart(plan) !== boardPart(record.plan);
			if (forBoard && device.isLegacy) return fault('legacy-names-only', { device: record.name });
			if (forBoard) {
				const checked = checkDevicePlan(record.board, plan, {
					placeKnown: devices.options.place().at !== null,
					kept: record.plan,
				});
				if (!checked.ok) return checked;
				const readable = checkReadable(device, plan);
				if (!readable.ok) return readable;
				const fits = checkFits(devices, device, { plan });
				if (!fits.ok) return fits;
			}
			const changes = describeChanges(record.plan, plan, (gpio) =>
				gpio === undefined ? undefined : pinLabel(record.board, gpio),
			);
			const stays = (relay: number) => plan.relays.some(({ id }) => id === relay);
			let relaysLeft: (by: Actor) => void = () => undefined;
			const change = {
				plan,
				planVersion: record.planVersion + 1,
				pauses: pausesOf(record.pauses, plan),
				...(forBoard ? nextRevision(devices, record) : {}),
			};
			await changeRecord(devices, device, change, async (em) => {
				relaysLeft = await dependents.dropGoneRelays(em, wish.id, stays);
			});
			for (const relay of device.relays)
				if (relay.command && !stays(relay.plan.id)) settle(devices, device, relay, 'refused');
			device.takePlan();
			relaysLeft(wish.by);
			pushConfig(devices, device);
			if (changes.length > 0) devices.events.emit('ConfigChanged', { device, changes, by: wish.by });
			devices.tellChanged(device);
			return ok(device);
		}),
	);
}

/** Sets a second network, to which the board falls back by itself; null removes it. */
export function setSecondWifi(
	devices: Devices,
	wish: { id: string; wifi: Wifi | null; by: Actor | null },
): Promise<Result<LiveDevice, Fault>> {
	return devices.locks.run(wish.id, async () => {
		const found = findDevice(devices, wish.id);
		if (!found.ok) return found;
		const device = found.value;
		const { record } = device;
		if (device.isLegacy) return fault('legacy', { device: record.name });
		const fits = checkFits(devices, device, { wifi: wish.wifi });
		if (!fits.ok && wish.wifi) return fits;
		const { vault } = devices.options;
		const sealed = wish.wifi && vault.seal(Buffer.from(JSON.stringify(wish.wifi)), `second-wifi:${record.id}`);
		const before = record.wifiName;
		await changeRecord(devices, device, {
			wifiName: wish.wifi?.ssid ?? null,
			sealedWifi: sealed,
			...nextRevision(devices, record),
		});
		pushConfig(devices, device);
		devices.events.emit('WifiChanged', { device, before, ssid: record.wifiName, by: wish.by });
		devices.tellChanged(device);
		return ok(device);
	});
}

/**
 * Something of the household that is part of a configuration has changed, such as its time zone: sends it to every board
 * of these that has schedules. Each is written by itself, and again later if that fails.
 */
export async function sendAgain(devices: Devices, of: LiveDevice[]): Promise<void> {
	const { clock, log } = devices.options;
	const failed: LiveDevice[] = [];
	for (const device of of)
		await sendOneAgain(devices, device).catch((error: unknown) => {
			log.error(
				{ err: error, device: device.record.id },
				'a setting of the household could not be sent to a board; retrying in 10 s',
			);
			failed.push(device);
		});
	if (failed.length > 0) clock.after(RETRY_MS, () => void sendAgain(devices, failed));
}

function sendOneAgain(devices: Devices, device: LiveDevice): Promise<void> {
	const { id } = device.record;
	return devices.locks.run(id, async () => {
		if (device.isLegacy || devices.byId.get(id) !== device || device.record.plan.schedules.length === 0) return;
		await changeRecord(devices, device, nextRevision(devices, device.record));
		pushConfig(devices, device);
		devices.tellChanged(device);
	});
}

/** The part of a plan that the board runs, as text to compare. */
function boardPart(plan: DevicePlan): string {
	const { relays, inputs, sensors, schedules } = configureOf({ revision: 0, plan });
	const byId = <T extends { id: number }>(list: T[]) => list.toSorted((a, b) => a.id - b.id);
	return JSON.stringify([byId(relays), byId(inputs), byId(sensors), byId(schedules)]);
}

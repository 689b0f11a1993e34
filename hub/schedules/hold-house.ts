import { type Fault } from '../../protocol/dashboard/faults.ts';
import type { Actor } from '../base/actor.ts';
import { type Result, ok } from '../base/result.ts';
import { sendAgain } from '../devices/config/configure-device.ts';
import { checkFits } from '../devices/config/fits-board.ts';
import { presentHold } from '../devices/config/push-config.ts';
import type { Devices } from '../devices/devices.ts';
import type { LiveDevice } from '../devices/live-device.ts';
import { type HouseSchedules, store } from './house-schedules.ts';
import { wholeMinute } from './moment.ts';

const LOCK = 'house';

/** Pauses all schedules of the house until a moment (Unix ms of a whole minute); 0 ends the pause. */
export function pauseHouse(
	house: HouseSchedules,
	devices: Devices,
	until: number,
	by: Actor,
): Promise<Result<void, Fault>> {
	return house.locks.run(LOCK, async () => {
		if (house.value.pausedUntil === until) return ok();
		const changed = await change(house, devices, { pausedUntil: until }, until > 0);
		if (changed.ok) house.events.emit('HousePaused', { until, by });
		return changed;
	});
}

/** Begins a vacation, or plans one. Unix ms of whole minutes; `from` null = now, or as it began if one is running. */
export function setVacation(
	house: HouseSchedules,
	devices: Devices,
	wish: { from: number | null; until: number },
	by: Actor,
): Promise<Result<void, Fault>> {
	return house.locks.run(LOCK, async () => {
		const now = house.options.clock.now();
		const running = presentVacation(house, now);
		const begun = running && running.from <= now ? running.from : wholeMinute(now);
		const vacation = { from: wish.from ?? begun, until: wish.until };
		const changed = await change(house, devices, { vacation }, true);
		if (changed.ok) house.events.emit('VacationSet', { vacation, by });
		return changed;
	});
}

/** Ends a vacation now, so that what it has moved to a later minute still runs; one that has not begun is taken back. */
export function endVacation(house: HouseSchedules, devices: Devices, by: Actor): Promise<Result<void, Fault>> {
	return house.locks.run(LOCK, async () => {
		const now = house.options.clock.now();
		const vacation = presentVacation(house, now);
		if (!vacation) return ok();
		const ended = vacation.from < now ? { ...vacation, until: wholeMinute(now) } : null;
		const changed = await change(house, devices, { vacation: ended }, false);
		if (changed.ok) house.events.emit('VacationSet', { vacation: null, by });
		return changed;
	});
}

/** The present vacation or the next one; null if the last one is over, or was ended and ends with this minute. */
export function presentVacation({ value }: HouseSchedules, now: number): { from: number; until: number } | null {
	return value.vacation && value.vacation.until > wholeMinute(now) ? value.vacation : null;
}

/** Sends what a hub that was stopped meanwhile has not sent; call once the hub listens. */
export async function sendUnsent(house: HouseSchedules, devices: Devices): Promise<void> {
	if (house.value.unsent) await send(house, devices, [...devices.byId.values()]);
}

/** `adds`: boards hold more than before, which must fit. */
async function change(
	house: HouseSchedules,
	devices: Devices,
	part: Partial<Pick<HouseSchedules['value'], 'pausedUntil' | 'vacation'>>,
	adds: boolean,
): Promise<Result<void, Fault>> {
	const all = [...devices.byId.values()].filter(
		({ isLegacy, record }) => !isLegacy && record.plan.schedules.length > 0,
	);
	for (const device of adds ? all : []) {
		const fits = checkFits(devices, device, {});
		if (!fits.ok) return fits;
	}
	const holdNow = (device: LiveDevice) => JSON.stringify(presentHold(devices, device));
	const before = new Map(all.map((device) => [device, holdNow(device)]));
	await store(house, { ...house.value, ...part, unsent: true });
	const concerned = all.filter((device) => holdNow(device) !== before.get(device));
	// Not awaited: every device is written in its own turn, and the house is changed even if that fails.
	void send(house, devices, concerned);
	return ok();
}

async function send(house: HouseSchedules, devices: Devices, concerned: LiveDevice[]): Promise<void> {
	const { value } = house;
	await sendAgain(devices, concerned);
	try {
		// A newer change sends for itself.
		if (house.value === value) await store(house, { ...value, unsent: false });
	} catch (error) {
		house.options.log.warn({ err: error }, 'a pause or a vacation is sent again at the next start');
	}
}

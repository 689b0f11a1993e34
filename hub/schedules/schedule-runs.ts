import type { HeldSchedule, HouseHold, ScheduleRuns } from '../../protocol/dashboard/schedules.ts';
import { Feature } from '../../protocol/device_pb.ts';
import { heldRecurrence, holdOf } from '../devices/config/hold.ts';
import type { LiveDevice } from '../devices/live-device.ts';
import type { Settings } from '../settings/settings.ts';
import { type Clocks, type HeldRecurrence, type Hold, type Run, nextHeldRun } from '../time/next-run.ts';
import { parsePosixTz } from '../time/posix-tz.ts';
import { presentVacation } from './hold-house.ts';
import type { HouseSchedules } from './house-schedules.ts';

export interface RunsDeps {
	settings: Settings;
	house: HouseSchedules;
}

/** When the schedules of a device run next, by the zone and place of the household; `now` is Unix ms. */
export function scheduleRuns(deps: RunsDeps, device: LiveDevice, now: number): ScheduleRuns {
	const { settings, house } = deps;
	const runs = runsOf(deps, device);
	return {
		timeZone: settings.value.timeZone,
		house: houseView(house, now),
		...deviceView(device, now),
		runs: device.record.plan.schedules.map(({ id }) => heldView(device, id, runs.next(id, now), now)),
	};
}

export function houseView(house: HouseSchedules, now: number): HouseHold {
	return { pausedUntil: ahead(house.value.pausedUntil, now), vacation: presentVacation(house, now) };
}

export function deviceView(device: LiveDevice, now: number): Pick<ScheduleRuns, 'pausedUntil' | 'tooOld'> {
	return { pausedUntil: ahead(device.record.pauses.device, now), tooOld: isTooOld(device) };
}

export function heldView(device: LiveDevice, schedule: number, run: Run | undefined, now: number): HeldSchedule {
	return {
		schedule,
		pausedUntil: ahead(device.record.pauses.schedules[schedule] ?? 0, now),
		at: run?.at ?? null,
		varied: run?.varied ?? false,
	};
}

/** Computes the runs of one device as its board does: older firmware knows nothing that holds a schedule. */
export function runsOf(
	{ settings, house }: RunsDeps,
	device: LiveDevice,
): { next: (schedule: number, after: number) => Run | undefined } {
	const { value, posixTimeZone, offsetAt } = settings;
	const clocks: Clocks = { offsetAt, standardMs: parsePosixTz(posixTimeZone)?.standardMs ?? 0 };
	const { record } = device;
	const tooOld = isTooOld(device);
	const hold: Hold = tooOld ? { pausedUntil: 0, vacation: null, varySeed: 0 } : holdOf(house.value, record);
	const free = { when: 'always', varyMinutes: 0, pausedUntil: 0 } as const;
	const schedules = new Map(
		record.plan.schedules.map((schedule): [number, HeldRecurrence] => [
			schedule.id,
			tooOld ? { ...schedule, ...free } : heldRecurrence(schedule, record.pauses),
		]),
	);
	return {
		next(id, after) {
			const schedule = schedules.get(id);
			return schedule && nextHeldRun(clocks, value.place, schedule, hold, after);
		},
	};
}

function isTooOld({ features }: LiveDevice): boolean {
	return features !== null && (features & Feature.PAUSE_AND_VACATION) === 0;
}

const ahead = (until: number, now: number) => (until > now ? until : null);

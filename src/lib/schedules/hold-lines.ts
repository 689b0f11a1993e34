import { PAUSE_FOREVER_AT } from '$protocol/dashboard/limits.ts';
import type { ConfigState, SchedulePlan } from '$protocol/dashboard/plan.ts';
import type { HeldSchedule, HouseHold, ScheduleRuns } from '$protocol/dashboard/schedules.ts';
import { automationWords } from '$words/automations.ts';
import { runTime, zoneName } from '$lib/words/format/dates.ts';
import { scheduleWords } from '$words/schedules.ts';

/** What holds one schedule: its own pause, that of its device, and what the house has set. */
export interface Held {
	own: HeldSchedule;
	device: Pick<ScheduleRuns, 'pausedUntil' | 'tooOld'>;
	house: HouseHold;
	timeZone: string;
}

/** Until when it is paused and by what, in words; undefined if it is not. Of several pauses it is the longest. */
export function pauseLine({ own, device, house, timeZone }: Held, now: number): string | undefined {
	if (device.tooOld) return undefined;
	const { paused, pausedForever, byDevice, byDeviceForever, byHouse, byHouseForever } = automationWords;
	const pauses = [
		{ until: own.pausedUntil ?? 0, words: paused, forever: pausedForever },
		{ until: device.pausedUntil ?? 0, words: byDevice, forever: byDeviceForever },
		{ until: house.pausedUntil ?? 0, words: byHouse, forever: byHouseForever },
	].filter(({ until }) => until > now);
	const longest = pauses.reduce((a, b) => (b.until > a.until ? b : a), pauses[0]!);
	if (!longest) return undefined;
	return longest.until >= PAUSE_FOREVER_AT ? longest.forever : longest.words(runTime(longest.until, timeZone, now));
}

/** When it runs next, or why it does not, in words. `placeKnown`: the hub knows where the household is. */
export function nextLine(
	schedule: Pick<SchedulePlan, 'event' | 'when'>,
	held: Held,
	board: { config: ConfigState; clockUnset: boolean; placeKnown: boolean },
	now: number,
): string {
	const text = scheduleWords;
	const { own, house, timeZone } = held;
	if (!['applied', 'sent'].includes(board.config)) return text.notOnBoard;
	const paused = pauseLine(held, now);
	if (paused !== undefined) return paused;
	if (board.clockUnset) return text.noClock;
	if (own.at === null) {
		if (schedule.event !== 'time' && !board.placeKnown) return text.noPlace;
		if (schedule.when === 'in-vacation' && !house.vacation) return text.noVacation;
		if (schedule.when === 'at-home' && house.vacation) return text.notInVacation;
		return schedule.when === 'always' && schedule.event !== 'time' ? text.noSun : text.notWithinYear;
	}
	const when = runTime(own.at, timeZone, now);
	return own.varied ? text.nextVaried(when, zoneName(timeZone)) : text.next(when, zoneName(timeZone));
}

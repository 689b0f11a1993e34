import { type OffsetAt, localTimeAt, momentOf, weekdayOf } from './local-time.ts';
import { type Place, sunEventOf } from './sun.ts';
import { varyBy } from './vary.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
/** The sun's event may fall after midnight of its day, and its offset may move it across another midnight. */
const DAYS_BACK = 2;
/** Near the poles the sun may not rise or set for half a year. */
const DAYS_AHEAD = 366;

/** The household's clocks: those of its zone, and the standard time by which boards decide the sun's day. */
export interface Clocks {
	offsetAt: OffsetAt;
	standardMs: number;
}

/** The part of a schedule that says when it runs. */
export interface Recurrence {
	/** bit 0 = Monday … bit 6 = Sunday */
	weekdays: number;
	event: 'time' | 'sunrise' | 'sunset';
	/** time: minute of the day, local; otherwise minutes after (negative: before) the sun's event */
	minutes: number;
}

/** What keeps a board's schedules from running, or varies them. Unix ms of whole minutes. */
export interface Hold {
	/** no schedule runs before it; 0 = not paused */
	pausedUntil: number;
	vacation: { from: number; until: number } | null;
	/** of the draw by which schedules vary */
	varySeed: number;
}

/** A schedule with all that decides when a board runs it. */
export interface HeldRecurrence extends Recurrence {
	id: number;
	when: 'always' | 'at-home' | 'in-vacation';
	/** in a vacation it runs up to this much earlier or later */
	varyMinutes: number;
	/** Unix ms of a whole minute; 0 = not paused */
	pausedUntil: number;
}

export interface Run {
	/** Unix ms */
	at: number;
	/** a vacation has moved it from its own minute */
	varied: boolean;
}

/**
 * When a schedule runs next after `now` (Unix ms) if nothing holds it. The weekdays are those of the day to which the
 * event belongs, even if it falls after midnight. Undefined: not within a year, or it needs a place that is not known.
 */
export function nextRunOf(
	clocks: Clocks,
	place: Place | null,
	recurrence: Recurrence,
	now: number,
): number | undefined {
	const days = { from: now, until: now + DAYS_AHEAD * DAY_MS };
	for (const { at } of ownMoments(clocks, place, recurrence, days)) if (at > now) return at;
	return undefined;
}

/**
 * When a board runs a schedule next after `now` (Unix ms), with pauses and a vacation. The schedule's own minute decides
 * whether it runs that day, and whether it is varied: see firmware/core/controls/schedules.cpp.
 */
export function nextHeldRun(
	clocks: Clocks,
	place: Place | null,
	schedule: HeldRecurrence,
	hold: Hold,
	now: number,
): Run | undefined {
	const { vacation, varySeed } = hold;
	const pausedUntil = Math.max(hold.pausedUntil, schedule.pausedUntil);
	// Nobody has to look through the days, up to a year of them, on which it cannot run.
	const days = { from: Math.max(now, pausedUntil), until: now + DAYS_AHEAD * DAY_MS };
	if (schedule.when === 'in-vacation') {
		if (!vacation) return undefined;
		days.from = Math.max(days.from, vacation.from);
		days.until = Math.min(days.until, vacation.until);
	}
	for (const own of ownMoments(clocks, place, schedule, days)) {
		const inVacation = vacation !== null && own.at >= vacation.from && own.at < vacation.until;
		if (inVacation && schedule.when === 'at-home')
			return nextHeldRun(
				clocks,
				place,
				schedule,
				{ pausedUntil: Math.max(pausedUntil, vacation.until), vacation: null, varySeed },
				now,
			);
		if (!inVacation && schedule.when === 'in-vacation') continue;
		const varied = inVacation && schedule.varyMinutes > 0;
		const by = varied ? varyBy(varySeed, own.day, schedule.id, schedule.varyMinutes) : 0;
		const at = own.at + by * MINUTE_MS;
		if (at > now && at >= pausedUntil) return { at, varied };
	}
	return undefined;
}

/** The days on which a schedule is due, from some days before `from` to `until`, both Unix ms, and its own minute on each. */
function* ownMoments(
	{ offsetAt, standardMs }: Clocks,
	place: Place | null,
	{ weekdays, event, minutes }: Recurrence,
	{ from, until }: { from: number; until: number },
): Generator<{ day: number; at: number }> {
	if (event !== 'time' && !place) return;
	const { day: last } = localTimeAt(offsetAt, until);
	for (let day = localTimeAt(offsetAt, from).day - DAYS_BACK; day <= last; day++) {
		if (!(weekdays & (1 << weekdayOf(day)))) continue;
		const at = momentOfEvent(day);
		if (at !== undefined) yield { day, at };
	}

	function momentOfEvent(day: number): number | undefined {
		if (event === 'time') return momentOf(offsetAt, day, minutes);
		const sun = sunEventOf(event, day, place!, standardMs);
		return sun === undefined ? undefined : sun + minutes * MINUTE_MS;
	}
}

/** When schedules run next, pauses, and the household's vacation. */
import { z } from 'zod';
import { saying } from './faults.ts';
import { LIMITS } from './limits.ts';
import { SchedulePlan } from './plan.ts';
import { at, id } from './shapes.ts';

/** What the clocks of the household show, to the minute, as `<input type="datetime-local">` has it: "2026-12-01T06:00". */
export const LocalMoment = z
	.string()
	.max(LIMITS.localMomentLength)
	.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, saying('no-moment'));
export type LocalMoment = z.infer<typeof LocalMoment>;

/**
 * PUT /schedules/pause of the house, /devices/:id/schedules/pause of a device, or
 * /devices/:id/schedules/:schedule/pause → 204. DELETE ends it.
 */
export const PauseBody = z.object({
	/** null: until somebody ends it */
	until: LocalMoment.nullable(),
});
export type PauseBody = z.infer<typeof PauseBody>;

/** PUT /schedules/vacation → 204. DELETE ends it, or takes back one that has not begun. */
export const VacationBody = z.object({
	/** null: now */
	from: LocalMoment.nullable(),
	/** null: until somebody ends it */
	until: LocalMoment.nullable(),
});
export type VacationBody = z.infer<typeof VacationBody>;

/** Unix ms; PAUSE_FOREVER_AT of limits.ts = until somebody ends it; null = not paused */
const pausedUntil = at.nullable();

/** What the household has set for all its schedules. */
export const HouseHold = z.object({
	pausedUntil,
	/** Unix ms; the present one or the next one. `until` as of a pause */
	vacation: z.object({ from: at, until: at }).nullable(),
});
export type HouseHold = z.infer<typeof HouseHold>;

/** One schedule, with when it runs next. */
export const HeldSchedule = z.object({
	schedule: z.number().int(),
	/** only of this schedule */
	pausedUntil,
	/** Unix ms; null: not within a year, because it is paused or waits for a vacation, the sun does not rise or set, or no place is set */
	at: at.nullable(),
	/** a vacation moves this run from its own minute */
	varied: z.boolean(),
});
export type HeldSchedule = z.infer<typeof HeldSchedule>;

/** GET /devices/:id/schedules: when each schedule of the plan runs next, and by which clock. */
export const ScheduleRuns = z.object({
	/** IANA name of the household's zone, "Europe/Berlin" */
	timeZone: z.string(),
	house: HouseHold,
	/** of all schedules of this device */
	pausedUntil,
	/** the board's firmware knows no pauses and no vacation, so it runs its schedules whatever is set */
	tooOld: z.boolean(),
	runs: z.array(HeldSchedule),
});
export type ScheduleRuns = z.infer<typeof ScheduleRuns>;

/** GET /schedules: all schedules of the house, and when they run in the next day. */
export const HouseSchedules = z.object({
	timeZone: z.string(),
	house: HouseHold,
	/** those that have schedules, in people's order */
	devices: z.array(
		ScheduleRuns.omit({ timeZone: true, house: true, runs: true }).extend({
			device: id,
			/** how many its board has room for */
			mostSchedules: z.number().int(),
			schedules: z.array(HeldSchedule.extend({ plan: SchedulePlan })),
		}),
	),
	/** in their order: those of the next 24 hours, and at least the next one of every schedule; at most 500 */
	runs: z.array(HeldSchedule.omit({ pausedUntil: true }).extend({ device: id, at })),
});
export type HouseSchedules = z.infer<typeof HouseSchedules>;

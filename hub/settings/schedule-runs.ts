import type { DevicePlan, ScheduleRuns } from '../../protocol/dashboard/plan.ts';
import { nextRunOf } from '../time/next-run.ts';
import { parsePosixTz } from '../time/posix-tz.ts';
import type { Settings } from './settings.ts';

/** When the schedules of a plan run next, by the zone and place of the household; `now` is Unix ms. */
export function scheduleRuns(settings: Settings, { schedules }: DevicePlan, now: number): ScheduleRuns {
	const { value, posixTimeZone, offsetAt } = settings;
	const clocks = { offsetAt, standardMs: parsePosixTz(posixTimeZone)?.standardMs ?? 0 };
	return {
		timeZone: value.timeZone,
		runs: schedules.map((schedule) => ({
			schedule: schedule.id,
			at: nextRunOf(clocks, value.place, schedule, now) ?? null,
		})),
	};
}

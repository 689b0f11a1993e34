import type { Fault } from '../../../protocol/dashboard/faults.ts';
import { fieldFault } from '../../../protocol/dashboard/faults.ts';
import {
	HouseSchedules as HouseSchedulesView,
	PauseBody,
	ScheduleRuns,
	VacationBody,
} from '../../../protocol/dashboard/schedules.ts';
import type { Actor } from '../../base/actor.ts';
import { type Result, err, ok } from '../../base/result.ts';
import { pauseSchedules } from '../../devices/config/pause-schedules.ts';
import type { Devices } from '../../devices/devices.ts';
import { findDevice } from '../../devices/find-device.ts';
import { endVacation, pauseHouse, setVacation } from '../../schedules/hold-house.ts';
import { houseRuns } from '../../schedules/house-runs.ts';
import { momentAhead, wholeMinute } from '../../schedules/moment.ts';
import { type RunsDeps, scheduleRuns } from '../../schedules/schedule-runs.ts';
import { apiErrorOf } from '../api-error.ts';
import { type Route, route } from '../server/route.ts';

/** Schedules of the house: their next runs, pauses and vacations. */
export function scheduleRoutes(deps: RunsDeps & { devices: Devices; now: () => number }): Route[] {
	const { settings, house, devices, now } = deps;
	const moment = (typed: string | null, field: string) => momentAhead(settings.offsetAt, typed, field, now());
	const done = (result: Result<void, Fault>) =>
		result.ok ? ok({ status: 204 as const }) : err(apiErrorOf(result.error));

	/** A pause until a moment by PUT, and its end by DELETE. */
	function pauseRoutes(
		path: string,
		whose: string,
		pause: (of: Record<string, string>, until: number, by: Actor) => Promise<Result<void, Fault>>,
	): Route[] {
		return [
			route({
				method: 'PUT',
				path,
				summary: `Pause ${whose} until a moment; boards keep the pause and end it by themselves`,
				access: 'schedules.hold',
				body: PauseBody,
				answer: { status: 204 },
				async handle({ params, body, who }) {
					const until = moment(body.until, 'until');
					return until.ok ? done(await pause(params, until.value, who.actor)) : err(apiErrorOf(until.error));
				},
			}),
			route({
				method: 'DELETE',
				path,
				summary: `End the pause of ${whose}`,
				access: 'schedules.hold',
				answer: { status: 204 },
				handle: async ({ params, who }) => done(await pause(params, 0, who.actor)),
			}),
		];
	}

	return [
		route({
			method: 'GET',
			path: '/schedules',
			summary: 'All schedules of the house, and when they run in the next day',
			access: 'schedules.see',
			answer: { status: 200, schema: HouseSchedulesView },
			handle: async () => ok({ status: 200, json: houseRuns(deps, devices, now()) }),
		}),
		route({
			method: 'GET',
			path: '/devices/:id/schedules',
			summary: 'When the schedules of a device run next, and in which time zone',
			access: 'schedules.see',
			answer: { status: 200, schema: ScheduleRuns },
			async handle({ params: { id } }) {
				const found = findDevice(devices, id);
				if (!found.ok) return err(apiErrorOf(found.error));
				return ok({ status: 200, json: scheduleRuns(deps, found.value, now()) });
			},
		}),
		...pauseRoutes('/schedules/pause', 'all schedules of the house', (_, until, by) =>
			pauseHouse(house, devices, until, by),
		),
		...pauseRoutes('/devices/:id/schedules/pause', 'the schedules of a device', ({ id = '' }, until, by) =>
			pauseSchedules(devices, { id, schedule: null, until, by }),
		),
		...pauseRoutes('/devices/:id/schedules/:schedule/pause', 'a schedule', ({ id = '', schedule }, until, by) =>
			pauseSchedules(devices, { id, schedule: Number(schedule), until, by }),
		),
		route({
			method: 'PUT',
			path: '/schedules/vacation',
			summary: 'Begin a vacation, or plan one: schedules that ask for it vary, run only then, or do not run',
			access: 'schedules.hold',
			body: VacationBody,
			answer: { status: 204 },
			async handle({ body, who }) {
				const from = body.from === null ? ok(null) : moment(body.from, 'from');
				if (!from.ok) return err(apiErrorOf(from.error));
				const until = moment(body.until, 'until');
				if (!until.ok) return err(apiErrorOf(until.error));
				if (until.value <= (from.value ?? wholeMinute(now())))
					return err(apiErrorOf(fieldFault('until', 'ends-before-it-begins').error));
				const wish = { from: from.value, until: until.value };
				return done(await setVacation(house, devices, wish, who.actor));
			},
		}),
		route({
			method: 'DELETE',
			path: '/schedules/vacation',
			summary: 'End the vacation, or take back one that has not begun',
			access: 'schedules.hold',
			answer: { status: 204 },
			handle: async ({ who }) => done(await endVacation(house, devices, who.actor)),
		}),
	];
}

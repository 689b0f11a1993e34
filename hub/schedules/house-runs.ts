import { capacityOf } from '../devices/config/capacity.ts';
import type { HouseSchedules as HouseSchedulesView } from '../../protocol/dashboard/schedules.ts';
import type { Devices } from '../devices/devices.ts';
import { type RunsDeps, deviceView, heldView, houseView, runsOf } from './schedule-runs.ts';

const DAY_MS = 86_400_000;
/** Of all schedules, in an answer. */
const MAX_RUNS = 500;
/** Of one schedule: it runs once a day, and a draw may bring two of its runs nearer to each other. */
const MAX_RUNS_OF_ONE = 2;

/** All schedules of the house, and when they run in the next day; `now` is Unix ms. */
export function houseRuns(deps: RunsDeps, devices: Devices, now: number): HouseSchedulesView {
	const runs: HouseSchedulesView['runs'] = [];
	const views: HouseSchedulesView['devices'] = [];
	const byPosition = [...devices.byId.values()].sort((a, b) => a.record.position - b.record.position);
	for (const device of byPosition) {
		const { id, plan } = device.record;
		if (plan.schedules.length === 0) continue;
		const own = runsOf(deps, device);
		const schedules = plan.schedules.map((schedule) => {
			const first = own.next(schedule.id, now);
			let run = first;
			for (let count = 0; run && count < MAX_RUNS_OF_ONE; count++) {
				if (count > 0 && run.at > now + DAY_MS) break;
				runs.push({ device: id, schedule: schedule.id, ...run });
				run = own.next(schedule.id, run.at);
			}
			return { ...heldView(device, schedule.id, first, now), plan: schedule };
		});
		views.push({ device: id, ...deviceView(device, now), mostSchedules: capacityOf(device).schedules, schedules });
	}
	// Of what runs at one moment, the order is that of the devices and of their plans.
	runs.sort((a, b) => a.at - b.at);
	return {
		timeZone: deps.settings.value.timeZone,
		house: houseView(deps.house, now),
		devices: views,
		runs: runs.slice(0, MAX_RUNS),
	};
}

import type { Devices } from '../devices/devices.ts';
import type { HouseSchedules } from '../schedules/house-schedules.ts';
import type { Audit, Happening } from './audit.ts';

/** Records pauses of schedules and vacations, until the returned function is called. */
export function listenToSchedules(
	audit: Audit,
	{ devices, house }: { devices: Pick<Devices, 'events'>; house: Pick<HouseSchedules, 'events'> },
): () => void {
	const offs = [
		devices.events.on('SchedulesPaused', ({ device, schedule, until, by }) => {
			const relay = schedule ? device.relay(schedule.relay) : undefined;
			audit.record({ ...paused(until, schedule?.id), by, device, ...(relay && { relay }) });
		}),
		house.events.on('HousePaused', ({ until, by }) => audit.record({ ...paused(until), by })),
		house.events.on('VacationSet', ({ vacation, by }) =>
			audit.record(vacation ? { what: 'vacation-set', by, details: vacation } : { what: 'vacation-ended', by }),
		),
	];
	return () => offs.forEach((off) => off());
}

function paused(until: number, schedule?: number): Pick<Happening, 'what' | 'details'> {
	const one: Happening['details'] = schedule === undefined ? {} : { schedule };
	if (until === 0) return { what: 'schedules-resumed', details: one };
	return { what: 'schedules-paused', details: { ...one, until } };
}

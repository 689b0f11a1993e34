import { HardwareSeen } from '../../../protocol/dashboard/hardware.ts';
import {
	AuditPage,
	AuditPeople,
	AuditQuery,
	PresenceHistory as PresenceAnswer,
	ReadingsHistory,
	ReadingsQuery,
} from '../../../protocol/dashboard/history.ts';
import { boardName } from '../../boards/catalogue.ts';
import type { Audit } from '../../history/audit.ts';
import { csvFileName, exportCsv } from '../../history/export/export-csv.ts';
import { deviceCsvName, exportDeviceCsv } from '../../history/export/export-device-csv.ts';
import { hardwareSeen } from '../../history/hardware-seen.ts';
import { may } from '../../accounts/roles.ts';
import { findPage } from '../../history/find-entries.ts';
import { findPeople } from '../../history/find-people.ts';
import { err, ok } from '../../base/result.ts';
import type { Devices } from '../../devices/devices.ts';
import { findDevice } from '../../devices/find-device.ts';
import type { PresenceHistory } from '../../devices/presence/presence-history.ts';
import { readingsHistory } from '../../devices/readings/samples-history.ts';
import type { Settings } from '../../settings/settings.ts';
import { apiErrorOf } from '../api-error.ts';
import { findReached } from '../guests/find-reached.ts';
import { type Route, route } from '../server/route.ts';

/** What happened: the audit log, presence and readings. */
export function historyRoutes(deps: {
	audit: Audit;
	devices: Devices;
	presence: PresenceHistory;
	settings: Settings;
	/** of the hub */
	version: string;
}): Route[] {
	const { audit, devices, presence, settings, version } = deps;
	return [
		route({
			method: 'GET',
			path: '/audit',
			summary: 'Who did what and what happened, newest first',
			access: 'history.see',
			query: AuditQuery,
			answer: { status: 200, schema: AuditPage },
			handle: async ({ query }) => ok({ status: 200, json: await findPage(audit, query) }),
		}),
		route({
			method: 'GET',
			path: '/audit.csv',
			summary: 'The same as a table for a spreadsheet, all of it; times are UTC',
			access: 'history.see',
			query: AuditQuery.omit({ before: true, limit: true }),
			answer: { status: 200, stream: 'text/csv' },
			async handle({ query }) {
				const name = csvFileName(audit.options.clock.now());
				return ok({ status: 200, stream: { name, type: 'text/csv; charset=utf-8', pieces: exportCsv(audit, query) } });
			},
		}),
		route({
			method: 'GET',
			path: '/audit/people',
			summary: 'The names of all who are in the log',
			access: 'history.see',
			answer: { status: 200, schema: AuditPeople },
			handle: async () => ok({ status: 200, json: { people: await findPeople(audit) } }),
		}),
		route({
			method: 'GET',
			path: '/devices/:id/presence',
			summary: 'When a board was online, away or offline in the last 24 hours',
			access: 'devices.inspect',
			answer: { status: 200, schema: PresenceAnswer },
			async handle({ params: { id } }) {
				const device = findDevice(devices, id);
				if (!device.ok) return err(apiErrorOf(device.error));
				return ok({ status: 200, json: await presence.of(device.value) });
			},
		}),
		route({
			method: 'GET',
			path: '/devices/:id/hardware',
			summary: 'What the hub has seen its board do, without anything that tells the household apart',
			access: 'devices.inspect',
			answer: { status: 200, schema: HardwareSeen },
			async handle({ params: { id } }) {
				const device = findDevice(devices, id);
				if (!device.ok) return err(apiErrorOf(device.error));
				const about = { boardName: boardName(device.value.record.board), hub: version };
				return ok({ status: 200, json: await hardwareSeen(audit, device.value, about) });
			},
		}),
		route({
			method: 'GET',
			path: '/devices/:id/readings',
			summary: 'Readings of a device’s sensors: mean, minimum and maximum of every step of a range',
			access: 'devices.see',
			query: ReadingsQuery,
			answer: { status: 200, schema: ReadingsHistory },
			async handle({ params: { id }, query: { range }, who }) {
				const device = findReached(devices, id, who);
				if (!device.ok) return err(apiErrorOf(device.error));
				return ok({ status: 200, json: await readingsHistory(devices, device.value, range) });
			},
		}),
		route({
			method: 'GET',
			path: '/devices/:id/data.csv',
			summary: 'Its history and its readings as a table for a spreadsheet; a guest’s has the readings alone',
			access: 'devices.see',
			answer: { status: 200, stream: 'text/csv' },
			async handle({ params: { id }, who }) {
				const device = findReached(devices, id, who);
				if (!device.ok) return err(apiErrorOf(device.error));
				const withHistory = may(who.user, 'history.see');
				const pieces = exportDeviceCsv({ audit, devices, settings }, device.value, withHistory);
				const name = deviceCsvName(device.value.record.name, audit.options.clock.now());
				return ok({ status: 200, stream: { name, type: 'text/csv; charset=utf-8', pieces } });
			},
		}),
	];
}

import type { PresenceState } from '../../protocol/dashboard/shapes.ts';
import type { Backups } from '../backup/nightly/backups.ts';
import type { Clock } from '../base/clock.ts';
import type { Claims } from '../claims/claims.ts';
import type { Devices } from '../devices/devices.ts';
import { measureStorage } from '../store/upkeep/measure-storage.ts';
import type { Counters } from './counters.ts';
import type { DatabaseCheck } from './database-check.ts';
import { type Family, type Sample, counter, exposition, gauge } from './exposition.ts';
import type { LoopDelay } from './loop-delay.ts';

export interface Watched {
	version: string;
	clock: Clock;
	devices: Devices;
	claims: Claims;
	backups: Backups;
	/** parts of the history that are written behind */
	history: { audit: { waiting: number }; presence: { waiting: number } };
	counters: Counters;
	delay: LoopDelay;
	check: DatabaseCheck;
	/** the database */
	file: string;
}

const SECOND_MS = 1_000;
const MICROSECONDS = 1e6;

/** The figures of the hub at this moment, in Prometheus' text format. */
export async function gatherMetrics(watched: Watched): Promise<string> {
	return exposition([...ofBoards(watched), ...(await ofStorage(watched)), ...ofProcess(watched)]);
}

function ofBoards({ devices, claims, counters }: Watched): Family[] {
	const states: Record<PresenceState, number> = { online: 0, away: 0, offline: 0 };
	for (const { presence } of devices.byId.values()) states[presence]++;
	return [
		counter('mooring_toggles_total', 'Commands to relays, by how they ended.', by('outcome', counters.commands)),
		counter(
			'mooring_deadlines_missed_total',
			'Deadlines by which a board had not answered.',
			by('what', counters.deadlinesMissed),
		),
		gauge('mooring_boards', 'Devices, by the state of their boards.', by('state', states)),
		gauge('mooring_pending_devices', 'Devices that wait for their board.', [{ value: claims.pending().length }]),
		counter('mooring_handshakes_total', 'Links on which a board has proven its key.', [{ value: counters.handshakes }]),
		counter(
			'mooring_refusals_total',
			'What the doors have refused, by door and reason.',
			counters.refusals.map(({ door, code, count }) => ({ labels: { door, code }, value: count })),
		),
	];
}

async function ofStorage({ devices, history, backups, check, clock, file }: Watched): Promise<Family[]> {
	const { databaseBytes, logBytes, freeBytes } = await measureStorage(file);
	const { last, failure } = backups.state;
	const age = (at: number) => Math.max(0, clock.now() - at) / SECOND_MS;
	const waiting = {
		devices: devices.writes.waiting,
		readings: devices.samples.length,
		audit: history.audit.waiting,
		presence: history.presence.waiting,
	};
	return [
		gauge('mooring_write_behind_waiting', 'What waits to be written, by its queue.', by('queue', waiting)),
		gauge(
			'mooring_backup_age_seconds',
			'Since the last backup.',
			some(last, ({ at }) => age(at)),
		),
		gauge('mooring_backup_failing', 'Whether the last nightly backup failed.', [{ value: failure ? 1 : 0 }]),
		gauge('mooring_database_bytes', 'Size of the files.', by('file', { database: databaseBytes, log: logBytes })),
		gauge(
			'mooring_disk_free_bytes',
			'Free room of the disk.',
			some(freeBytes, (bytes) => bytes),
		),
		gauge(
			'mooring_database_check_age_seconds',
			'Since every page was read.',
			some(check.last, ({ at }) => age(at)),
		),
		gauge(
			'mooring_database_damaged',
			'Whether that found damage.',
			some(check.last, ({ ok }) => (ok ? 0 : 1)),
		),
	];
}

function ofProcess({ version, delay }: Watched): Family[] {
	const { user, system } = process.cpuUsage();
	return [
		gauge('mooring_build_info', 'The version that runs.', [{ labels: { version }, value: 1 }]),
		gauge(
			'mooring_event_loop_delay_seconds',
			'How late the event loop was, over the last one to two minutes.',
			by('statistic', { ...delay.read() }),
		),
		gauge('process_resident_memory_bytes', 'Memory in use.', [{ value: process.memoryUsage.rss() }]),
		counter('process_cpu_seconds_total', 'CPU used.', [{ value: (user + system) / MICROSECONDS }]),
		gauge('process_start_time_seconds', 'When it started, Unix time.', [{ value: performance.timeOrigin / SECOND_MS }]),
	];
}

/** A sample for each key, under this label. */
function by(label: string, values: Readonly<Record<string, number>>): Sample[] {
	return Object.entries(values).map(([key, value]) => ({ labels: { [label]: key }, value }));
}

/** No sample for what is not known. */
function some<T>(known: T | null | undefined, valueOf: (known: T) => number): Sample[] {
	return known === null || known === undefined ? [] : [{ value: valueOf(known) }];
}

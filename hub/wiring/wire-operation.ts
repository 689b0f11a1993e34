import packageJson from '../../package.json' with { type: 'json' };
import type { Backups } from '../backup/nightly/backups.ts';
import type { Clock, Timer } from '../base/clock.ts';
import type { Claims } from '../claims/claims.ts';
import type { Devices } from '../devices/devices.ts';
import { type MetricsDoorDeps, answerMetrics } from '../doors/metrics-door.ts';
import { storageRoutes } from '../doors/routes/storage.ts';
import type { DoorApp } from '../doors/server/guarded-app.ts';
import { answerHealth } from '../doors/server/web-server.ts';
import type { Route } from '../doors/server/route.ts';
import type { KeptHistory } from '../history/keep-history.ts';
import type { Data } from '../open-data.ts';
import { Counters } from '../operation/counters.ts';
import { DatabaseCheck } from '../operation/database-check.ts';
import type { DoorEvents } from '../operation/door-facts.ts';
import { gatherMetrics } from '../operation/gather-metrics.ts';
import { keepDatabase } from '../operation/keep-database.ts';
import { LoopDelay } from '../operation/loop-delay.ts';
import type { Logger } from 'pino';

/** What tells the owner how the hub does: health, figures, size and state of its database. */
export async function operate(
	browsers: DoorApp,
	parts: { clock: Clock; log: Logger; devices: Devices; claims: Claims; backups: Backups; history: KeptHistory },
	door: { data: Data; facts: DoorEvents; isStopping: () => boolean } & Omit<MetricsDoorDeps, 'gather' | 'log'>,
): Promise<{ routes: Route[] } & Timer> {
	const { clock, log, devices } = parts;
	const { data, facts } = door;
	const { orm } = data;
	const file = data.folder.database;
	const check = new DatabaseCheck({ orm, clock, log, file });
	await check.load();
	if (data.wasChecked) await check.note(true);
	const counters = new Counters(devices, facts);
	const delay = new LoopDelay(clock);
	const watched = { ...parts, version: packageJson.version, counters, delay, check, file };
	const upkeep = keepDatabase({ orm, clock, log, file, check });
	answerHealth(browsers, door.isStopping);
	answerMetrics(browsers, { ...door, log, gather: () => gatherMetrics(watched) });
	return {
		routes: storageRoutes({ check, file }),
		cancel() {
			upkeep.cancel();
			delay.stop();
		},
	};
}

import type { EntityManager } from '@mikro-orm/sqlite';
import type { HardwareSeen } from '../../protocol/dashboard/hardware.ts';
import type { AuditWhat } from '../../protocol/dashboard/history.ts';
import type { LiveDevice } from '../devices/live-device.ts';
import type { Audit } from './audit.ts';

/** Versions that are told at most: the newest. */
const MAX_UPDATES = 5;
const REPLACED: AuditWhat = 'replaced';
const [ON, OFF, UPDATED]: AuditWhat[] = ['relay-on', 'relay-off', 'updated'];

/**
 * What the hub has seen this board do, by its history and by what it reports now. Whatever tells a household apart is left
 * out: relays and sensors are numbers, and there are no addresses.
 */
export async function hardwareSeen(
	audit: Audit,
	device: LiveDevice,
	about: { boardName: string; hub: string },
): Promise<HardwareSeen> {
	await audit.flush();
	const { record, chip, firmware, uptimeMs, presence, readings } = device;
	const em = audit.options.orm.em.fork() as EntityManager;
	const [last] = await em.execute<{ id: number | null }[]>(
		'SELECT max(id) AS id FROM audit_entry WHERE device_id = ? AND what = ?',
		[record.id, REPLACED],
	);
	const since = last?.id ?? 0;
	const switched = await em.execute<{ relay: number; commanded: number; times: number }[]>(
		`SELECT relay, cause = 'command' AS commanded, count(*) AS times FROM audit_entry
		WHERE device_id = ? AND id > ? AND what IN (?, ?) AND cause IS NOT NULL AND cause <> 'boot'
		GROUP BY relay, commanded`,
		[record.id, since, ON, OFF],
	);
	const times = (relay: number, commanded: number) =>
		switched.find((row) => row.relay === relay && row.commanded === commanded)?.times ?? 0;
	const updates = await em.execute<{ version: string | null }[]>(
		`SELECT json_extract(details, '$.version') AS version FROM audit_entry
		WHERE device_id = ? AND id > ? AND what = ? ORDER BY id DESC LIMIT ?`,
		[record.id, since, UPDATED, MAX_UPDATES],
	);
	return {
		board: record.board,
		...about,
		chip,
		firmware,
		uptimeMs: presence === 'online' && uptimeMs !== null ? Math.round(uptimeMs) : null,
		relays: record.plan.relays.map(({ id }) => ({ relay: id, commands: times(id, 1), byItself: times(id, 0) })),
		sensors: record.plan.sensors.map(({ id, type }) => ({
			sensor: id,
			type,
			answers: readings.some(({ sensor, value }) => sensor === id && value !== null),
		})),
		updates: updates.flatMap(({ version }) => version ?? []),
	};
}

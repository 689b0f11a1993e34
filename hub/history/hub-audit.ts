import type { SettingsBody } from '../../protocol/dashboard/settings.ts';
import { faultOf } from '../../protocol/dashboard/faults.ts';
import type { BackupFacts } from '../backup/nightly/backups.ts';
import { forgetRestored, restoredFrom } from '../backup/restore/restored-mark.ts';
import type { Events } from '../base/events.ts';
import type { SettingsFacts } from '../settings/settings.ts';
import type { Audit } from './audit.ts';

/** Records changes of the settings, until the returned function is called. */
export function listenToSettings(audit: Audit, { events }: { events: Events<SettingsFacts> }): () => void {
	return events.on('SettingsChanged', ({ before, after, by }) =>
		audit.record({ what: 'settings-changed', by, details: { changes: changes(before, after) } }),
	);
}

/** "historyDays: 365 → 30; place". The log does not say where the household lives. */
function changes(before: SettingsBody, after: SettingsBody): string {
	const changed: string[] = [];
	for (const key of ['timeZone', 'historyDays'] as const)
		if (before[key] !== after[key]) changed.push(`${key}: ${before[key]} → ${after[key]}`);
	if (before.place !== after.place) changed.push('place');
	return changed.join('; ');
}

/** Records backups that were made and that failed, until the returned function is called. */
export function listenToBackups(audit: Audit, { events }: { events: Events<BackupFacts> }): () => void {
	const offs = [
		events.on('BackupMade', ({ bytes, by }) => audit.record({ what: 'backup-made', by, details: { bytes } })),
		events.on('BackupFailed', ({ reason }) => audit.record({ what: 'backup-failed', details: { reason } })),
	];
	return () => offs.forEach((off) => off());
}

/** Says once, in the log and the history, that the data folder was restored from a backup. */
export async function tellRestored(audit: Audit, data: string): Promise<void> {
	const from = restoredFrom(data);
	if (!from) return;
	const made = new Date(from.madeAt).toISOString();
	audit.options.log.warn({ made, by: from.version }, faultOf('restored-keep-old-off', { made }).message);
	audit.record({ what: 'restored', details: { madeAt: from.madeAt, version: from.version } });
	await audit.flush();
	forgetRestored(data);
}

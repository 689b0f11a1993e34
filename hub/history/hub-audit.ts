import type { Change } from '../../protocol/dashboard/changes.ts';
import type { SettingsBody } from '../../protocol/dashboard/settings.ts';
import type { BackupFacts } from '../backup/nightly/backups.ts';
import type { Events } from '../base/events.ts';
import type { PackFacts } from '../firmware-images/packs/packs.ts';
import type { HttpsFacts } from '../https/https.ts';
import type { SettingsFacts } from '../settings/settings.ts';
import type { Audit } from './audit.ts';

/** Records changes of the settings, until the returned function is called. */
export function listenToSettings(audit: Audit, { events }: { events: Events<SettingsFacts> }): () => void {
	return events.on('SettingsChanged', ({ before, after, by }) =>
		audit.record({ what: 'settings-changed', by, details: { changes: changes(before, after) } }),
	);
}

/** The log does not say where the household lives. */
function changes(before: SettingsBody, after: SettingsBody): Change[] {
	const values: Change['values'] = [];
	for (const key of ['timeZone', 'historyDays'] as const)
		if (before[key] !== after[key])
			values.push({ key, before: { text: String(before[key]) }, after: { text: String(after[key]) } });
	if (before.place !== after.place) values.push({ key: 'place' });
	return values.map((value) => ({ part: { kind: 'itself' }, what: 'changed', values: [value] }));
}

/** Records that HTTPS was turned on or off, until the returned function is called. */
export function listenToHttps(audit: Audit, { events }: { events: Events<HttpsFacts> }): () => void {
	return events.on('HttpsChanged', ({ on, by }) => audit.record({ what: 'https-changed', by, details: { on } }));
}

/** Records which firmware packs come and go, until the returned function is called. */
export function listenToFirmware(audit: Audit, { events }: { events: Events<PackFacts> }): () => void {
	const offs = [
		events.on('PackInstalled', ({ pack: { version, boards }, by }) =>
			audit.record({ what: 'firmware-installed', by, details: { version, boards: boards.length } }),
		),
		events.on('PackRemoved', ({ pack: { version }, by }) =>
			audit.record({ what: 'firmware-removed', by, details: { version } }),
		),
	];
	return () => offs.forEach((off) => off());
}

/** Records what becomes of backups and their settings, until the returned function is called. */
export function listenToBackups(audit: Audit, { events }: { events: Events<BackupFacts> }): () => void {
	const offs = [
		events.on('BackupMade', ({ bytes, by }) =>
			audit.record({ what: 'backup-made', by, details: { bytes, made: 'nightly' } }),
		),
		events.on('BackupDownloaded', ({ by }) => audit.record({ what: 'backup-made', by, details: { made: 'by-hand' } })),
		events.on('BackupFailed', ({ reason: { kind, message, params }, by }) =>
			audit.record({ what: 'backup-failed', by, details: { reason: message, fault: kind, ...params } }),
		),
		events.on('NightlyChanged', ({ on, newPassphrase, by }) =>
			audit.record({ what: 'backup-changed', by, details: { on, newPassphrase } }),
		),
		events.on('Restored', ({ madeAt, version }) => audit.record({ what: 'restored', details: { madeAt, version } })),
	];
	return () => offs.forEach((off) => off());
}

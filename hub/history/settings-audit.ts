import type { SettingsBody } from '../../protocol/dashboard/settings.ts';
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

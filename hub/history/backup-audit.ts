import type { BackupFacts } from '../backup/nightly/backups.ts';
import type { Events } from '../base/events.ts';
import type { Audit } from './audit.ts';

/** Records backups that were made and that failed, until the returned function is called. */
export function listenToBackups(audit: Audit, { events }: { events: Events<BackupFacts> }): () => void {
	const offs = [
		events.on('BackupMade', ({ bytes, by }) => audit.record({ what: 'backup-made', by, details: { bytes } })),
		events.on('BackupFailed', ({ reason }) => audit.record({ what: 'backup-failed', details: { reason } })),
	];
	return () => offs.forEach((off) => off());
}

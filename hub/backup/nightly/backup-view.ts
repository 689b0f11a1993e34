import type { BackupView } from '../../../protocol/dashboard/backup.ts';
import type { Backups } from './backups.ts';
import { nextNightlyAt } from './keep-nightly.ts';
import { backupsIn } from './prune-backups.ts';

/** What the owner is shown. */
export function backupView(backups: Backups): BackupView {
	const { nightly, state, folder, options } = backups;
	const { on, keepDaily, keepWeekly, sealed } = nightly;
	return {
		last: state.last,
		failure: state.failure,
		nightly: {
			on,
			keepDaily,
			keepWeekly,
			hasPassphrase: sealed !== null,
			folder,
			files: filesIn(folder, options.hubId),
			nextAt: nextNightlyAt(backups) ?? null,
		},
	};
}

/** None if the folder cannot be read: the next backup says why. */
function filesIn(folder: string, hubId: Uint8Array): number {
	try {
		return backupsIn(folder, hubId).length;
	} catch {
		return 0;
	}
}

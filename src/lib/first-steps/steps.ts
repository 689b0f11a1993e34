import type { BackupView } from '$protocol/dashboard/backup.ts';
import type { HttpsView } from '$protocol/dashboard/https.ts';
import type { People } from '$protocol/dashboard/people/people.ts';

export const STEPS = ['board', 'people', 'backup', 'https'] as const;
export type Step = (typeof STEPS)[number];

/** What the hub says about itself; undefined: not asked yet. */
export interface Known {
	/** claimed devices */
	devices: number;
	people: People | undefined;
	backup: BackupView | undefined;
	https: HttpsView | undefined;
	/** this page came over HTTPS, maybe by a reverse proxy, of which the hub does not know */
	isSecure: boolean;
}

/** Which steps of a newcomer are done; undefined until all is known, so that no step is shown as open and then ticked. */
export function stepsDone({ devices, people, backup, https, isSecure }: Known): Record<Step, boolean> | undefined {
	if (!people || !backup || !https) return undefined;
	return {
		board: devices > 0,
		people: people.people.length > 1 || people.invitations.length > 0,
		backup: backup.last !== null || backup.nightly.on,
		https: https.mode !== 'off' || isSecure,
	};
}

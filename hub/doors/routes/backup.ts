import { BackupView, BackupWish, NightlyWish } from '../../../protocol/dashboard/backup.ts';
import type { Accounts } from '../../accounts/accounts.ts';
import type { SignInLimit } from '../../accounts/limits/sign-in-limit.ts';
import { backupView } from '../../backup/nightly/backup-view.ts';
import type { Backups } from '../../backup/nightly/backups.ts';
import { changeNightly } from '../../backup/nightly/change-nightly.ts';
import { downloadBackup } from '../../backup/nightly/download-backup.ts';
import { makeNightly } from '../../backup/nightly/make-nightly.ts';
import { err, ok } from '../../base/result.ts';
import { apiErrorOf } from '../api-error.ts';
import { type Route, route } from '../server/route.ts';
import { checkOwnPassword, checkOwnProof } from './account/own-password.ts';

const AGE = 'application/octet-stream';

/** Whoever takes a copy of the hub, chooses what opens its copies, or has some of them deleted, proves again who they are. */
export function backupRoutes(deps: { backups: Backups; accounts: Accounts; tries: SignInLimit }): Route[] {
	const { backups } = deps;
	const view = () => ok({ status: 200, json: backupView(backups) });
	return [
		route({
			method: 'GET',
			path: '/backup',
			summary: 'When the last backup was made, and those of the night',
			access: 'backup.manage',
			answer: { status: 200, schema: BackupView },
			handle: async () => view(),
		}),
		route({
			method: 'POST',
			path: '/backup',
			summary: 'Download a backup, encrypted by age with a passphrase',
			access: 'backup.manage',
			body: BackupWish,
			answer: { status: 200, stream: AGE },
			async handle(asked) {
				const { body, who } = asked;
				const right = await checkOwnPassword(deps, asked, body);
				if (!right.ok) return right;
				const made = await downloadBackup(backups, body, who.actor);
				if (!made.ok) return err(apiErrorOf(made.error));
				return ok({ status: 200, stream: { ...made.value, type: AGE } });
			},
		}),
		route({
			method: 'PUT',
			path: '/backup/settings',
			summary: 'Change the nightly backups',
			access: 'backup.manage',
			body: NightlyWish,
			answer: { status: 200, schema: BackupView },
			async handle(asked) {
				const { body, who } = asked;
				let changed = await changeNightly(backups, body, who.actor);
				if (!changed.ok && changed.error.kind === 'password-needed') {
					const proved = await checkOwnProof(deps, asked, body);
					if (!proved.ok) return proved;
					changed = await changeNightly(backups, body, who.actor, true);
				}
				return changed.ok ? view() : err(apiErrorOf(changed.error));
			},
		}),
		route({
			method: 'POST',
			path: '/backup/now',
			summary: 'Make a backup like that of the night at once',
			access: 'backup.manage',
			answer: { status: 200, schema: BackupView },
			async handle({ who }) {
				const made = await makeNightly(backups, who.actor);
				return made.ok ? view() : err(apiErrorOf(made.error));
			},
		}),
	];
}

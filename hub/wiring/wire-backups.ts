import packageJson from '../../package.json' with { type: 'json' };
import type { Accounts } from '../accounts/accounts.ts';
import type { SignInLimit } from '../accounts/limits/sign-in-limit.ts';
import { Restores, type RestoresOptions } from '../backup/from-browser/restores.ts';
import type { Backups } from '../backup/nightly/backups.ts';
import { backupRoutes } from '../doors/routes/backup.ts';
import { restoreRoutes } from '../doors/routes/restore.ts';
import type { Route } from '../doors/server/route.ts';
import { entities, migrations } from '../schema.ts';

/** How a hub runs if a backup may take its place from the set-up page: `runHub` sees to it. */
export type Replaceable = Pick<RestoresOptions, 'replaceBy'>;

/** The routes of backups; and of restoring one, where the hub can be replaced. */
export function routesOfBackups(
	parts: { backups: Backups; accounts: Accounts; tries: SignInLimit },
	replaceBy: Replaceable['replaceBy'] | undefined,
): Route[] {
	const { backups, accounts, tries } = parts;
	if (!replaceBy) return backupRoutes(parts);
	const { clock, random, log, data } = backups.options;
	const restores = new Restores({
		clock,
		random,
		log,
		data,
		version: packageJson.version,
		schema: { entities, migrations },
		ownership: accounts.firstOwner,
		replaceBy,
	});
	return [...backupRoutes(parts), ...restoreRoutes({ restores, tries })];
}

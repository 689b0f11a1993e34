import type { Migration } from './migrate.ts';
import { init } from './migrations/001-init.ts';
import { historyScenesAndUpdates } from './migrations/002-history-scenes-and-updates.ts';
import { restartingUpdates } from './migrations/003-restarting-updates.ts';
import { people } from './migrations/004-people.ts';
import { passwordChanges } from './migrations/005-password-changes.ts';
import { apiTokens } from './migrations/006-api-tokens.ts';
import { secondFactor } from './migrations/007-second-factor.ts';
import { homeLayouts } from './migrations/008-home-layouts.ts';
import { wifiNetworks } from './migrations/009-wifi-networks.ts';
import { schedulePauses } from './migrations/010-schedule-pauses.ts';
import { preferences } from './migrations/011-preferences.ts';
import { wallLock } from './migrations/012-wall-lock.ts';

/**
 * Every change of the schema, oldest first. The number of a file is the version it leads to (`PRAGMA user_version`). One
 * that has been released is never changed: add another.
 */
export const migrations: readonly Migration[] = [
	init,
	historyScenesAndUpdates,
	restartingUpdates,
	people,
	passwordChanges,
	apiTokens,
	secondFactor,
	homeLayouts,
	wifiNetworks,
	schedulePauses,
	preferences,
	wallLock,
];

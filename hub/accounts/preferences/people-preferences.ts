import type { MikroORM } from '@mikro-orm/sqlite';
import type { Logger } from 'pino';
import { NO_PREFERENCES } from '../../../protocol/dashboard/people/no-preferences.ts';
import { Preferences } from '../../../protocol/dashboard/people/preferences.ts';
import type { Clock } from '../../base/clock.ts';
import { OwnValues } from '../own/own-values.ts';
import { StoredPreferences } from './entity.ts';

/** More than anybody chooses in an hour. Each is written to the SD card and told to every open dashboard. */
const CHANGES_AN_HOUR = 60;

/** How the dashboard speaks to people. */
export class PeoplePreferences extends OwnValues<Preferences> {
	constructor(clock: Clock) {
		super({ clock, changesAnHour: CHANGES_AN_HOUR, schema: Preferences, none: NO_PREFERENCES });
	}

	/** Loads what is stored. */
	async load({ orm, log }: { orm: MikroORM; log: Pick<Logger, 'error'> }): Promise<void> {
		for (const { userId, chosen } of await orm.em.fork().find(StoredPreferences, {}))
			if (!this.take(userId, chosen))
				log.error({ person: userId }, 'the preferences of a person cannot be read; their browser’s are used');
	}
}

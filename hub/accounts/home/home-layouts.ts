import type { MikroORM } from '@mikro-orm/sqlite';
import type { Logger } from 'pino';
import { EMPTY_HOME } from '../../../protocol/dashboard/empty-home.ts';
import { HomeLayout } from '../../../protocol/dashboard/home.ts';
import type { Clock } from '../../base/clock.ts';
import { OwnValues } from '../own/own-values.ts';
import { StoredHome } from './entity.ts';

/** More than anybody moves by hand in an hour. Each is written to the SD card and told to every open dashboard. */
const CHANGES_AN_HOUR = 240;

/** How people have arranged their Home. Each is smaller than the largest body of a request. */
export class HomeLayouts extends OwnValues<HomeLayout> {
	constructor(clock: Clock) {
		super({ clock, changesAnHour: CHANGES_AN_HOUR, schema: HomeLayout, none: EMPTY_HOME });
	}

	/** Loads what is stored. */
	async load({ orm, log }: { orm: MikroORM; log: Pick<Logger, 'error'> }): Promise<void> {
		for (const { userId, layout } of await orm.em.fork().find(StoredHome, {}))
			if (!this.take(userId, layout))
				log.error({ person: userId }, 'how a person has arranged their Home cannot be read; it is shown unarranged');
	}
}

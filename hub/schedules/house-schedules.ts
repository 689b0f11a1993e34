import type { MikroORM } from '@mikro-orm/sqlite';
import type { Logger } from 'pino';
import { z } from 'zod';
import { at } from '../../protocol/dashboard/shapes.ts';
import type { Actor } from '../base/actor.ts';
import type { Clock } from '../base/clock.ts';
import { Events } from '../base/events.ts';
import { KeyedMutex } from '../base/keyed-mutex.ts';
import type { Random } from '../base/random.ts';
import type { HouseHold } from '../devices/config/hold.ts';
import { readStored, writeStored } from '../settings/stored-value.ts';

const KEY = 'schedules';
const SECRET_BYTES = 16;

const Stored = z.object({
	pausedUntil: at,
	vacation: z.object({ from: at, until: at }).nullable(),
	varySecret: z.string(),
	unsent: z.boolean(),
});

/** `unsent`: not every board's record has been told of it, as the hub was stopped meanwhile. */
export type StoredHold = HouseHold & { unsent: boolean };

export interface HouseSchedulesOptions {
	orm: MikroORM;
	clock: Clock;
	random: Random;
	log: Logger;
}

/** What the household has set for all its schedules. Holds state only; `hold-house.ts` changes it. */
export class HouseSchedules {
	readonly options: HouseSchedulesOptions;
	readonly events: Events<HouseFacts>;
	/** one change after the other */
	readonly locks = new KeyedMutex();
	value: StoredHold;

	constructor(options: HouseSchedulesOptions, value: StoredHold) {
		this.options = options;
		this.value = value;
		this.events = new Events((error) => options.log.error({ err: error }, 'internal error in an event listener'));
	}
}

/** Facts about the schedules of the house, emitted once they are stored. Unix ms. */
export interface HouseFacts {
	/** 0 = they run again */
	HousePaused: { until: number; by: Actor };
	/** null = it has ended, or was taken back */
	VacationSet: { vacation: { from: number; until: number } | null; by: Actor };
}

/** Loads what is stored. At the first start it is stored, so that schedules vary as ever after a restart. */
export async function openHouseSchedules(options: HouseSchedulesOptions): Promise<HouseSchedules> {
	const stored = Stored.safeParse(await readStored(options.orm, KEY));
	if (stored.success) return new HouseSchedules(options, stored.data);
	const varySecret = Buffer.from(options.random.bytes(SECRET_BYTES)).toString('hex');
	const house = new HouseSchedules(options, { pausedUntil: 0, vacation: null, varySecret, unsent: false });
	await store(house, house.value);
	return house;
}

/** Changes the database first, then memory. */
export async function store(house: HouseSchedules, value: StoredHold): Promise<void> {
	await writeStored(house.options.orm, KEY, value);
	house.value = value;
}

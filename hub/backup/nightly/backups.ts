import { join } from 'node:path';
import type { MikroORM } from '@mikro-orm/sqlite';
import type { Logger } from 'pino';
import { z } from 'zod';
import { FaultView } from '../../../protocol/dashboard/errors.ts';
import type { Fault } from '../../../protocol/dashboard/faults.ts';
import type { Actor } from '../../base/actor.ts';
import type { Clock } from '../../base/clock.ts';
import { Events } from '../../base/events.ts';
import { KeyedMutex } from '../../base/keyed-mutex.ts';
import type { Random } from '../../base/random.ts';
import { readStored, writeStored } from '../../settings/stored-value.ts';
import { DATA_FILES } from '../../store/data-files.ts';
import type { Vault } from '../../store/vault.ts';
import type { OffsetAt } from '../../time/local-time.ts';
import type { BackupOptions } from '../make/make-backup.ts';

export interface BackupsOptions {
	orm: MikroORM;
	clock: Clock;
	random: Random;
	log: Logger;
	vault: Vault;
	/** the data folder */
	data: string;
	hubId: Uint8Array;
	version: string;
	/** where those of the night go; undefined: into the data folder */
	folder: string | undefined;
	/** the household's time zone */
	offsetAt: () => OffsetAt;
	/** writes to the database what waits to be written */
	flush: () => Promise<void>;
	/** of scrypt; left out except in tests */
	work?: number;
}

const KEYS = { nightly: 'backup-nightly', state: 'backup-state' };
const moment = z.number().int().min(0);

const Nightly = z.object({
	on: z.boolean(),
	keepDaily: z.number().int().min(1),
	keepWeekly: z.number().int().min(0),
	/** the passphrase, sealed by the vault, in base64 */
	sealed: z.string().nullable(),
});
export type Nightly = z.infer<typeof Nightly>;

const State = z.object({
	last: z.object({ at: moment, bytes: z.number().int(), kind: z.enum(['nightly', 'by-hand']) }).nullable(),
	/** when one of the night was begun, whether it succeeded or not */
	triedAt: moment.nullable(),
	failure: FaultView.extend({ at: moment }).nullable(),
});
export type State = z.infer<typeof State>;

/** The backups of a running hub: their settings, and how the last ones ended. Operations change it. */
export class Backups {
	readonly options: BackupsOptions;
	readonly events: Events<BackupFacts>;
	/** one change of the nightly backups after the other */
	readonly locks = new KeyedMutex();
	nightly: Nightly = { on: false, keepDaily: 7, keepWeekly: 4, sealed: null };
	state: State = { last: null, triedAt: null, failure: null };
	/** one is being made */
	running = false;
	/** downloads that a browser has not taken whole yet */
	downloads = 0;

	constructor(options: BackupsOptions) {
		const { log } = options;
		this.options = options;
		this.events = new Events((error) => log.error({ err: error }, 'internal error in an event listener'));
	}

	/** Where those of the night are. */
	get folder(): string {
		return this.options.folder ?? join(this.options.data, DATA_FILES.backups);
	}

	/** Loads what is stored; what this version does not understand keeps its default. */
	async load(): Promise<void> {
		const { orm } = this.options;
		this.nightly = Nightly.safeParse(await readStored(orm, KEYS.nightly)).data ?? this.nightly;
		this.state = State.safeParse(await readStored(orm, KEYS.state)).data ?? this.state;
	}

	async saveNightly(nightly: Nightly): Promise<void> {
		await writeStored(this.options.orm, KEYS.nightly, nightly);
		this.nightly = nightly;
	}

	/** A backup is not worse if this cannot be stored, so it does not fail. */
	async saveState(change: Partial<State>): Promise<void> {
		this.state = { ...this.state, ...change };
		try {
			await writeStored(this.options.orm, KEYS.state, this.state);
		} catch (error) {
			this.options.log.error({ err: error }, 'backup: how it ended could not be saved');
		}
	}

	optionsFor(passphrase: string, withImages: boolean): BackupOptions {
		const { data, hubId, version, random, clock, work } = this.options;
		return { data, hubId, version, passphrase, withImages, random, now: clock.now(), ...(work && { work }) };
	}
}

/** Facts about backups, emitted once they are stored. */
export interface BackupFacts {
	/** into the folder for those of the night; `by` is null at night */
	BackupMade: { bytes: number; by: Actor | null };
	/** Somebody begins to download one: told before its first byte leaves, whether the last one does or not. */
	BackupDownloaded: { by: Actor };
	BackupFailed: { reason: Fault; by: Actor | null };
	/** Those of the night were switched on or off, or have other numbers or another passphrase. */
	NightlyChanged: { on: boolean; newPassphrase: boolean; by: Actor };
	/** Told once, by the first hub that runs on a restored folder. `madeAt` is the backup's. */
	Restored: { madeAt: number; version: string };
}

import { join } from 'node:path';
import { timingSafeEqual } from 'node:crypto';
import type { Logger } from 'pino';
import type { RestoreProgress } from '../../../protocol/dashboard/restore.ts';
import type { Clock, Timer } from '../../base/clock.ts';
import { type Random, newId } from '../../base/random.ts';
import type { Schema } from '../restore/check-database.ts';
import type { CheckedBackup } from '../restore/check-backup.ts';
import { makeWorkFolder, removeWorkFolder } from '../../store/work/work-folder.ts';

/** An upload of which nothing more is heard is removed after this time. */
export const KEPT_MS = 15 * 60_000;
const FILE = 'upload.age';

/** The hub's first owner, as far as a restore is concerned. */
export interface Ownership {
	exists(): Promise<boolean>;
	isProvedBy(code: string): boolean;
	/** From now on nobody becomes the owner of this hub; false if somebody is already. */
	close(): Promise<boolean>;
}

export interface RestoresOptions {
	clock: Clock;
	random: Random;
	log: Logger;
	/** the data folder */
	data: string;
	version: string;
	schema: Schema;
	ownership: Ownership;
	/** Stops this hub, puts the backup in its place, and starts that. */
	replaceBy: (backup: CheckedBackup) => void;
}

/** A file that is to be restored, from the moment that the set-up code was right. */
export interface Upload {
	/** the secret by which its browser goes on */
	handle: string;
	folder: string;
	file: string;
	/** what its browser says it has */
	bytes: number;
	stage: RestoreProgress['stage'];
	/** bytes of the present stage */
	done: number;
}

/** Restores from the set-up page: one at a time. Operations change it. */
export class Restores {
	readonly options: RestoresOptions;
	current: Upload | undefined;
	#expiry: Timer | undefined;

	constructor(options: RestoresOptions) {
		this.options = options;
	}

	/** A backup is read or put in place: no other may be begun. */
	get isApplying(): boolean {
		return ['reading', 'checking', 'placing'].includes(this.current?.stage ?? 'waiting');
	}

	/** The one that has this handle. */
	of(handle: string): Upload | undefined {
		const want = Buffer.from(this.current?.handle ?? '');
		const got = Buffer.from(handle);
		return want.length === got.length && timingSafeEqual(want, got) ? this.current : undefined;
	}

	/** Makes room for a new file; an older one is given up. */
	open(bytes: number): Upload {
		this.discard();
		const { data, random } = this.options;
		const folder = makeWorkFolder(data, random);
		const upload: Upload = {
			handle: newId(random),
			folder,
			file: join(folder, FILE),
			bytes,
			stage: 'waiting',
			done: 0,
		};
		this.current = upload;
		this.touch();
		return upload;
	}

	/** Something was heard of it. */
	touch(): void {
		this.#expiry?.cancel();
		this.#expiry = this.options.clock.after(KEPT_MS, () => (this.isApplying ? this.touch() : this.discard()));
	}

	/** Removes the file; its browser may go on asking how far it is. */
	removeFile(): void {
		this.#expiry?.cancel();
		if (this.current) removeWorkFolder(this.current.folder);
	}

	/** Removes the file and forgets its handle. */
	discard(): void {
		this.removeFile();
		this.current = undefined;
	}
}

import { join } from 'node:path';
import type { Logger } from 'pino';
import type { PackProgress } from '../../../protocol/dashboard/firmware.ts';
import type { Actor } from '../../base/actor.ts';
import type { Clock, Timer } from '../../base/clock.ts';
import { Events } from '../../base/events.ts';
import { KeyedMutex } from '../../base/keyed-mutex.ts';
import { type Random, newId } from '../../base/random.ts';
import { DATA_FILES } from '../../store/data-files.ts';
import { makeWorkFolder, removeWorkFolder } from '../../store/work/work-folder.ts';
import { IMAGES } from './pack-list.ts';

/** An upload of which nothing more is heard is removed after this time. */
export const KEPT_MS = 5 * 60_000;
const FILE = 'pack.zip';
const STAGED = 'staged';

export interface PacksOptions {
	clock: Clock;
	random: Random;
	log: Logger;
	/** the data folder */
	data: string;
	/** of the hub */
	version: string;
	/** what the boards of this house reported last: a kind of board and its firmware */
	running: () => { board: string; firmware: string }[];
}

/** A pack that is in place. */
export interface Pack {
	/** its folder's name */
	id: string;
	/** of the Mooring it comes from */
	version: string;
	/** Unix ms, by a clock that may have been wrong */
	installedAt: number;
	/** rises with every pack that is installed */
	order: number;
	/** on the disk */
	bytes: number;
	boards: { board: string; version: string }[];
}

/** A file on its way to become a pack. */
export interface PackUpload {
	id: string;
	folder: string;
	file: string;
	/** where its images are unpacked before they are put in place as a whole */
	staged: string;
	/** what its browser says it has */
	bytes: number;
	stage: Exclude<PackProgress['stage'], 'over'>;
	done: number;
	of: number;
}

/** The firmware packs of this hub: those that are in place, and at most one on its way. Operations change it. */
export class Packs {
	readonly options: PacksOptions;
	readonly events: Events<PackFacts>;
	/** one change of what is in place after the other */
	readonly locks = new KeyedMutex();
	readonly byId = new Map<string, Pack>();
	upload: PackUpload | undefined;
	#expiry: Timer | undefined;

	constructor(options: PacksOptions) {
		this.options = options;
		this.events = new Events((error) => options.log.error({ err: error }, 'internal error in an event listener'));
	}

	/** Where packs are put in place, one folder each. */
	get folder(): string {
		return join(this.options.data, DATA_FILES.firmware);
	}

	/** Where a pack's images lie, one folder a board. */
	imagesOf({ id }: Pick<Pack, 'id'>): string {
		return join(this.folder, id, IMAGES);
	}

	/** A file is being received, checked or put in place: no other may begin. */
	get isBusy(): boolean {
		return this.upload !== undefined && this.upload.stage !== 'waiting';
	}

	/** Makes room for a file; one that was announced and never sent is forgotten. */
	open(bytes: number): PackUpload {
		this.discard();
		const { data, random } = this.options;
		const folder = makeWorkFolder(data, random);
		const [file, staged] = [join(folder, FILE), join(folder, STAGED)];
		this.upload = { id: newId(random), folder, file, staged, bytes, stage: 'waiting', done: 0, of: bytes };
		this.touch();
		return this.upload;
	}

	/** Something was heard of it. */
	touch(): void {
		this.#expiry?.cancel();
		this.#expiry = this.options.clock.after(KEPT_MS, () => (this.isBusy ? this.touch() : this.discard()));
	}

	/** Removes the file and what was unpacked of it. */
	discard(): void {
		this.#expiry?.cancel();
		if (this.upload) removeWorkFolder(this.upload.folder);
		this.upload = undefined;
	}
}

/** Facts about packs, emitted once they are on the disk. */
export interface PackFacts {
	PackInstalled: { pack: Pack; by: Actor };
	/** `by`: null where no board needs it any more */
	PackRemoved: { pack: Pack; by: Actor | null };
}

import { readdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Logger } from 'pino';
import type { Board } from '../../protocol/dashboard/boards.ts';
import type { Fault } from '../../protocol/dashboard/faults.ts';
import { isNewer } from '../base/is-newer.ts';
import { type Result, err, ok } from '../base/result.ts';
import { CATALOGUE } from '../boards/catalogue.ts';
import { type Image, readImageFolder, readPart } from './image-folder.ts';

interface Known {
	/** times and sizes of the files in its folder; a different stamp means that they have changed */
	stamp: string;
	read: Result<Image, Fault> | undefined;
}

/** Folders with one folder per board. Of the images in one rank the newest is taken; an earlier rank goes before it. */
export type Places = readonly (readonly string[])[];

/**
 * The firmware images this hub has, looked for in several places. They are read on request, so that images can be added
 * and replaced while the hub runs.
 */
export class Images {
	#places: () => Places;
	#log: Logger;
	#known = new Map<string, Known>();

	constructor(places: () => Places, log: Logger) {
		this.#places = places;
		this.#log = log;
	}

	/** The images of all boards, and the reason for each board whose image cannot be used. */
	async all(): Promise<{ images: Image[]; faulty: { board: Board; fault: Fault }[] }> {
		const found = await Promise.all(CATALOGUE.map(async (board) => ({ board, read: await this.find(board) })));
		return {
			images: found.flatMap(({ read }) => (read?.ok ? [read.value] : [])),
			faulty: found.flatMap(({ board, read }) => (read && !read.ok ? [{ board, fault: read.error }] : [])),
		};
	}

	/** Undefined if there is none at all. If the best one cannot be used, the next one is taken. */
	async find(board: Board): Promise<Result<Image, Fault> | undefined> {
		const { usable, faulty } = await this.look(board);
		return usable[0] ? ok(usable[0]) : faulty && err(faulty);
	}

	/** Every image of a board that can be used, best first, and what is wrong with the first one that cannot. */
	async look(board: Board): Promise<{ usable: Image[]; faulty: Fault | undefined }> {
		const usable: Image[] = [];
		let faulty: Fault | undefined;
		const places = this.#places();
		for (const rank of places) {
			const found: Image[] = [];
			for (const root of rank) {
				const read = await this.#read(join(root, board.id), board);
				if (read?.ok) found.push(read.value);
				else faulty ??= read?.error;
			}
			usable.push(
				...found.toSorted((a, b) => Number(isNewer(b.version, a.version)) - Number(isNewer(a.version, b.version))),
			);
		}
		this.#forget(places);
		return { usable, faulty };
	}

	/** The bytes of one part. */
	async part(board: Board, file: string): Promise<Result<Buffer, Fault> | undefined> {
		const image = await this.find(board);
		if (!image) return undefined;
		if (!image.ok) return image;
		const part = image.value.parts.find((part) => part.file === file);
		if (!part) return undefined;
		return readPart(image.value.folder, part, board);
	}

	/** Places come and go; what is known of those that are gone is of no use. */
	#forget(places: Places): void {
		const roots = new Set(places.flat());
		for (const folder of this.#known.keys()) if (!roots.has(dirname(folder))) this.#known.delete(folder);
	}

	async #read(folder: string, board: Board): Promise<Result<Image, Fault> | undefined> {
		const known = this.#known.get(folder);
		// Taken before it is read: what changes meanwhile is read at the next request.
		const stamp = await stampOf(folder);
		// A faulty image is read on every request, since a change of any file may repair it.
		if (known?.stamp === stamp && known.read?.ok !== false) return known.read;
		const read = await readImageFolder(folder, board);
		if (read && !read.ok && (known?.read?.ok !== false || known.read.error.message !== read.error.message))
			this.#log.warn({ folder, board: board.id }, read.error.message);
		this.#known.set(folder, { stamp, read });
		return read;
	}
}

/** Of all its files, since only the manifest says which of them belong to the image. */
async function stampOf(folder: string): Promise<string> {
	const files = await readdir(folder).catch(() => []);
	const stamps = files.toSorted().map(async (file) => {
		try {
			const { mtimeMs, size, ino } = await stat(join(folder, file));
			return `${file} ${mtimeMs} ${size} ${ino}`;
		} catch {
			return `${file} -`;
		}
	});
	return (await Promise.all(stamps)).join('\n');
}

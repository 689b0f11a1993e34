import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Board } from '../../protocol/dashboard/boards.ts';
import type { Fault } from '../../protocol/dashboard/faults.ts';
import type { Result } from '../base/result.ts';
import { CATALOGUE } from '../boards/catalogue.ts';
import { type Image, readImageFolder, readPart } from './image-folder.ts';

interface Known {
	/** times and sizes of the files in its folder; a different stamp means that they have changed */
	stamp: string;
	read: Result<Image, Fault> | undefined;
}

/**
 * The firmware images this hub has: one folder per board, looked for in several places, best first. They are read on
 * request, so that images can be added and replaced while the hub runs.
 */
export class Images {
	#folders: readonly string[];
	#log: Logger;
	#known = new Map<string, Known>();

	constructor(folders: readonly string[], log: Logger) {
		this.#folders = folders;
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

	/** Undefined if there is none at all. If the first folder's cannot be used, the next one's is taken. */
	async find(board: Board): Promise<Result<Image, Fault> | undefined> {
		let faulty: Result<Image, Fault> | undefined;
		for (const root of this.#folders) {
			const read = await this.#read(join(root, board.id), board);
			if (read?.ok) return read;
			faulty ??= read;
		}
		return faulty;
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

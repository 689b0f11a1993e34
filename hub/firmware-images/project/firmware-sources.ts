import { readFile, stat } from 'node:fs/promises';
import { unzipSync } from 'fflate';
import type { Board } from '../../../protocol/dashboard/boards.ts';
import { type Result, err, ok } from '../../base/result.ts';
import { hasBoard } from './platformio-ini.ts';

export type Sources = Record<string, Uint8Array>;

/** The folder of the chip's own code. */
export function platformOf({ chip }: Board): string {
	return `platform/${chip === 'ESP8266' ? 'esp8266' : 'esp32'}/`;
}

/** The firmware's sources as the build has packed them. */
export class FirmwareSources {
	#file: string;
	#read: { mtimeMs: number; sources: Sources } | undefined;

	constructor(file: string) {
		this.#file = file;
	}

	/** All files by their path in the project, where a project for this board would build; else a sentence. */
	async for(board: Board): Promise<Result<Sources, string>> {
		const sources = await this.#sources();
		if (!sources) return err('This hub was built without the sources of the firmware.');
		const ini = sources['platformio.ini'];
		const there = Object.keys(sources).some((path) => path.startsWith(platformOf(board)));
		if (!ini || !there || !hasBoard(Buffer.from(ini).toString('utf8'), board.id))
			return err(`This version of Mooring has no firmware for ${board.name} yet.`);
		return ok(sources);
	}

	async #sources(): Promise<Sources | undefined> {
		try {
			const { mtimeMs } = await stat(this.#file);
			if (this.#read?.mtimeMs !== mtimeMs) this.#read = { mtimeMs, sources: unzipSync(await readFile(this.#file)) };
			return this.#read.sources;
		} catch {
			return undefined;
		}
	}
}

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

/** The firmware's sources, packed into a .zip by the build. */
export class FirmwareSources {
	#file: string;
	#read: { mtimeMs: number; sources: Sources } | undefined;

	constructor(file: string) {
		this.#file = file;
	}

	/** All files by their path in the project; a sentence if they cannot be built for this board. */
	async for(board: Board): Promise<Result<Sources, string>> {
		const sources = await this.#sources();
		if (!sources) return err('This hub was built without the sources of the firmware.');
		const ini = sources['platformio.ini'];
		const hasPlatform = Object.keys(sources).some((path) => path.startsWith(platformOf(board)));
		if (!ini || !hasPlatform || !hasBoard(Buffer.from(ini).toString('utf8'), board.id))
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

import { readFile, stat } from 'node:fs/promises';
import { unzipSync } from 'fflate';
import type { Board } from '../../../protocol/dashboard/boards.ts';
import { type Fault, fault } from '../../../protocol/dashboard/faults.ts';
import { type Result, ok } from '../../base/result.ts';
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

	/** All files by their path in the project, if they can be built for this board. */
	async for(board: Board): Promise<Result<Sources, Fault>> {
		const sources = await this.#sources();
		if (!sources) return fault('built-without-sources');
		const ini = sources['platformio.ini'];
		const hasPlatform = Object.keys(sources).some((path) => path.startsWith(platformOf(board)));
		if (!ini || !hasPlatform || !hasBoard(Buffer.from(ini).toString('utf8'), board.id))
			return fault('no-firmware-for-board', { board: board.name });
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

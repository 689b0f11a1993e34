import { statSync } from 'node:fs';
import { type Random, newId } from '../base/random.ts';
import { writePrivateFile } from '../store/private-file.ts';

/**
 * A file through which the command line tells the running hub that it has ended sessions. Checking whether the file
 * has changed takes microseconds; a database query would wait behind the hub's writes.
 */
export class EndedSessions {
	#file: string;
	#seen: number[];

	constructor(file: string) {
		this.#file = file;
		this.#seen = this.#stamp();
	}

	/** Call this after the transaction that ended them is committed. */
	announce(random: Random): void {
		writePrivateFile(this.#file, `${newId(random)}\n`);
	}

	/** Whether sessions were ended since the last call. True if the file cannot be read: then they may have been. */
	checkChanged(): boolean {
		try {
			const stamp = this.#stamp();
			const changed = stamp.some((value, index) => value !== this.#seen[index]);
			this.#seen = stamp;
			return changed;
		} catch {
			return true;
		}
	}

	#stamp(): number[] {
		const found = statSync(this.#file, { throwIfNoEntry: false });
		return found ? [found.ino, found.mtimeMs, found.ctimeMs] : [0, 0, 0];
	}
}

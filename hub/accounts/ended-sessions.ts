import { statSync } from 'node:fs';
import { type Random, newId } from '../base/random.ts';
import { writePrivateFile } from '../store/private-file.ts';

/**
 * A file by which one process (the command line) tells another (the running hub) that it has ended sessions. To look
 * whether it has changed takes microseconds, where a question to the database would wait behind its writes.
 */
export class EndedSessions {
	#file: string;
	#seen: number[];

	constructor(file: string) {
		this.#file = file;
		this.#seen = this.#stamp();
	}

	/** After the commit that ended them. */
	tell(random: Random): void {
		writePrivateFile(this.#file, `${newId(random)}\n`);
	}

	/** Whether sessions were ended since this was asked last; they may have been where the file cannot be looked at. */
	heard(): boolean {
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

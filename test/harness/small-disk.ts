import { execFileSync } from 'node:child_process';
import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

const FILLER = 'filler';
const PIECE = new Uint8Array(4_096);

/** A small disk for one folder: a tmpfs, which only root can mount. */
export class SmallDisk {
	readonly #folder: string;

	private constructor(folder: string) {
		this.#folder = folder;
	}

	/** Undefined if it cannot be mounted. */
	static mount(folder: string, megabytes: number): SmallDisk | undefined {
		if (process.getuid?.() !== 0) return undefined;
		try {
			execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=700`, 'tmpfs', folder], { stdio: 'ignore' });
			return new SmallDisk(folder);
		} catch {
			return undefined;
		}
	}

	/** Fills the disk to the last byte. */
	fill(): void {
		const file = openSync(join(this.#folder, FILLER), 'a');
		try {
			for (;;) writeSync(file, PIECE);
		} catch (error) {
			if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
		} finally {
			closeSync(file);
		}
	}

	empty(): void {
		rmSync(join(this.#folder, FILLER), { force: true });
	}

	/** No file may be open on it. */
	makeReadOnly(): void {
		execFileSync('mount', ['-o', 'remount,ro', this.#folder]);
	}

	unmount(): void {
		execFileSync('umount', ['--lazy', this.#folder]);
	}
}

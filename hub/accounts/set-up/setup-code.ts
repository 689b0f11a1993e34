import { timingSafeEqual } from 'node:crypto';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import type { Random } from '../../base/random.ts';
import { READABLE, drawReadable, foldReadable } from '../../base/readable-code.ts';
import { writePrivateFile } from '../../store/private-file.ts';

const GROUP = 4;
/** 39 bits, enough behind a rate limit. */
const LENGTH = 2 * GROUP;

/**
 * The one-time code that makes its reader the owner. It is stored in the data folder, so that it survives a restart,
 * and only somebody who can read that folder can become the owner.
 */
export class SetupCode {
	#file: string;
	#random: Random;

	constructor(file: string, random: Random) {
		this.#file = file;
		this.#random = random;
	}

	/** The current code; creates one if there is none. Called at every start of a hub without an owner. */
	offer(): string {
		const kept = this.current();
		if (kept) return kept;
		const code = drawReadable(this.#random, LENGTH);
		const words = `${code.slice(0, GROUP)}-${code.slice(GROUP)}`;
		writePrivateFile(this.#file, `${words}\n`);
		return words;
	}

	current(): string | undefined {
		if (!existsSync(this.#file)) return undefined;
		const code = readFileSync(this.#file, 'utf8').trim();
		return new RegExp(`^[${READABLE}]{${GROUP}}-[${READABLE}]{${GROUP}}$`).test(code) ? code : undefined;
	}

	/** Whether somebody typed it, with or without the dash, in any case. Takes the same time for every wrong code. */
	matches(typed: string): boolean {
		const code = this.current();
		if (!code) return false;
		const want = Buffer.from(code.replace('-', ''));
		const got = Buffer.from(foldReadable(typed));
		return got.length === want.length && timingSafeEqual(got, want);
	}

	/** Deletes the code: the hub has an owner. */
	spend(): void {
		rmSync(this.#file, { force: true });
	}
}

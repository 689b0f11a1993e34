import { timingSafeEqual } from 'node:crypto';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import type { Random } from '../base/random.ts';
import { writePrivateFile } from '../store/private-file.ts';

/** No characters that look like others: no I, L, O, U, 0, 1. Eight of thirty are 39 bits, enough behind a rate limit. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const GROUP = 4;
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
		let code = '';
		while (code.length < LENGTH) {
			const [byte] = this.#random.bytes(1);
			// 240 is the largest multiple of 30 in a byte: larger bytes would make some characters likelier than others.
			if (byte! < 240) code += ALPHABET[byte! % ALPHABET.length];
		}
		const words = `${code.slice(0, GROUP)}-${code.slice(GROUP)}`;
		writePrivateFile(this.#file, `${words}\n`);
		return words;
	}

	current(): string | undefined {
		if (!existsSync(this.#file)) return undefined;
		const code = readFileSync(this.#file, 'utf8').trim();
		return new RegExp(`^[${ALPHABET}]{${GROUP}}-[${ALPHABET}]{${GROUP}}$`).test(code) ? code : undefined;
	}

	/** Whether somebody typed it, with or without the dash, in any case. Takes the same time for every wrong code. */
	matches(typed: string): boolean {
		const code = this.current();
		if (!code) return false;
		const want = Buffer.from(code.replace('-', ''));
		const got = Buffer.from(typed.replace(/[\s-]/g, '').toUpperCase());
		return got.length === want.length && timingSafeEqual(got, want);
	}

	/** Deletes the code: the hub has an owner. */
	spend(): void {
		rmSync(this.#file, { force: true });
	}
}

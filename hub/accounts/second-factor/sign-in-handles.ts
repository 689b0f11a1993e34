import type { Clock } from '../../base/clock.ts';
import type { Random } from '../../base/random.ts';
import type { KnownPerson } from '../limits/known-browsers.ts';
import { networkOf } from '../limits/network-of.ts';

/** How long somebody may look for their phone. */
export const HANDLE_MS = 5 * 60_000;
/** Wrong codes of one sign-in, after which the password is asked again. */
export const TRIES_OF_HANDLE = 5;
/** Sign-ins of one person that wait for a code in one network, and in all; one more ends the oldest. */
export const HANDLES_OF_NETWORK = 4;
export const HANDLES_OF_ONE = 32;
/** Of everybody together. Each needs a right password, so strangers cannot fill this. */
const HANDLES = 1_024;
const HANDLE_BYTES = 32;

interface Waiting {
	person: KnownPerson;
	network: string;
	/** monotonic */
	until: number;
	triesLeft: number;
}

/**
 * Sign-ins whose password was right and that wait for a code. A handle is no session: it opens nothing, holds for one
 * person in one network, and ends after minutes, a few tries, or its use. Only in memory: after a restart of the hub the
 * password is asked again.
 */
export class SignInHandles {
	#clock: Clock;
	#random: Random;
	/** oldest first */
	#waiting = new Map<string, Waiting>();

	constructor(clock: Clock, random: Random) {
		this.#clock = clock;
		this.#random = random;
	}

	open(person: KnownPerson, address: string): string {
		this.#dropEnded();
		const network = networkOf(address);
		const own = [...this.#waiting].filter(([, other]) => other.person.id === person.id);
		const here = own.filter(([, other]) => other.network === network);
		if (here.length >= HANDLES_OF_NETWORK) this.#waiting.delete(here[0]![0]);
		else if (own.length >= HANDLES_OF_ONE) this.#waiting.delete(own[0]![0]);
		else if (this.#waiting.size >= HANDLES) this.#waiting.delete(this.#waiting.keys().next().value!);
		const handle = Buffer.from(this.#random.bytes(HANDLE_BYTES)).toString('base64url');
		const { id, passwordChanges } = person;
		const until = this.#clock.mono() + HANDLE_MS;
		this.#waiting.set(handle, { person: { id, passwordChanges }, network, until, triesLeft: TRIES_OF_HANDLE });
		return handle;
	}

	/** Whose sign-in it is; undefined if it has ended or began in another network. */
	personOf(handle: string, address: string): KnownPerson | undefined {
		return this.#find(handle, address)?.person;
	}

	/** Counts a try before its code is checked. False if there is none left. `isLast`: another wrong code ends it. */
	countTry(handle: string, address: string): { isLast: boolean } | undefined {
		const waiting = this.#find(handle, address);
		if (!waiting || waiting.triesLeft === 0) return undefined;
		waiting.triesLeft--;
		return { isLast: waiting.triesLeft === 0 };
	}

	/** Whether it still waits: somebody may have used it meanwhile. */
	isOpen(handle: string): boolean {
		return this.#waiting.has(handle);
	}

	end(handle: string): void {
		this.#waiting.delete(handle);
	}

	#find(handle: string, address: string): Waiting | undefined {
		const waiting = this.#waiting.get(handle);
		if (!waiting || waiting.until <= this.#clock.mono()) return undefined;
		return waiting.network === networkOf(address) ? waiting : undefined;
	}

	#dropEnded(): void {
		const now = this.#clock.mono();
		for (const [handle, { until }] of this.#waiting) if (until <= now) this.#waiting.delete(handle);
	}
}

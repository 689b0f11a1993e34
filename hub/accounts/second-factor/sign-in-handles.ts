import type { Clock, Timer } from '../../base/clock.ts';
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
	/** ends it */
	timer: Timer;
	/** called if it ends without a right code: somebody knew the password */
	failed: () => void;
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

	open(person: KnownPerson, address: string, failed: () => void): string {
		const network = networkOf(address);
		const own = [...this.#waiting].filter(([, other]) => other.person.id === person.id);
		const here = own.filter(([, other]) => other.network === network);
		if (here.length >= HANDLES_OF_NETWORK) this.fail(here[0]![0]);
		else if (own.length >= HANDLES_OF_ONE) this.fail(own[0]![0]);
		else if (this.#waiting.size >= HANDLES) this.fail(this.#waiting.keys().next().value!);
		const handle = Buffer.from(this.#random.bytes(HANDLE_BYTES)).toString('base64url');
		const { id, passwordChanges } = person;
		this.#waiting.set(handle, {
			person: { id, passwordChanges },
			network,
			until: this.#clock.mono() + HANDLE_MS,
			triesLeft: TRIES_OF_HANDLE,
			timer: this.#clock.after(HANDLE_MS, () => this.fail(handle)),
			failed,
		});
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

	/** Ends it, without a word about it: it was used, or its password is not right any more. */
	end(handle: string): void {
		this.#waiting.get(handle)?.timer.cancel();
		this.#waiting.delete(handle);
	}

	/** Ends what its person began in the same network and then left, such as a page that they loaded anew. */
	endUntried({ id }: Pick<KnownPerson, 'id'>, address: string): void {
		const network = networkOf(address);
		for (const [handle, waiting] of this.#waiting) {
			const isTheirs = waiting.person.id === id && waiting.network === network;
			if (isTheirs && waiting.triesLeft === TRIES_OF_HANDLE) this.end(handle);
		}
	}

	/** Ends it because no right code came, and tells. */
	fail(handle: string): void {
		const waiting = this.#waiting.get(handle);
		this.end(handle);
		waiting?.failed();
	}

	#find(handle: string, address: string): Waiting | undefined {
		const waiting = this.#waiting.get(handle);
		if (!waiting || waiting.until <= this.#clock.mono()) return undefined;
		return waiting.network === networkOf(address) ? waiting : undefined;
	}
}

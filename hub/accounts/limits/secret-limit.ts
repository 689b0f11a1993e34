import type { Clock } from '../../base/clock.ts';
import { evictLeast } from '../../base/evict-least.ts';
import { type Result, err, ok } from '../../base/result.ts';
import type { Try, Wait } from './failure-counter.ts';
import { neighbourhoodOf, networkOf } from './network-of.ts';

export interface SecretLimits {
	/** tries at one secret, of all strangers together, that may fail within `windowMs` */
	tries: number;
	windowMs: number;
	/** tries every IPv4 address has of its own, where those of all are used up: so no neighbour locks its people out */
	own: number;
	/** own tries, of all addresses together, that may fail within `windowMs` */
	ownOfAll: number;
	/** further tries, for networks that have not failed yet: for IPv6, and where the own tries of all are used up */
	newcomers: number;
	/** one of them is given back each time this has passed */
	newcomerEveryMs: number;
	/** how many of them are reserved for networks outside the neighbourhoods of those that failed */
	forFarAway: number;
	/** secrets remembered; those least guessed at are forgotten first */
	secrets: number;
}

/** Addresses in a /24: the network a home has whole, so that its owner and a hostile neighbour share it. */
const ADDRESSES_IN_24 = 256;
const OWN_TRIES = 3;
/** To use up the own tries of all, an attacker needs every address of four /24s. */
const WHOLE_24S = 4;

/**
 * The bound of all guesses at one secret within ten minutes, whoever makes them: 190 + 4 * 256 * 3 + 5 + 600 s / 5 s = 3387,
 * half a million a day, for an attacker with a thousand addresses. The set-up code has 30^8 values: such an attacker
 * needs three thousand years for all of them. Common passwords, which come first in every list, are refused.
 */
export const SECRET_LIMITS: SecretLimits = {
	tries: 190,
	windowMs: 10 * 60_000,
	own: OWN_TRIES,
	ownOfAll: WHOLE_24S * ADDRESSES_IN_24 * OWN_TRIES,
	newcomers: 5,
	newcomerEveryMs: 5_000,
	forFarAway: 2,
	secrets: 10_000,
};

interface Guessed {
	at: number;
	network: string;
	neighbourhood: string;
	/** which limit it was let in by */
	by: 'all' | 'own' | 'newcomer';
}

interface Entry {
	/** tries that failed or are under way, oldest first */
	tries: Guessed[];
	newcomers: number;
	newcomersAt: number;
}

/** Tries at one secret, a person's password or the set-up code, from all networks together. */
export class SecretLimit {
	#clock: Clock;
	#limits: SecretLimits;
	#entries = new Map<string, Entry>();

	constructor(clock: Clock, limits: Partial<SecretLimits> = {}) {
		this.#clock = clock;
		this.#limits = { ...SECRET_LIMITS, ...limits };
	}

	/** Begins a guess, which counts from now on unless it ends otherwise than failed. */
	begin(secret: string, address: string): Result<Try, Wait> {
		const now = this.#clock.mono();
		const entry = this.#entry(secret, now);
		const network = networkOf(address);
		const neighbourhood = neighbourhoodOf(address);
		const by = this.#admit(entry, network, neighbourhood, now);
		if (!by.ok) return by;
		const begun = { at: now, network, neighbourhood, by: by.value };
		entry.tries.push(begun);
		let open = true;
		return ok({
			end: (how) => {
				if (!open) return;
				open = false;
				if (how === 'neither') entry.tries = entry.tries.filter((other) => other !== begun);
				// Typing errors of whoever got in now; what others tried is not forgotten.
				else if (how === 'succeeded') entry.tries = entry.tries.filter((other) => other.network !== network);
			},
		});
	}

	/** By which limit this network may guess now. */
	#admit(entry: Entry, network: string, neighbourhood: string, now: number): Result<Guessed['by'], Wait> {
		const { tries, own, ownOfAll, forFarAway } = this.#limits;
		if (entry.tries.length < tries) return ok('all');
		const before = entry.tries.filter((other) => other.network === network).length;
		// An IPv6 attacker has more networks than can be counted: there are no own tries for those.
		const hasOwn = !network.includes(':') && before < own;
		if (hasOwn && entry.tries.filter(({ by }) => by === 'own').length < ownOfAll) return ok('own');
		if (before > 0) return err(this.#waitOfOld(entry, now));
		const near = entry.tries.some((other) => other.neighbourhood === neighbourhood);
		if (entry.newcomers < 1 + (near ? forFarAway : 0)) return err(this.#waitOfNew());
		entry.newcomers--;
		return ok('newcomer');
	}

	#waitOfOld({ tries }: Entry, now: number): Wait {
		return { retryAfterS: Math.max(1, Math.ceil((tries[0]!.at + this.#limits.windowMs - now) / 1_000)) };
	}

	#waitOfNew(): Wait {
		return { retryAfterS: Math.ceil(this.#limits.newcomerEveryMs / 1_000) };
	}

	#entry(secret: string, now: number): Entry {
		const { windowMs, newcomers, newcomerEveryMs, secrets } = this.#limits;
		const entry = this.#entries.get(secret) ?? { tries: [], newcomers, newcomersAt: now };
		entry.tries = entry.tries.filter(({ at }) => now - at < windowMs);
		const back = Math.floor((now - entry.newcomersAt) / newcomerEveryMs);
		entry.newcomers = Math.min(newcomers, entry.newcomers + back);
		entry.newcomersAt += back * newcomerEveryMs;
		this.#entries.delete(secret);
		evictLeast(this.#entries, secrets - 1, ({ tries }) => tries.length);
		this.#entries.set(secret, entry);
		return entry;
	}
}

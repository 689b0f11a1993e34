import type { Clock } from '../../base/clock.ts';
import { evictLeast } from '../../base/evict-least.ts';
import { type Result, err, ok } from '../../base/result.ts';
import type { Try, Wait } from './failure-counter.ts';
import { isAtHome, neighbourhoodOf, networkOf, regionOf } from './network-of.ts';
import { NewcomerPlaces, type Origin, type PlacesTaken } from './newcomer-places.ts';

/** All of this is there twice: for the hub's own networks, and for the rest of the world. */
export interface SecretLimits {
	/** tries at one secret, of all strangers together, that may fail within `windowMs` */
	tries: number;
	windowMs: number;
	/** tries every IPv4 address has of its own, where those of all are used up: so no neighbour locks its people out */
	own: number;
	/** own tries, of all addresses together, that may fail within `windowMs` */
	ownOfAll: number;
	/** secrets remembered; those least guessed at are forgotten first */
	secrets: number;
}

const OWN_TRIES = 3;
/** A /24 is the network a home has whole, so that its owner and a hostile neighbour share it. */
const ADDRESSES_IN_24 = 256;

export const SECRET_LIMITS: SecretLimits = {
	tries: 90,
	windowMs: 10 * 60_000,
	own: OWN_TRIES,
	ownOfAll: ADDRESSES_IN_24 * OWN_TRIES,
	secrets: 10_000,
};

/**
 * The most guesses of strangers at one secret in any hour, however many they are: 2 * (6 * (90 + 256 * 3) + 3600 + 360 + 360 + 120 + 4 * 2),
 * where the sum from 3600 on is the places of newcomers. That is not half a million a day, for an attacker who has thousands
 * of networks. The set-up code has 30^8 values: such an attacker needs three thousand years for all of them. Common passwords,
 * which come first in every list, are refused.
 */
export const GUESSES_PER_HOUR = 19_192;

interface Guessed {
	at: number;
	origin: Origin;
	/** which limit it was let in by */
	by: 'all' | 'own' | 'newcomer';
}

interface Entry {
	/** tries that failed or are under way, oldest first */
	tries: Guessed[];
	newcomers: PlacesTaken;
}

/**
 * Tries at one secret, a person's password or the set-up code, from all networks together. Those of the hub's own networks
 * are counted apart: strangers of the whole world take nothing from who is at home.
 */
export class SecretLimit {
	#clock: Clock;
	#limits: SecretLimits;
	#newcomers: NewcomerPlaces;
	#entries = new Map<string, Entry>();

	constructor(clock: Clock, limits: Partial<SecretLimits> = {}) {
		this.#clock = clock;
		this.#limits = { ...SECRET_LIMITS, ...limits };
		this.#newcomers = new NewcomerPlaces(clock);
	}

	/** Begins a guess, which counts from now on unless it ends otherwise than failed. */
	begin(secret: string, address: string): Result<Try, Wait> {
		const now = this.#clock.mono();
		const entry = this.#entry(`${isAtHome(address) ? 'home' : 'away'} ${secret}`, now);
		const network = networkOf(address);
		const origin = [regionOf(address), neighbourhoodOf(address), network];
		const by = this.#admit(entry, network, origin, now);
		if (!by.ok) return by;
		const begun = { at: now, origin, by: by.value };
		entry.tries.push(begun);
		let open = true;
		return ok({
			end: (how) => {
				if (!open) return;
				open = false;
				if (how === 'failed' && begun.by === 'newcomer') this.#newcomers.failed(origin);
				if (how === 'neither') entry.tries = entry.tries.filter((other) => other !== begun);
				// Typing errors of whoever got in now; what others tried is not forgotten.
				else if (how === 'succeeded') entry.tries = entry.tries.filter((other) => !isOf(network, other));
			},
		});
	}

	/** By which limit this network may guess now. */
	#admit(entry: Entry, network: string, origin: Origin, now: number): Result<Guessed['by'], Wait> {
		const { tries, own, ownOfAll } = this.#limits;
		if (entry.tries.length < tries) return ok('all');
		const before = entry.tries.filter((other) => isOf(network, other)).length;
		// An IPv6 attacker has more networks than can be counted: there are no own tries for those.
		const hasOwn = !network.includes(':') && before < own;
		if (hasOwn && entry.tries.filter(({ by }) => by === 'own').length < ownOfAll) return ok('own');
		if (before > 0) return err(this.#waitOfOld(entry, now));
		const hasGuessed = (width: number) => entry.tries.some((other) => other.origin[width] === origin[width]);
		const place = this.#newcomers.take(entry.newcomers, origin, hasGuessed);
		return place.ok ? ok('newcomer') : place;
	}

	#waitOfOld({ tries }: Entry, now: number): Wait {
		return { retryAfterS: Math.max(1, Math.ceil((tries[0]!.at + this.#limits.windowMs - now) / 1_000)) };
	}

	#entry(key: string, now: number): Entry {
		const { windowMs, secrets } = this.#limits;
		const entry = this.#entries.get(key) ?? { tries: [], newcomers: [] };
		entry.tries = entry.tries.filter(({ at }) => now - at < windowMs);
		this.#entries.delete(key);
		evictLeast(this.#entries, secrets - 1, ({ tries }) => tries.length);
		this.#entries.set(key, entry);
		return entry;
	}
}

function isOf(network: string, { origin }: Guessed): boolean {
	return origin[2] === network;
}

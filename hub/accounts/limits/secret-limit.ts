import type { Clock } from '../../base/clock.ts';
import { evictLeast } from '../../base/evict-least.ts';
import { type Result, err, ok } from '../../base/result.ts';
import type { Ban, Locking, Try, Wait } from './failure-counter.ts';
import { isAtHome, neighbourhoodOf, networkOf, regionOf } from './network-of.ts';
import { NewcomerPlaces, type Origin, type PlacesTaken } from './newcomer-places.ts';

/** Stands for the set-up code among the people's names; no name begins or ends with a blank. */
export const SETUP_CODE = ' ';

/** Each of these limits exists twice: once for the hub's own networks, once for the rest of the world. */
export interface SecretLimits {
	/** tries at one secret, of all strangers together, that may fail within `windowMs` */
	tries: number;
	windowMs: number;
	/**
	 * tries each IPv4 address has of its own once the shared ones are used up, so that no neighbour locks its people
	 * out
	 */
	own: number;
	/** own tries, of all addresses together, that may fail within `windowMs` */
	ownOfAll: number;
	/** secrets remembered; those least guessed at are forgotten first */
	secrets: number;
}

const OWN_TRIES = 3;
/** Own tries suffice for every address of a /24, so that a hostile neighbour in the home's /24 cannot use them all up. */
const ADDRESSES_IN_24 = 256;

export const SECRET_LIMITS: SecretLimits = {
	tries: 90,
	windowMs: 10 * 60_000,
	own: OWN_TRIES,
	ownOfAll: ADDRESSES_IN_24 * OWN_TRIES,
	secrets: 2_048,
};

/**
 * The most guesses that strangers, however many, have at one secret in any hour: 2 * (6 * (90 + 256 * 3) + 3600 + 360
 * + 360 + 120 + 4 * 2), where 3600 and what follows are the places of newcomers. That is less than half a million a
 * day, for an attacker with thousands of networks. The set-up code has 30^8 values, so trying them all takes three
 * thousand years. Common passwords, which every attacker tries first, are refused.
 */
export const GUESSES_PER_HOUR = 19_192;

interface Guessed {
	at: number;
	origin: Origin;
	/** the limit that admitted it */
	by: 'all' | 'own' | 'newcomer';
}

interface Entry {
	/** tries that failed or are under way, oldest first */
	tries: Guessed[];
	newcomers: PlacesTaken;
	/** when it was told last that strangers are locked out */
	toldAt: number;
}

/**
 * Limits tries at one secret, a person's password or the set-up code, from all networks together. Tries from the
 * hub's own networks are counted separately, so that strangers on the internet cannot use up those of people at home.
 */
export class SecretLimit implements Locking {
	onLocked: Locking['onLocked'] = () => undefined;
	#clock: Clock;
	#limits: SecretLimits;
	#newcomers: NewcomerPlaces;
	#entries = new Map<string, Entry>();

	constructor(clock: Clock, limits: Partial<SecretLimits> = {}) {
		this.#clock = clock;
		this.#limits = { ...SECRET_LIMITS, ...limits };
		this.#newcomers = new NewcomerPlaces(clock);
	}

	/** Begins a guess. It counts as failed until it ends as succeeded or neither. */
	begin(secret: string, address: string): Result<Try, Wait> {
		const now = this.#clock.mono();
		const key = keyOf({ from: isAtHome(address) ? 'home' : 'away', secret });
		const entry = this.#entry(key, now);
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
				if (how === 'failed') this.#tellLocked(key, entry);
				if (how === 'neither') entry.tries = entry.tries.filter((other) => other !== begun);
				// This network's earlier tries were typing errors; tries of others still count.
				else if (how === 'succeeded') entry.tries = entry.tries.filter((other) => !isOf(network, other));
			},
		});
	}

	/** The secret has another name: the tries at it count on under that. */
	rename(before: string, after: string): void {
		for (const where of ['home', 'away'] as const) {
			const [from, to] = [keyOf({ from: where, secret: before }), keyOf({ from: where, secret: after })];
			const entry = this.#entries.get(from);
			if (!entry) continue;
			const others = this.#entries.get(to)?.tries ?? [];
			entry.tries = [...entry.tries, ...others].sort((a, b) => a.at - b.at);
			this.#entries.delete(from);
			this.#entries.set(to, entry);
		}
	}

	/** Secrets whose shared tries are used up. Strangers then have few tries, and most of them none. */
	locked(): Ban[] {
		return [...this.#entries].flatMap(([key, entry]) => this.#banOf(key, entry) ?? []);
	}

	lift(key: string): boolean {
		const entry = this.#entries.get(key);
		return entry !== undefined && this.#banOf(key, entry) !== undefined && this.#entries.delete(key);
	}

	#banOf(key: string, entry: Entry): Ban | undefined {
		const { tries, windowMs } = this.#limits;
		const now = this.#clock.mono();
		const recent = entry.tries.filter(({ at }) => now - at < windowMs);
		if (recent.length < tries) return undefined;
		const until = recent[recent.length - tries]!.at + windowMs;
		const { secret, from } = countedBy(key);
		return { key, secrets: [secret], from, failures: recent.length, since: recent[0]!.at, until, times: 1 };
	}

	/** Once a window: who goes on guessing would begin it again and again. */
	#tellLocked(key: string, entry: Entry): void {
		const now = this.#clock.mono();
		const ban = now - entry.toldAt < this.#limits.windowMs ? undefined : this.#banOf(key, entry);
		if (!ban) return;
		entry.toldAt = now;
		this.onLocked(ban);
	}

	/** The limit under which this network may guess now. */
	#admit(entry: Entry, network: string, origin: Origin, now: number): Result<Guessed['by'], Wait> {
		const { tries, own, ownOfAll } = this.#limits;
		if (entry.tries.length < tries) return ok('all');
		const before = entry.tries.filter((other) => isOf(network, other)).length;
		// An IPv6 attacker has more networks than can be counted, so IPv6 networks have no tries of their own.
		const hasOwn = !network.includes(':') && before < own;
		if (hasOwn && entry.tries.filter(({ by }) => by === 'own').length < ownOfAll) return ok('own');
		if (before > 0) return err(this.#waitForOldest(entry, now));
		const hasGuessed = (width: number) => entry.tries.some((other) => other.origin[width] === origin[width]);
		const place = this.#newcomers.take(entry.newcomers, origin, hasGuessed);
		return place.ok ? ok('newcomer') : place;
	}

	#waitForOldest({ tries }: Entry, now: number): Wait {
		return { retryAfterS: Math.max(1, Math.ceil((tries[0]!.at + this.#limits.windowMs - now) / 1_000)) };
	}

	#entry(key: string, now: number): Entry {
		const { windowMs, secrets } = this.#limits;
		const entry = this.#entries.get(key) ?? { tries: [], newcomers: [], toldAt: -Infinity };
		entry.tries = entry.tries.filter(({ at }) => now - at < windowMs);
		this.#entries.delete(key);
		evictLeast(this.#entries, secrets - 1, ({ tries }) => tries.length);
		this.#entries.set(key, entry);
		return entry;
	}
}

/** Whose tries are counted together: those of strangers at home, or from the rest of the world, at one secret. */
interface Counted {
	from: 'home' | 'away';
	secret: string;
}

function keyOf({ from, secret }: Counted): string {
	return `${from} ${secret}`;
}

function countedBy(key: string): Counted {
	return { from: key.startsWith('home') ? 'home' : 'away', secret: key.slice('home '.length) };
}

function isOf(network: string, { origin }: Guessed): boolean {
	return origin[2] === network;
}

import { networkOf } from '../../../accounts/limits/network-of.ts';
import type { Clock } from '../../../base/clock.ts';
import { LOOPBACK } from '../origin/loopback.ts';

export interface AllowanceLimits {
	/** what a network may be answered at once, after it asked nothing for a while, bytes */
	burst: number;
	/** what it gets back in a second, bytes */
	perSecond: number;
	/** what an answer counts at least, bytes: the work of making it */
	least: number;
	/** networks that are remembered */
	networks: number;
}

/** A first load of the dashboard is 200 KB, and 700 KB where it is not compressed. */
export const ANSWERS: AllowanceLimits = { burst: 8_388_608, perSecond: 4_194_304, least: 8_192, networks: 4_096 };

interface Account {
	left: number;
	/** when `left` was true, monotonic ms */
	at: number;
}

/**
 * What each network may be answered before it is known who asks: sending files to a hundred lines as fast as they ask would
 * keep the toggles of everybody else waiting. The hub's own machine is exempt: a proxy there brings everybody's requests.
 */
export class AnswerAllowance {
	#clock: Clock;
	#limits: AllowanceLimits;
	/** of the networks that have asked of late, the latest last */
	#accounts = new Map<string, Account>();

	constructor(clock: Clock, limits = ANSWERS) {
		this.#clock = clock;
		this.#limits = limits;
	}

	/** Whether this address may be sent an answer of so many bytes now; then they are counted. */
	take(address: string, bytes = 0): boolean {
		if (LOOPBACK.has(address)) return true;
		const network = networkOf(address);
		const account = this.#accountOf(network);
		this.#accounts.delete(network);
		this.#accounts.set(network, account);
		const price = Math.max(bytes, this.#limits.least);
		if (account.left <= 0) return false;
		// An answer larger than what is left goes out, and is paid off before the next: no size is refused for good.
		account.left -= price;
		return true;
	}

	#accountOf(network: string): Account {
		const { burst, perSecond, networks } = this.#limits;
		const now = this.#clock.mono();
		const known = this.#accounts.get(network);
		if (known) {
			known.left = Math.min(burst, known.left + ((now - known.at) / 1_000) * perSecond);
			known.at = now;
			return known;
		}
		// Whoever asked longest ago has most of its allowance back.
		if (this.#accounts.size >= networks) this.#accounts.delete(this.#accounts.keys().next().value!);
		return { left: burst, at: now };
	}
}

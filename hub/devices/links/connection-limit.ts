import { networkOf } from '../../accounts/limits/network-of.ts';
import { evictLeast } from '../../base/evict-least.ts';

const WINDOW_MS = 10_000;
/** Far more often than a board with a bad line reconnects. */
export const CONNECTIONS_MAX = 60;
const NETWORKS_MAX = 256;

/**
 * Limits how often boards may connect with one device's key from one network. Those with the boot id of the board
 * have a count of their own, so that a copy behind the same proxy, which rarely knows the boot id, does not shut out
 * the board. A copy that knows it uses up the count of its own network only.
 */
export class ConnectionLimit {
	#counts = new Map<string, number>();
	#since = -Infinity;

	/** `first`: the first one over the limit, which is reported. `isItself`: it has the boot id of the board. */
	take(isItself: boolean, address: string, now: number): 'taken' | 'first' | 'dropped' {
		if (now - this.#since >= WINDOW_MS) {
			this.#since = now;
			this.#counts.clear();
		}
		const who = `${isItself ? 'itself' : 'other'} ${networkOf(address)}`;
		const count = (this.#counts.get(who) ?? 0) + 1;
		this.#counts.set(who, count);
		evictLeast(this.#counts, NETWORKS_MAX, (times) => times);
		if (count <= CONNECTIONS_MAX) return 'taken';
		return count === CONNECTIONS_MAX + 1 ? 'first' : 'dropped';
	}
}

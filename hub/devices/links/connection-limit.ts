import { networkOf } from '../../accounts/limits/network-of.ts';
import { evictLeast } from '../../base/evict-least.ts';

const WINDOW_MS = 10_000;
/** Far more than a board with a bad line comes back. */
export const CONNECTIONS_MAX = 60;
const NETWORKS_MAX = 256;

/**
 * How often boards may come with one device's key. The board itself, known by its boot id, which no copy can know, has a
 * count of its own; all others are counted by their network. So what copies do shuts out nobody but them.
 */
export class ConnectionLimit {
	#counts = new Map<string, number>();
	#since = -Infinity;

	/** `first`: the first of the excess, which is told. `isItself`: it came with the boot of the board. */
	take(isItself: boolean, address: string, now: number): 'taken' | 'first' | 'dropped' {
		if (now - this.#since >= WINDOW_MS) {
			this.#since = now;
			this.#counts.clear();
		}
		const who = isItself ? 'itself' : networkOf(address);
		const count = (this.#counts.get(who) ?? 0) + 1;
		this.#counts.set(who, count);
		evictLeast(this.#counts, NETWORKS_MAX, (times) => times);
		if (count <= CONNECTIONS_MAX) return 'taken';
		return count === CONNECTIONS_MAX + 1 ? 'first' : 'dropped';
	}
}

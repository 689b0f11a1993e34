import { networkOf } from '../../../accounts/limits/network-of.ts';

/** More networks than a household's phones and boards have. */
const MOST = 1_024;

/** Networks that a board proved its key from, or a browser its session, since the start: strangers take no place from them. */
export class KnownNetworks {
	/** the latest last */
	#networks = new Set<string>();

	add(address: string): void {
		const network = networkOf(address);
		this.#networks.delete(network);
		if (this.#networks.size >= MOST) this.#networks.delete(this.#networks.values().next().value!);
		this.#networks.add(network);
	}

	has(network: string): boolean {
		return this.#networks.has(network);
	}
}

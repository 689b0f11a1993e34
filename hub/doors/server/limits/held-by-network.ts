import { networkOf } from '../../../accounts/limits/network-of.ts';

export interface HeldLimits {
	perNetwork: number;
	inAll: number;
}

/** Counts the places that clients of one door hold, by network and in all. */
export class HeldByNetwork {
	#limits: HeldLimits;
	#held = new Map<string, number>();
	#all = 0;

	constructor(limits: HeldLimits) {
		this.#limits = limits;
	}

	get all(): number {
		return this.#all;
	}

	/** Why this address may not have another place; undefined if it may. `exempt`: only the limit for all counts. */
	full(address: string, exempt = false): 'network' | 'all' | undefined {
		if (this.#all >= this.#limits.inAll) return 'all';
		return !exempt && (this.#held.get(networkOf(address)) ?? 0) >= this.#limits.perNetwork ? 'network' : undefined;
	}

	/** Takes a place and returns a function that frees it; a second call of that does nothing. */
	take(address: string): () => void {
		const network = networkOf(address);
		this.#held.set(network, (this.#held.get(network) ?? 0) + 1);
		this.#all++;
		let isHeld = true;
		return () => {
			if (isHeld) this.#free(network);
			isHeld = false;
		};
	}

	#free(network: string): void {
		const left = (this.#held.get(network) ?? 0) - 1;
		if (left > 0) this.#held.set(network, left);
		else this.#held.delete(network);
		this.#all--;
	}
}

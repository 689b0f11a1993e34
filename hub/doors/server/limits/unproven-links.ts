import { networkOf } from '../../../accounts/limits/network-of.ts';
import type { HeldLimits } from './held-by-network.ts';

/** What is known of a board's link before its key is proven. */
export interface UnprovenLink {
	/** how far its handshake is: the further, the likelier it is a board */
	progress(): number;
	/** Ends it at once: it must leave nothing behind that waits for its other side. */
	drop(): void;
}

interface Network {
	/** links it holds */
	held: number;
	/** the hub's own machine: it may hold any number, and counts as a network that holds one */
	isExempt: boolean;
}

interface Place {
	network: Network;
	link: UnprovenLink;
}

/**
 * The places of links whose key is not proven yet. Anybody can have those by the thousand, so they are never all taken
 * for somebody else: where none is left, a link of the network that holds most gives way to one of a network that holds
 * fewer. Finding it takes one step for each place.
 */
export class UnprovenLinks {
	#limits: HeldLimits;
	#networks = new Map<string, Network>();
	/** the oldest first */
	#places = new Set<Place>();

	constructor(limits: HeldLimits) {
		this.#limits = limits;
	}

	get all(): number {
		return this.#places.size;
	}

	/** Whether there is a place for one more of this address; another link may have been dropped for it. */
	makeRoom(address: string, isExempt = false): boolean {
		const held = isExempt ? 0 : (this.#networks.get(networkOf(address))?.held ?? 0);
		if (held >= this.#limits.perNetwork) return false;
		if (this.#places.size < this.#limits.inAll) return true;
		const place = this.#first();
		if (!place || weight(place.network) <= held) return false;
		place.link.drop();
		return true;
	}

	/** Takes a place, and answers how it is given back: a second call does nothing. */
	take(address: string, link: UnprovenLink, isExempt = false): () => void {
		const name = networkOf(address);
		const network = this.#networks.get(name) ?? { held: 0, isExempt };
		this.#networks.set(name, network);
		network.held++;
		const place = { network, link };
		this.#places.add(place);
		return () => {
			if (this.#places.delete(place) && --network.held === 0) this.#networks.delete(name);
		};
	}

	/** Who gives way first: of the networks that hold most the link that has done least, and of equals the oldest. */
	#first(): Place | undefined {
		let first: Place | undefined;
		for (const place of this.#places) if (!first || isBefore(place, first)) first = place;
		return first;
	}
}

function isBefore(one: Place, other: Place): boolean {
	const heavier = weight(one.network) - weight(other.network);
	return heavier > 0 || (heavier === 0 && one.link.progress() < other.link.progress());
}

function weight({ held, isExempt }: Network): number {
	return isExempt ? 1 : held;
}

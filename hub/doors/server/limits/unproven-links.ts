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
	/** the oldest first */
	places: Set<Place>;
	/** the hub's own machine: it may hold any number, and counts as a network that holds one */
	isExempt: boolean;
}

/** Links that are compared to find who gives way, at most: a crowd knocks thousands of times a second. */
const COMPARED = 32;

interface Place {
	network: Network;
	link: UnprovenLink;
}

/**
 * The places of links whose key is not proven yet. Anybody can have those by the thousand, so they are never all taken
 * for somebody else: where none is left, a link of the network that holds most gives way to one of a network that holds
 * fewer.
 */
export class UnprovenLinks {
	#limits: HeldLimits;
	#networks = new Map<string, Network>();
	/** by weight; who has had a weight for longest comes first */
	#byWeight: Set<Network>[] = [];
	#all = 0;

	constructor(limits: HeldLimits) {
		this.#limits = limits;
	}

	get all(): number {
		return this.#all;
	}

	/** Whether there is a place for one more of this address; another link may have been dropped for it. */
	makeRoom(address: string, isExempt = false): boolean {
		const held = isExempt ? 0 : (this.#networks.get(networkOf(address))?.places.size ?? 0);
		if (held >= this.#limits.perNetwork) return false;
		if (this.#all < this.#limits.inAll) return true;
		const place = this.#first();
		if (!place || weight(place.network) <= held) return false;
		place.link.drop();
		return true;
	}

	/** Takes a place, and answers how it is given back: a second call does nothing. */
	take(address: string, link: UnprovenLink, isExempt = false): () => void {
		const name = networkOf(address);
		const network = this.#networks.get(name) ?? { places: new Set(), isExempt };
		this.#networks.set(name, network);
		const place = { network, link };
		this.#change(network, () => network.places.add(place));
		this.#all++;
		return () => {
			if (!network.places.has(place)) return;
			this.#change(network, () => network.places.delete(place));
			this.#all--;
			if (network.places.size === 0) this.#networks.delete(name);
		};
	}

	#change(network: Network, act: () => unknown): void {
		this.#byWeight[weight(network)]?.delete(network);
		act();
		if (network.places.size > 0) (this.#byWeight[weight(network)] ??= new Set()).add(network);
	}

	/** Who gives way first: of the networks that hold most the link that has done least, and of equals the oldest. */
	#first(): Place | undefined {
		const heaviest = this.#byWeight.findLast((networks) => networks.size > 0) ?? [];
		let first: { place: Place; progress: number } | undefined;
		let compared = 0;
		for (const { places } of heaviest)
			for (const place of places) {
				const progress = place.link.progress();
				if (!first || progress < first.progress) first = { place, progress };
				if (progress === 0 || ++compared === COMPARED) return first.place;
			}
		return first?.place;
	}
}

function weight({ places, isExempt }: Network): number {
	return isExempt ? 1 : places.size;
}

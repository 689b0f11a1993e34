import { networkOf } from '../../../accounts/limits/network-of.ts';
import type { HeldLimits } from './held-by-network.ts';

/** A board's link before its key is proven. */
export interface UnprovenLink {
	/** how far its handshake has come: the further, the likelier it is a real board */
	progress(): number;
	/** Ends the link at once, without waiting for the other side. */
	drop(): void;
}

interface Network {
	/** its links, oldest first */
	places: Set<Place>;
	/** the hub's own machine: may hold any number, and counts as if it held one */
	isExempt: boolean;
}

/** Links that are compared to find who gives way, at most: a crowd knocks thousands of times a second. */
const COMPARED = 32;

interface Place {
	network: Network;
	link: UnprovenLink;
}

/**
 * Limits links whose key is not proven yet. Anybody can open thousands of them, so when all places are taken, a link
 * of the network that holds most is dropped for one of a network that holds fewer.
 */
export class UnprovenLinks {
	#limits: HeldLimits;
	#networks = new Map<string, Network>();
	/** networks by the number of links they hold; first the one that has had that number longest */
	#byWeight: Set<Network>[] = [];
	#all = 0;

	constructor(limits: HeldLimits) {
		this.#limits = limits;
	}

	get all(): number {
		return this.#all;
	}

	/** Whether there is a place for another link of this address; may drop another one to make room. */
	makeRoom(address: string, isExempt = false): boolean {
		const held = isExempt ? 0 : (this.#networks.get(networkOf(address))?.places.size ?? 0);
		if (held >= this.#limits.perNetwork) return false;
		if (this.#all < this.#limits.inAll) return true;
		const place = this.#first();
		if (!place || weight(place.network) <= held) return false;
		place.link.drop();
		return true;
	}

	/** Takes a place and returns a function that frees it; a second call of that does nothing. */
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

	/**
	 * The link to drop first: among the networks that hold most, the one with the least progress, of equals the
	 * oldest.
	 */
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

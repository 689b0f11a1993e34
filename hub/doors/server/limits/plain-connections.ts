import type { Logger } from 'pino';
import type { HttpResponse, TemplatedApp } from 'uWebSockets.js';
import { networkOf } from '../../../accounts/limits/network-of.ts';
import { type Clock, type Timer, every } from '../../../base/clock.ts';
import { clientAddress, isTrustedProxy } from '../origin/client-address.ts';
import type { KnownNetworks } from './known-networks.ts';
import { LOOPBACK } from '../origin/loopback.ts';

export interface PlainLimits {
	/** open at once, in all; each may hold 16 KB of headers and 64 KB of a body */
	open: number;
	/** from then on each ends with its answer, where that has a body, so that nobody keeps the places of others */
	crowded: number;
	/** of those, places that are not shared by who asks for most: the last are for networks that opened `few` */
	reserved: number;
	/** new ones that a network may open while any place is left, in this window and the one before */
	few: number;
	/** the same of a known network, of the hub's own machine and of proxies */
	fewOfKnown: number;
	/** new ones of one network in `windowMs` */
	newPerNetwork: number;
	/** new ones in a second of all networks that are not known: of those that opened fewer than `few`, and of the others */
	newPerSecond: { few: number; many: number };
	/** places beyond `open`, for the hub's own machine, proxies and known networks */
	kept: number;
	/** as long as uWebSockets.js leaves a connection open that asks nothing */
	windowMs: number;
}

export const PLAIN_LIMITS: PlainLimits = {
	open: 2_048,
	crowded: 1_280,
	reserved: 512,
	few: 16,
	fewOfKnown: 64,
	newPerNetwork: 512,
	newPerSecond: { few: 1_024, many: 256 },
	kept: 256,
	windowMs: 10_000,
};

export interface PlainConnectionsOptions {
	clock: Clock;
	log: Logger;
	trustedProxies: readonly string[];
	/** networks that somebody is signed in from, or boards are linked from */
	known: Pick<KnownNetworks, 'has'>;
	limits?: PlainLimits;
}

/**
 * Limits connections that are not (yet) a WebSocket; WebSockets are counted by their own doors. Nothing was asked yet, so a
 * connection beyond a limit is closed without an answer. When a connection ends, uWebSockets.js does not tell its address:
 * so new ones are counted by network, and open ones only in all.
 *
 * A network may have as many new ones as there are places left for all: then n networks that want everything hold
 * n parts of n + 1, and one part is left for the next. Who sends no head, or half of one, is closed by uWebSockets.js
 * after a window, so that the new ones of two windows are all that a network can hold that way.
 */
export class PlainConnections {
	#open = 0;
	#new = new Map<string, number>();
	/** let in, by network, in this window and in the one before */
	#letIn = new Map<string, number>();
	#letInBefore = new Map<string, number>();
	/** in this second, of networks that are not known: of those that opened few, and of the others */
	#newInSecond = { few: 0, many: 0 };
	#told = false;
	#timers: Timer[];
	#limits: PlainLimits;
	#log: Logger;
	#trustedProxies: readonly string[];
	#known: Pick<KnownNetworks, 'has'>;

	constructor(app: TemplatedApp, options: PlainConnectionsOptions) {
		const { clock, log, trustedProxies, known, limits = PLAIN_LIMITS } = options;
		this.#limits = limits;
		this.#log = log;
		this.#trustedProxies = trustedProxies;
		this.#known = known;
		this.#timers = [
			every(clock, 1_000, () => void (this.#newInSecond = { few: 0, many: 0 })),
			every(clock, limits.windowMs, () => {
				this.#new.clear();
				this.#letInBefore = this.#letIn;
				this.#letIn = new Map();
				this.#told = false;
			}),
		];
		app.filter((res, change) => {
			this.#open += Number(change);
			if (Number(change) > 0) this.#opened(res);
		});
	}

	get crowded(): boolean {
		return this.#open > this.#limits.crowded;
	}

	upgraded(): void {
		this.#open--;
	}

	stop(): void {
		for (const timer of this.#timers) timer.cancel();
	}

	#opened(res: HttpResponse): void {
		const remote = res.getRemoteAddressAsText();
		const address = clientAddress(remote, '', []);
		// A proxy brings everybody's, and the hub's own machine a house of virtual boards.
		const exempt = LOOPBACK.has(address) || isTrustedProxy(remote, this.#trustedProxies);
		const { open, kept, newPerNetwork } = this.#limits;
		const network = networkOf(address);
		const isKnown = exempt || this.#known.has(network);
		if (this.#open > open + (isKnown ? kept : 0)) return this.#close(res, address, 'too many connections');
		if (!exempt) {
			const count = (this.#new.get(network) ?? 0) + 1;
			this.#new.set(network, count);
			if (count > newPerNetwork) return this.#close(res, address, 'too many new connections from this address');
		}
		if (!isKnown && !this.#isSlow(network)) return this.#close(res, address, 'too many new connections');
		if (!this.#fair(network, exempt, isKnown)) return this.#close(res, address, 'too many connections for one address');
		this.#letIn.set(network, (this.#letIn.get(network) ?? 0) + 1);
	}

	/** A new connection takes a tenth of a millisecond, and thousands may come from as many networks. */
	#isSlow(network: string): boolean {
		const { newPerSecond, few } = this.#limits;
		const kind = this.#letInOf(network) < few ? 'few' : 'many';
		return ++this.#newInSecond[kind] <= newPerSecond[kind];
	}

	#fair(network: string, exempt: boolean, isKnown: boolean): boolean {
		const { open, reserved, few, fewOfKnown } = this.#limits;
		const left = open - reserved - this.#open;
		const letIn = this.#letInOf(network);
		return letIn < (isKnown ? fewOfKnown : few) || (exempt ? left >= 0 : letIn <= left);
	}

	#letInOf(network: string): number {
		return (this.#letIn.get(network) ?? 0) + (this.#letInBefore.get(network) ?? 0);
	}

	/** Told once in a window: a flood of connections must not become one of lines. */
	#close(res: HttpResponse, address: string, why: string): void {
		res.close();
		if (this.#told) return;
		this.#told = true;
		this.#log.warn({ address, why, open: this.#open }, 'connections are closed unheard');
	}
}

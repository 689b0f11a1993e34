import type { Logger } from 'pino';
import type { HttpResponse, TemplatedApp } from 'uWebSockets.js';
import { networkOf } from '../../../accounts/limits/network-of.ts';
import { type Clock, type Timer, every } from '../../../base/clock.ts';
import { LOOPBACK, clientAddress, isTrustedProxy } from '../origin/client-address.ts';
import type { KnownNetworks } from './known-networks.ts';

export interface PlainLimits {
	/** connections open at once, in all; each may hold 16 KB of headers; bodies have totals of their own */
	open: number;
	/** above this many, each is closed after its answer if that has a body, so that nobody keeps a place for long */
	crowded: number;
	/** the last places of `open`, kept for networks that have opened at most `few` */
	reserved: number;
	/** new ones that a network may always open while any place is left, in this window and the one before together */
	few: number;
	/** the same of a known network, of the hub's own machine and of proxies */
	fewOfKnown: number;
	/** new ones of one network in `windowMs` */
	newPerNetwork: number;
	/** new ones in a second from all unknown networks: from those that opened fewer than `few`, and from the others */
	newPerSecond: { few: number; many: number };
	/** places beyond `open`, for the hub's own machine, proxies and known networks */
	kept: number;
	/** as long as uWebSockets.js keeps a connection open that sends no request */
	windowMs: number;
}

export const PLAIN_LIMITS: PlainLimits = {
	open: 2_048,
	crowded: 1_280,
	reserved: 512,
	few: 16,
	fewOfKnown: 256,
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
 * Limits connections that are not (yet) a WebSocket; WebSockets are counted by their own doors. Nothing was requested
 * yet, so a connection over a limit is closed without an answer. uWebSockets.js does not say whose connection has
 * ended, so new ones are counted by network, but open ones only in total.
 *
 * A network may open as many new ones as there are places left: then n greedy networks hold n / (n + 1) of all, and
 * one share is left for the next. uWebSockets.js closes a connection that sends no complete head after a window, so a
 * network can hold at most the new ones of two windows that way.
 */
export class PlainConnections {
	#open = 0;
	#new = new Map<string, number>();
	/** accepted connections by network, in this window and in the one before */
	#letIn = new Map<string, number>();
	#letInBefore = new Map<string, number>();
	/** in this second, of networks that are not known: of those that opened few, and of the others */
	#newInSecond = { few: 0, many: 0 };
	#isLogged = false;
	#timers: Timer[];
	#limits: PlainLimits;
	#log: Logger;
	#trustedProxies: readonly string[];
	#known: Pick<KnownNetworks, 'has'>;

	constructor(app: Pick<TemplatedApp, 'filter'>, options: PlainConnectionsOptions) {
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
				this.#isLogged = false;
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
		// A proxy opens everybody's connections, and the hub's own machine those of its virtual boards.
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
		if (!isKnown && !this.#isPaced(network)) return this.#close(res, address, 'too many new connections');
		if (!this.#isFair(network, exempt, isKnown))
			return this.#close(res, address, 'too many connections for one address');
		this.#letIn.set(network, (this.#letIn.get(network) ?? 0) + 1);
	}

	/** Accepting a connection takes 0.1 ms, and thousands a second may come from hundreds of networks. */
	#isPaced(network: string): boolean {
		const { newPerSecond, few } = this.#limits;
		const kind = this.#letInOf(network) < few ? 'few' : 'many';
		return ++this.#newInSecond[kind] <= newPerSecond[kind];
	}

	#isFair(network: string, exempt: boolean, isKnown: boolean): boolean {
		const { open, reserved, few, fewOfKnown } = this.#limits;
		const left = open - reserved - this.#open;
		const letIn = this.#letInOf(network);
		return letIn < (isKnown ? fewOfKnown : few) || (exempt ? left >= 0 : letIn <= left);
	}

	#letInOf(network: string): number {
		return (this.#letIn.get(network) ?? 0) + (this.#letInBefore.get(network) ?? 0);
	}

	/** Logged once per window: a flood of connections must not become a flood of log lines. */
	#close(res: HttpResponse, address: string, why: string): void {
		res.close();
		if (this.#isLogged) return;
		this.#isLogged = true;
		this.#log.warn({ address, why, open: this.#open }, 'too many connections: new ones are closed without an answer');
	}
}

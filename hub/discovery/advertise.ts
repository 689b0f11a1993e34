import type { Logger } from 'pino';
import { type Clock, type Timer, every, systemClock } from '../base/clock.ts';
import { freeName, sameName } from './free-name.ts';
import type { Seen } from './heard-services.ts';
import type { MulticastOptions } from './lan-voices.ts';
import { type Interfaces, type Lan, lanWords, lansOf } from './lans.ts';
import { Responder } from './responder.ts';

/** RFC 6762, section 8.1: three queries, 250 ms apart, before a name is used. */
const QUESTIONS = 3;
const QUESTION_EVERY_MS = 250;
const LOOK_AT_NETWORK_EVERY_MS = 5_000;
/** Packets from others that cannot be read are logged too, so the number of warnings is limited. */
const MAX_WARNINGS = 20;
/** Whoever answers under each name that the hub takes can make it take the next one only so often. */
const CLASHES_EVERY_MS = 10_000;
/** A stop waits at most this long for the goodbye to be sent. */
const GOODBYE_MS = 500;

export interface Advertised {
	/** the hub's name, which is also the name of its services */
	name: string;
	port: number;
	/** the hub's id in hex */
	hubId: string;
	log: Logger;
	clock?: Clock;
	multicast?: MulticastOptions;
	interfaces?: () => Interfaces;
}

export interface Advertisement {
	/** The name in use; not the configured one if that was taken. */
	name(): string;
	/** Says goodbye. Resolves within 500 ms, whatever the network does, and never rejects. */
	stop(): Promise<void>;
}

/**
 * Announces the hub by mDNS as `_mooring._tcp` for boards and as `_http._tcp` for people, in every network of this
 * machine. Without a network, or without permission to use it, the hub works all the same: it logs a warning and
 * tries again when the networks change.
 */
export function advertise(options: Advertised): Advertisement {
	const announcer = new Announcer(options);
	return { name: () => announcer.name, stop: () => announcer.stop() };
}

class Announcer {
	name: string;
	#options: Advertised;
	#clock: Clock;
	#responder: Responder | undefined;
	#asking: Timer | undefined;
	#looking: Timer;
	#lans: Lan[];
	#warned = new Set<string>();
	#stopped = false;
	#clashedAt = -Infinity;
	#clashing: Timer | undefined;
	/** closing is asynchronous, so changes are made one after another */
	#changes: Promise<void> = Promise.resolve();

	constructor(options: Advertised) {
		this.#options = options;
		this.name = options.name;
		this.#clock = options.clock ?? systemClock;
		this.#lans = lansOf(options.interfaces?.());
		this.#open();
		this.#looking = every(this.#clock, LOOK_AT_NETWORK_EVERY_MS, () => this.#lookAtNetwork());
	}

	stop(): Promise<void> {
		this.#stopped = true;
		this.#looking.cancel();
		this.#clashing?.cancel();
		return (this.#changes = this.#changes.then(() => this.#close()));
	}

	#open(): void {
		const { hubId, log, multicast = {} } = this.#options;
		const lans = this.#lans;
		if (lans.length === 0) return log.warn('no network to announce the hub on; it will be announced when there is one');
		const responder = new Responder(multicast, lans, this.#clock, (error, lan) => this.#failed(responder, error, lan));
		this.#responder = responder;
		responder.onClash((seen) => this.#clashed(seen));
		this.#ask(QUESTIONS, () => {
			const free = freeName(this.#options.name, hubId, responder.seen());
			if (free !== this.name) log.warn({ taken: this.name, name: free }, 'the name is taken on this network');
			this.name = free;
			responder.publish(free, this.#options.port, hubId);
			log.info({ name: free, interfaces: lans.map(lanWords) }, 'announced on the network');
			// A hub that took the same name at the same moment answers this query.
			this.#ask(1, () => responder.ask());
		});
	}

	/** Repeats the query, which was first sent when the socket was opened, and then calls `then`. */
	#ask(left: number, then: () => void): void {
		this.#asking = this.#clock.after(QUESTION_EVERY_MS, () => {
			if (left === 1) return then();
			this.#responder?.ask();
			this.#ask(left - 1, then);
		});
	}

	async #close(): Promise<void> {
		this.#asking?.cancel();
		const responder = this.#responder;
		this.#responder = undefined;
		if (!responder) return;
		await new Promise<void>((resolve) => {
			const timer = this.#clock.after(GOODBYE_MS, resolve);
			responder.close(() => {
				timer.cancel();
				resolve();
			});
		});
	}

	/** Two hubs took the same name at the same moment: the one with the greater id chooses another. */
	#clashed({ name, id }: Seen): void {
		const { hubId } = this.#options;
		if (!this.#responder || !sameName(name, this.name) || id === undefined || id >= hubId) return;
		this.#clashing?.cancel();
		const left = Math.max(0, this.#clashedAt + CLASHES_EVERY_MS - this.#clock.mono());
		this.#clashing = this.#clock.after(left, () => {
			this.#clashedAt = this.#clock.mono();
			this.#restart();
		});
	}

	#lookAtNetwork(): void {
		const before = this.#lans;
		const lans = lansOf(this.#options.interfaces?.());
		if (JSON.stringify(lans) === JSON.stringify(before)) return;
		this.#lans = lans;
		this.#warned.clear();
		const without = (some: Lan[], others: Lan[]) =>
			some.map(lanWords).filter((words) => !others.map(lanWords).includes(words));
		const change = { found: without(lans, before), lost: without(before, lans) };
		this.#options.log.info(change, 'the network changed: announcing again');
		this.#restart();
	}

	#restart(): void {
		this.#changes = this.#changes.then(async () => {
			await this.#close();
			if (!this.#stopped) this.#open();
		});
	}

	/** Logged once per network until the networks change; otherwise a hub without a network would fill its log. */
	#failed(responder: Responder, error: Error, lan?: Lan): void {
		const what = `${lan?.name} ${error.message}`;
		if (responder !== this.#responder || this.#warned.has(what) || this.#warned.size >= MAX_WARNINGS) return;
		this.#warned.add(what);
		this.#options.log.warn(
			{ err: error, ...(lan ? { interface: lanWords(lan) } : {}) },
			'the hub cannot be announced on the network; boards with its address still find it',
		);
	}
}

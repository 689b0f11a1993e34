import { Cause, type RelayConfig } from '../../protocol/device_pb.ts';
import type { Clock, Timer } from '../base/clock.ts';

/**
 * How often what is left of a running relay is written to flash. A board that comes back without knowing the time takes
 * it that this long has passed since: so it never makes an on-time longer than it was.
 */
export const KEEP_EVERY_MS = 10_000;

export interface RelayReport {
	relay: number;
	on: boolean;
	cause: Cause;
	commandId: number;
	changedMs: bigint;
	remainingMs: number;
	waitingMs: number;
}

/** How a relay that goes off by itself runs, as it is written to flash. */
export interface KeptEnd {
	/** Unix ms at which this was written, absent where the board did not know the time */
	at?: number | undefined;
	/** how long it had been on */
	onMs: number;
	/** until its countdown or pulse ends, 0 where it has none */
	leftMs: number;
	/** of that end */
	cause: Cause;
}

interface End {
	/** monotonic */
	at: number;
	cause: Cause;
}

export interface RelayOptions {
	config: RelayConfig;
	clock: Clock;
	/** Unix ms, undefined where the board does not know the time */
	now: () => number | undefined;
	/** it went off by itself */
	ended: (relay: Relay) => void;
	/** after every change, and where `keepsOn` says so every KEEP_EVERY_MS while something ends it */
	keep: (relay: Relay) => void;
	keepsOn: (relay: Relay) => boolean;
}

/** One relay: its state, why it is so, and when it goes off by itself. */
export class Relay {
	config: RelayConfig;
	on = false;
	cause = Cause.BOOT;
	/** monotonic; of a relay that was never on, when the board came up */
	changedAt: number;
	#options: RelayOptions;
	/** monotonic, for its longest on-time; before the boot where it comes up as it was */
	#onSince = 0;
	/** the end of a pulse or a countdown */
	#asked: End | undefined;
	/** what was taken for the time of the boot, Unix ms, until a clock says better */
	#guess: { wall: number; mono: number; asked: End | undefined } | undefined;
	#timer: Timer | undefined;
	#writer: Timer | undefined;

	constructor(options: RelayOptions) {
		this.#options = options;
		this.config = options.config;
		this.changedAt = options.clock.mono();
	}

	/** `forMs`: a countdown, 0 for none. */
	switch(on: boolean, cause: Cause, forMs = 0): void {
		const now = this.#options.clock.mono();
		if (on && !this.on) this.#onSince = now;
		this.#become(on, cause);
		this.#asked = on
			? first(within(now, this.config.pulseMs, Cause.PULSE), within(now, forMs, Cause.COUNTDOWN))
			: undefined;
		this.#settle();
	}

	/** Comes up as it was: what was running has gone on, and what has run out meanwhile stays off. */
	comeUpAsItWas(on: boolean, end: KeptEnd | undefined): void {
		if (!on) return;
		if (!end) return this.switch(true, Cause.BOOT);
		const { clock, now } = this.#options;
		const mono = clock.mono();
		const wall = now();
		const known = wall !== undefined && end.at !== undefined && wall >= end.at;
		const passedMs = known ? wall - end.at! : KEEP_EVERY_MS;
		this.#become(true, Cause.BOOT);
		this.#onSince = mono - end.onMs - passedMs;
		this.#asked = within(mono - passedMs, end.leftMs, end.cause);
		if (wall === undefined && end.at !== undefined) this.#guess = { wall: end.at + passedMs, mono, asked: this.#asked };
		const over = this.#end;
		if (over && over.at <= mono) this.switch(false, over.cause);
		else this.#settle();
	}

	/** The board learns what time it is: true where this relay has less time left than it took it to have. */
	learnTime(wall: number): boolean {
		const guess = this.#guess;
		this.#guess = undefined;
		const laterMs = guess ? wall - guess.wall - (this.#options.clock.mono() - guess.mono) : 0;
		const shorter = this.on && laterMs > 0;
		if (shorter) {
			this.#onSince -= laterMs;
			if (this.#asked && this.#asked === guess?.asked)
				this.#asked = { at: this.#asked.at - laterMs, cause: this.#asked.cause };
		}
		this.#settle();
		return shorter;
	}

	/** New rules: the state stays, a new longest on-time counts from when it went on. */
	configure(config: RelayConfig): void {
		this.config = config;
		this.#settle();
	}

	/** How it runs, as it is written to flash; undefined: nothing ends it. */
	running(): KeptEnd | undefined {
		const { clock, now } = this.#options;
		if (!this.#end) return undefined;
		const mono = clock.mono();
		const leftMs = this.#asked ? Math.max(0, Math.round(this.#asked.at - mono)) : 0;
		const cause = this.#asked?.cause ?? Cause.AUTO_OFF;
		return { at: now(), onMs: Math.round(mono - this.#onSince), leftMs, cause };
	}

	report(commandId = 0, waitingMs = 0): RelayReport {
		const now = this.#options.clock.mono();
		const end = this.#end;
		return {
			relay: this.config.id,
			on: this.on,
			cause: this.cause,
			commandId,
			changedMs: BigInt(Math.round(now - this.changedAt)),
			remainingMs: end ? Math.max(1, Math.round(end.at - now)) : 0,
			waitingMs,
		};
	}

	stop(): void {
		this.#timer?.cancel();
		this.#writer?.cancel();
	}

	#become(on: boolean, cause: Cause): void {
		if (this.on !== on) this.changedAt = this.#options.clock.mono();
		if (!on) this.#guess = undefined;
		this.on = on;
		this.cause = cause;
	}

	/** The longest on-time counts from when it went on, however often it is told to be on. */
	get #end(): End | undefined {
		return this.on ? first(this.#asked, within(this.#onSince, this.config.maxOnMs, Cause.AUTO_OFF)) : undefined;
	}

	#settle(): void {
		const { clock, keep, ended } = this.#options;
		const end = this.#end;
		this.stop();
		keep(this);
		if (!end) return;
		const goOff = () => {
			this.switch(false, end.cause);
			ended(this);
		};
		if (end.at <= clock.mono()) return goOff();
		this.#timer = clock.after(end.at - clock.mono(), goOff);
		this.#writeNowAndThen();
	}

	#writeNowAndThen(): void {
		const { clock, keep, keepsOn } = this.#options;
		if (!keepsOn(this)) return;
		this.#writer = clock.after(KEEP_EVERY_MS, () => {
			keep(this);
			this.#writeNowAndThen();
		});
	}
}

function within(from: number, ms: number, cause: Cause): End | undefined {
	return ms > 0 ? { at: from + ms, cause } : undefined;
}

function first(a: End | undefined, b: End | undefined): End | undefined {
	return a && b ? (a.at <= b.at ? a : b) : (a ?? b);
}

/** What is to be done to a relay, whoever wants it. */
export interface Act {
	on: boolean;
	cause: Cause;
	/** a countdown, 0 for none */
	forMs?: number;
	/** of the command that is answered with it, 0 for none */
	commandId?: number;
}

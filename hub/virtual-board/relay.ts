import { Cause, type RelayConfig } from '../../protocol/device_pb.ts';
import type { Clock, Timer } from '../base/clock.ts';

export interface RelayReport {
	relay: number;
	on: boolean;
	cause: Cause;
	commandId: number;
	changedMs: bigint;
	remainingMs: number;
}

/** When a relay goes off by itself, as it is written to flash. */
export interface KeptEnd {
	/** Unix ms */
	at: number;
	/** how far away that was when it was written: a clock that steps never makes it longer */
	ms: number;
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
	/** it went off by itself */
	ended: (relay: Relay) => void;
	/** after every change */
	keep: (relay: Relay, end: KeptEnd | undefined) => void;
}

/** One relay: its state, why it is so, and when it goes off by itself. */
export class Relay {
	config: RelayConfig;
	on = false;
	cause = Cause.BOOT;
	/** monotonic; of a relay that was never on, when the board came up */
	changedAt: number;
	#options: RelayOptions;
	/** the end of a pulse or a countdown */
	#asked: End | undefined;
	#timer: Timer | undefined;

	constructor(options: RelayOptions) {
		this.#options = options;
		this.config = options.config;
		this.changedAt = options.clock.mono();
	}

	/** `forMs`: a countdown, 0 for none. */
	switch(on: boolean, cause: Cause, forMs = 0): void {
		const now = this.#options.clock.mono();
		this.#become(on, cause);
		this.#asked = on
			? first(within(now, this.config.pulseMs, Cause.PULSE), within(now, forMs, Cause.COUNTDOWN))
			: undefined;
		this.#settle();
	}

	/** Comes up as it was: what was counting down has gone on, and what has run out meanwhile stays off. */
	comeUpAsItWas(on: boolean, end: KeptEnd | undefined): void {
		if (!on) return;
		if (!end) return this.switch(true, Cause.BOOT);
		const { clock } = this.#options;
		const leftMs = Math.min(end.ms, end.at - clock.now());
		if (leftMs <= 0) return this.switch(false, end.cause);
		this.#become(true, Cause.BOOT);
		this.#asked = within(clock.mono(), leftMs, end.cause);
		this.#settle();
	}

	/** New rules: the state stays, a new longest on-time counts from when it went on. */
	configure(config: RelayConfig): void {
		this.config = config;
		this.#settle();
	}

	report(commandId = 0): RelayReport {
		const now = this.#options.clock.mono();
		const end = this.#end;
		return {
			relay: this.config.id,
			on: this.on,
			cause: this.cause,
			commandId,
			changedMs: BigInt(Math.round(now - this.changedAt)),
			remainingMs: end ? Math.max(1, Math.round(end.at - now)) : 0,
		};
	}

	stop(): void {
		this.#timer?.cancel();
	}

	#become(on: boolean, cause: Cause): void {
		if (this.on !== on) this.changedAt = this.#options.clock.mono();
		this.on = on;
		this.cause = cause;
	}

	/** The longest on-time counts from when it went on, however often it is told to be on. */
	get #end(): End | undefined {
		return this.on ? first(this.#asked, within(this.changedAt, this.config.maxOnMs, Cause.AUTO_OFF)) : undefined;
	}

	#settle(): void {
		const { clock, ended, keep } = this.#options;
		const end = this.#end;
		const leftMs = end ? Math.max(0, end.at - clock.mono()) : 0;
		this.#timer?.cancel();
		this.#timer =
			end &&
			clock.after(leftMs, () => {
				this.switch(false, end.cause);
				ended(this);
			});
		keep(this, end && { at: clock.now() + leftMs, ms: leftMs, cause: end.cause });
	}
}

function within(from: number, ms: number, cause: Cause): End | undefined {
	return ms > 0 ? { at: from + ms, cause } : undefined;
}

function first(a: End | undefined, b: End | undefined): End | undefined {
	return a && b ? (a.at <= b.at ? a : b) : (a ?? b);
}

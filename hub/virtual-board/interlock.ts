import { Cause } from '../../protocol/device_pb.ts';
import type { Clock, Timer } from '../base/clock.ts';
import type { Act, Relay } from './relay.ts';

/** A relay that goes on when the dead time of its group is over. */
interface Waiting {
	act: Act;
	/** monotonic */
	until: number;
	timer: Timer;
}

export interface InterlockOptions {
	clock: Clock;
	relays: () => Relay[];
	/** a relay changed, or its command is answered */
	tell: (relay: Relay, commandId?: number) => void;
}

/** Relays of one group are never on together, and between one that goes off and another that goes on lies a dead time. */
export class Interlock {
	#options: InterlockOptions;
	#waiting = new Map<Relay, Waiting>();
	/** monotonic: what was on before is not known, so every dead time begins here */
	#since: number;

	constructor(options: InterlockOptions) {
		this.#options = options;
		this.#since = options.clock.mono();
	}

	/** After a new configuration, as after a boot, any relay of a group may have gone off just now. */
	beginAnew(): void {
		this.#since = this.#options.clock.mono();
	}

	isWaiting(relay: Relay): boolean {
		return this.#waiting.has(relay);
	}

	/** Another relay of the group is on, or waits to be. */
	isTaken(relay: Relay): boolean {
		return this.#othersOf(relay).some((other) => other.on || this.#waiting.has(other));
	}

	/** How long the relay waits still: to be told with its state, and in the answer to its own command. */
	waitingMs(relay: Relay, commandId: number): number {
		const waiting = this.#waiting.get(relay);
		if (!waiting || (commandId !== 0 && commandId !== waiting.act.commandId)) return 0;
		return Math.max(1, Math.round(waiting.until - this.#options.clock.mono()));
	}

	switchOffOthers(relay: Relay): void {
		for (const other of this.#othersOf(relay)) {
			this.giveUp(other);
			if (!other.on) continue;
			other.switch(false, Cause.INTERLOCK);
			this.#options.tell(other);
		}
	}

	/** Now, or when the dead time is over. The others are off. */
	switchOn(relay: Relay, act: Act): void {
		const { clock, tell } = this.#options;
		const others = this.#othersOf(relay);
		const deadMs = Math.max(relay.config.deadTimeMs, ...others.map(({ config }) => config.deadTimeMs));
		const lastOff = Math.max(this.#since, ...others.map(({ changedAt }) => changedAt));
		const until = others.length > 0 ? lastOff + deadMs : 0;
		if (until <= clock.mono()) return relay.switch(true, act.cause, act.forMs);
		const timer = clock.after(until - clock.mono(), () => {
			this.#waiting.delete(relay);
			relay.switch(true, act.cause, act.forMs);
			tell(relay, act.commandId);
		});
		this.#waiting.set(relay, { act, until, timer });
	}

	/** Every command is answered, also one that another took the place of. */
	giveUp(relay: Relay): void {
		const waiting = this.#waiting.get(relay);
		if (!waiting) return;
		waiting.timer.cancel();
		this.#waiting.delete(relay);
		if (waiting.act.commandId) this.#options.tell(relay, waiting.act.commandId);
	}

	stop(): void {
		for (const { timer } of this.#waiting.values()) timer.cancel();
	}

	#othersOf(relay: Relay): Relay[] {
		const { interlockGroup } = relay.config;
		if (interlockGroup === 0) return [];
		return this.#options.relays().filter((other) => other !== relay && other.config.interlockGroup === interlockGroup);
	}
}

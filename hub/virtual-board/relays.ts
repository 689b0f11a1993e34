import { Cause, PowerOnState, type RelayConfig, type SetRelay } from '../../protocol/device_pb.ts';
import type { Clock } from '../base/clock.ts';
import { Interlock } from './interlock.ts';
import { type Act, type KeptEnd, Relay, type RelayReport } from './relay.ts';

/** Commands remembered, so that one that comes twice is done once. */
const COMMANDS_REMEMBERED = 16;

export interface RelaysOptions {
	configs: RelayConfig[];
	clock: Clock;
	/** Unix ms, undefined where the board does not know the time */
	now: () => number | undefined;
	/** true: comes up as it went down, whatever the power-on state; a restart of its process is no loss of power */
	resume: boolean;
	/** true: the board knows the time after every boot, and need not write how far its relays are */
	alwaysKnowsTime: boolean;
	lastState: (id: number) => { on: boolean; end: KeptEnd | undefined };
	keep: (id: number, on: boolean, end: KeptEnd | undefined) => void;
	/** told of every change and of every answer, in their order */
	tell: (report: RelayReport) => void;
}

/** The relays of a board and their rules: pulse, countdown, longest on-time, power-on state, interlock. All without the hub. */
export class Relays {
	#options: RelaysOptions;
	#relays = new Map<number, Relay>();
	#interlock: Interlock;
	#commands: number[] = [];
	/** while a configuration is applied: all relays are told of when it is done */
	#quiet = false;

	constructor(options: RelaysOptions) {
		this.#options = options;
		const { clock } = options;
		this.#interlock = new Interlock({
			clock,
			relays: () => [...this.#relays.values()],
			tell: (relay, commandId) => this.#tell(relay, commandId),
		});
		for (const config of options.configs) this.#relays.set(config.id, this.#make(config));
		for (const relay of this.#relays.values()) this.#comeUp(relay);
	}

	/** Every relay as it is. */
	reports(): RelayReport[] {
		return [...this.#relays.values()].map((relay) => relay.report(0, this.#interlock.waitingMs(relay, 0)));
	}

	/**
	 * Acts, unless the command is late or was done already, and answers in any case; false: there is no such relay. A relay
	 * that waits for the dead time of its group is answered for at once, and again when it went on.
	 */
	command({ relay: id, on, forMs, commandId }: SetRelay, late: boolean): boolean {
		const relay = this.#relays.get(id);
		if (!relay) return false;
		if (late || this.#commands.includes(commandId)) this.#tell(relay, commandId);
		else {
			this.#commands = [...this.#commands, commandId].slice(-COMMANDS_REMEMBERED);
			this.#do(relay, { on, forMs, commandId, cause: Cause.COMMAND });
		}
		return true;
	}

	/** What no command asked for. */
	act(id: number, act: Act): void {
		const relay = this.#relays.get(id);
		if (relay) this.#do(relay, act);
	}

	/** A relay that waits for its dead time counts as on: to toggle it is to leave it off. */
	toggle(id: number, cause: Cause): void {
		const relay = this.#relays.get(id);
		if (relay) this.#do(relay, { on: !relay.on && !this.#interlock.isWaiting(relay), cause });
	}

	/** New rules for the same relays: states stay where the rules let them, new relays begin off. All are told of. */
	configure(configs: RelayConfig[]): void {
		const { keep } = this.#options;
		const before = this.#relays;
		for (const relay of before.values()) this.#interlock.giveUp(relay);
		this.#quiet = true;
		this.#relays = new Map(configs.map((config) => [config.id, before.get(config.id) ?? this.#make(config)]));
		for (const [id, relay] of before) {
			if (this.#relays.has(id)) continue;
			relay.stop();
			keep(id, false, undefined);
		}
		for (const config of configs) this.#relays.get(config.id)?.configure(config);
		for (const relay of this.#relays.values()) if (relay.on) this.#interlock.switchOffOthers(relay);
		this.#interlock.beginAnew();
		this.#quiet = false;
		for (const relay of this.#relays.values()) this.#tell(relay);
	}

	/** The board learns what time it is, Unix ms; a relay that has less time left than it took it to have is told of. */
	learnTime(now: number): void {
		for (const relay of this.#relays.values()) if (relay.learnTime(now) && relay.on) this.#tell(relay);
	}

	/** All of them to flash, as they are now: for a restart that is no loss of power. */
	keepAll(): void {
		for (const relay of this.#relays.values()) this.#options.keep(relay.config.id, relay.on, relay.running());
	}

	/** GPIO number → level of the pins that are driven. */
	pins(): Map<number, boolean> {
		return new Map([...this.#relays.values()].map(({ on, config }) => [config.pin, on !== config.activeLow]));
	}

	stop(): void {
		for (const relay of this.#relays.values()) relay.stop();
		this.#interlock.stop();
	}

	#make(config: RelayConfig): Relay {
		const { clock, now, resume, alwaysKnowsTime, keep } = this.#options;
		const isKept = (relay: Relay) => resume || relay.config.powerOn === PowerOnState.LAST;
		return new Relay({
			config,
			clock,
			now,
			ended: (relay) => this.#tell(relay),
			keepsOn: (relay) => isKept(relay) && !alwaysKnowsTime,
			keep(relay) {
				if (isKept(relay)) keep(relay.config.id, relay.on, relay.running());
			},
		});
	}

	/** Of an interlocked group the first one that is to be on is the only one. */
	#comeUp(relay: Relay): void {
		const { resume, lastState } = this.#options;
		const { id, powerOn } = relay.config;
		if (this.#interlock.isTaken(relay)) return;
		if (resume || powerOn === PowerOnState.LAST) {
			const { on, end } = lastState(id);
			relay.comeUpAsItWas(on, end);
		} else if (powerOn === PowerOnState.ON) this.#interlock.switchOn(relay, { on: true, cause: Cause.BOOT });
	}

	#do(relay: Relay, act: Act): void {
		this.#interlock.giveUp(relay);
		if (act.on && !relay.on) {
			this.#interlock.switchOffOthers(relay);
			this.#interlock.switchOn(relay, act);
		} else relay.switch(act.on, act.cause, act.forMs);
		this.#tell(relay, act.commandId);
	}

	#tell(relay: Relay, commandId = 0): void {
		if (!this.#quiet) this.#options.tell(relay.report(commandId, this.#interlock.waitingMs(relay, commandId)));
	}
}

import { Cause, PowerOnState, type RelayConfig, type SetRelay } from '../../protocol/device_pb.ts';
import type { Clock, Timer } from '../base/clock.ts';
import { type KeptEnd, Relay, type RelayReport } from './relay.ts';

/** Commands remembered, so that one that comes twice is done once. */
const COMMANDS_REMEMBERED = 16;

export interface RelaysOptions {
	configs: RelayConfig[];
	clock: Clock;
	/** true: comes up as it went down, whatever the power-on state; a restart of its process is no loss of power */
	resume: boolean;
	lastState: (id: number) => { on: boolean; end: KeptEnd | undefined };
	keep: (id: number, on: boolean, end: KeptEnd | undefined) => void;
	/** told of every change that no command asked for, and of the answers that had to wait */
	tell: (report: RelayReport) => void;
}

/** A relay that goes on when the dead time of its group is over. */
interface Waiting {
	command: SetRelay;
	timer: Timer;
}

/** The relays of a board and their rules: pulse, countdown, longest on-time, power-on state, interlock. All without the hub. */
export class Relays {
	#options: RelaysOptions;
	#relays = new Map<number, Relay>();
	#waiting = new Map<Relay, Waiting>();
	#commands: number[] = [];

	constructor(options: RelaysOptions) {
		this.#options = options;
		for (const config of options.configs) this.#comeUp(this.#add(config));
	}

	/** Every relay as it is. */
	reports(): RelayReport[] {
		return [...this.#relays.values()].map((relay) => relay.report());
	}

	/**
	 * Acts, unless the command is late or was done already; the report says what is so in any case. 'later': the relay
	 * waits for the dead time of its group, and the report goes to `tell`.
	 */
	command(command: SetRelay, late: boolean): RelayReport | 'later' | 'no such relay' {
		const relay = this.#relays.get(command.relay);
		if (!relay) return 'no such relay';
		if (this.#waiting.get(relay)?.command.commandId === command.commandId) return 'later';
		if (late || this.#commands.includes(command.commandId)) return relay.report(command.commandId);
		this.#commands = [...this.#commands, command.commandId].slice(-COMMANDS_REMEMBERED);
		this.#giveUpWaiting(relay);
		const waitMs = command.on && !relay.on ? this.#clearTheWay(relay) : 0;
		if (waitMs === 0) {
			relay.switch(command.on, Cause.COMMAND, command.forMs);
			return relay.report(command.commandId);
		}
		const timer = this.#options.clock.after(waitMs, () => this.#goOn(relay, command));
		this.#waiting.set(relay, { command, timer });
		return 'later';
	}

	/** New rules for the same relays: states stay where the rules let them, new relays begin off. */
	configure(configs: RelayConfig[]): void {
		for (const [id, relay] of this.#relays) {
			this.#giveUpWaiting(relay);
			if (configs.some((config) => config.id === id)) continue;
			relay.stop();
			this.#relays.delete(id);
		}
		for (const config of configs) {
			const relay = this.#relays.get(config.id);
			if (relay) relay.configure(config);
			else this.#options.tell(this.#add(config).report());
		}
		for (const relay of this.#relays.values()) if (relay.on) this.#switchOffOthers(relay);
	}

	stop(): void {
		for (const relay of this.#relays.values()) relay.stop();
		for (const { timer } of this.#waiting.values()) timer.cancel();
	}

	#add(config: RelayConfig): Relay {
		const { clock, resume, keep, tell } = this.#options;
		const relay = new Relay({
			config,
			clock,
			ended: (relay) => tell(relay.report()),
			keep({ config: { id, powerOn }, on }, end) {
				if (resume || powerOn === PowerOnState.LAST) keep(id, on, end);
			},
		});
		this.#relays.set(config.id, relay);
		return relay;
	}

	/** Of an interlocked group the first one that comes up on is the only one. */
	#comeUp(relay: Relay): void {
		const { resume, lastState } = this.#options;
		const { id, powerOn } = relay.config;
		if (this.#othersOfGroup(relay).some(({ on }) => on)) return;
		if (resume || powerOn === PowerOnState.LAST) {
			const { on, end } = lastState(id);
			relay.comeUpAsItWas(on, end);
		} else if (powerOn === PowerOnState.ON) relay.switch(true, Cause.BOOT);
	}

	/** Makes room for a relay that is to go on; how many ms of dead time are left then. */
	#clearTheWay(relay: Relay): number {
		this.#switchOffOthers(relay);
		const others = this.#othersOfGroup(relay);
		if (others.length === 0) return 0;
		const deadMs = Math.max(relay.config.deadTimeMs, ...others.map(({ config }) => config.deadTimeMs));
		const lastOff = Math.max(...others.map(({ changedAt }) => changedAt));
		return Math.max(0, lastOff + deadMs - this.#options.clock.mono());
	}

	#switchOffOthers(relay: Relay): void {
		for (const other of this.#othersOfGroup(relay)) {
			this.#giveUpWaiting(other);
			if (!other.on) continue;
			other.switch(false, Cause.INTERLOCK);
			this.#options.tell(other.report());
		}
	}

	#othersOfGroup(relay: Relay): Relay[] {
		const { interlockGroup } = relay.config;
		if (interlockGroup === 0) return [];
		return [...this.#relays.values()].filter(
			(other) => other !== relay && other.config.interlockGroup === interlockGroup,
		);
	}

	#goOn(relay: Relay, { commandId, forMs }: SetRelay): void {
		this.#waiting.delete(relay);
		relay.switch(true, Cause.COMMAND, forMs);
		this.#options.tell(relay.report(commandId));
	}

	/** Every command is answered, also one that another took the place of. */
	#giveUpWaiting(relay: Relay): void {
		const waiting = this.#waiting.get(relay);
		if (!waiting) return;
		waiting.timer.cancel();
		this.#waiting.delete(relay);
		this.#options.tell(relay.report(waiting.command.commandId));
	}
}

import { Cause, PowerOnState, type RelayConfig, type SetRelay } from '../../protocol/device_pb.ts';
import type { Clock, Timer } from '../base/clock.ts';

/** Commands remembered, so that one that comes twice is done once. */
const COMMANDS_REMEMBERED = 16;

interface Relay {
	config: RelayConfig;
	on: boolean;
	cause: Cause;
	changedAt: number;
	offAt: number | undefined;
	timer: Timer | undefined;
}

export interface RelayReport {
	relay: number;
	on: boolean;
	cause: Cause;
	commandId: number;
	changedMs: bigint;
	remainingMs: number;
}

/** The relays of a board and their rules: pulse, countdown, longest on-time, power-on state. All without the hub. */
export class Relays {
	#relays = new Map<number, Relay>();
	#commands: number[] = [];
	#clock: Clock;
	#changed: (report: RelayReport) => void;
	#keep: (id: number, on: boolean) => void;
	#resume: boolean;

	constructor(options: {
		configs: RelayConfig[];
		clock: Clock;
		/** true: comes up as it went down, whatever the power-on state; a restart of its process is no loss of power */
		resume: boolean;
		lastState: (id: number) => boolean;
		/** told after every change that no command asked for */
		changed: (report: RelayReport) => void;
		keep: (id: number, on: boolean) => void;
	}) {
		const { configs, clock, resume, lastState, changed, keep } = options;
		this.#resume = resume;
		this.#clock = clock;
		this.#changed = changed;
		this.#keep = keep;
		for (const config of configs) {
			const last = resume || config.powerOn === PowerOnState.LAST;
			const on = last ? lastState(config.id) : config.powerOn === PowerOnState.ON;
			this.#relays.set(config.id, {
				config,
				on: false,
				cause: Cause.BOOT,
				changedAt: clock.mono(),
				offAt: undefined,
				timer: undefined,
			});
			if (on) this.#switch(this.#relays.get(config.id)!, true, Cause.BOOT, 0);
		}
	}

	/** Every relay as it is. */
	reports(): RelayReport[] {
		return [...this.#relays.values()].map((relay) => this.#report(relay, 0));
	}

	/** Acts, unless the command is late or was done already; the report says what is so in any case. */
	command(command: SetRelay, late: boolean): RelayReport | undefined {
		const relay = this.#relays.get(command.relay);
		if (!relay) return undefined;
		if (!late && !this.#commands.includes(command.commandId)) {
			this.#commands = [...this.#commands, command.commandId].slice(-COMMANDS_REMEMBERED);
			this.#switch(relay, command.on, Cause.COMMAND, command.forMs);
		}
		return this.#report(relay, command.commandId);
	}

	/** New rules for the same relays: states stay, new relays begin off. */
	configure(configs: RelayConfig[]): void {
		for (const [id, relay] of this.#relays)
			if (!configs.some((config) => config.id === id)) {
				relay.timer?.cancel();
				this.#relays.delete(id);
			}
		for (const config of configs) {
			const relay = this.#relays.get(config.id);
			if (relay) relay.config = config;
			else
				this.#relays.set(config.id, {
					config,
					on: false,
					cause: Cause.BOOT,
					changedAt: this.#clock.mono(),
					offAt: undefined,
					timer: undefined,
				});
		}
	}

	stop(): void {
		for (const relay of this.#relays.values()) relay.timer?.cancel();
	}

	#switch(relay: Relay, on: boolean, cause: Cause, forMs: number): void {
		relay.timer?.cancel();
		relay.timer = undefined;
		relay.offAt = undefined;
		if (relay.on !== on) relay.changedAt = this.#clock.mono();
		relay.on = on;
		relay.cause = cause;
		if (this.#resume || relay.config.powerOn === PowerOnState.LAST) this.#keep(relay.config.id, on);
		if (!on) return;
		const ends = [
			[relay.config.pulseMs, Cause.PULSE],
			[forMs, Cause.COUNTDOWN],
			[relay.config.maxOnMs, Cause.AUTO_OFF],
		] as const;
		const first = ends.filter(([ms]) => ms > 0).sort(([a], [b]) => a - b)[0];
		if (!first) return;
		const [ms, why] = first;
		relay.offAt = this.#clock.mono() + ms;
		relay.timer = this.#clock.after(ms, () => {
			this.#switch(relay, false, why, 0);
			this.#changed(this.#report(relay, 0));
		});
	}

	#report(relay: Relay, commandId: number): RelayReport {
		const now = this.#clock.mono();
		return {
			relay: relay.config.id,
			on: relay.on,
			cause: relay.cause,
			commandId,
			changedMs: BigInt(Math.round(now - relay.changedAt)),
			remainingMs: relay.offAt === undefined ? 0 : Math.max(1, Math.round(relay.offAt - now)),
		};
	}
}

import {
	Cause,
	type Configure,
	type InputConfig,
	InputMode,
	type ScheduleConfig,
	type SetRelay,
} from '../../protocol/device_pb.ts';
import type { Clock } from '../base/clock.ts';
import { type InputReport, Inputs } from './inputs.ts';
import type { KeptEnd, RelayReport } from './relay.ts';
import { Relays } from './relays.ts';
import { Schedules } from './schedules.ts';
import type { Switches } from './switches.ts';
import { WallClock } from './wall-clock.ts';

/** What a board keeps without power, of what its rules need. */
export interface CoreFlash {
	lastRelay(id: number): { on: boolean; end: KeptEnd | undefined };
	keepRelay(id: number, on: boolean, end: KeptEnd | undefined): void;
	/** POSIX TZ, the one heard of last */
	readonly timeZone: string | undefined;
	keepTimeZone(timeZone: string): void;
}

export interface CoreOptions {
	configure: Configure;
	clock: Clock;
	flash: CoreFlash;
	switches: Switches;
	/** Unix ms, undefined: the board does not know the time */
	now: number | undefined;
	/** relays come up as they were: a restart of the program is no loss of power */
	resume: boolean;
	/** the board knows the time after every boot */
	alwaysKnowsTime: boolean;
	relay: (report: RelayReport) => void;
	input: (report: InputReport) => void;
	/** something worth a line in the hub's log */
	note: (text: string) => void;
}

/**
 * From one boot to the next: all that a board does with its relays, whether there is a hub or not. The rules are those of
 * protocol/vectors/relay-rules.json.
 */
export class Core {
	#options: CoreOptions;
	#wall: WallClock;
	#relays: Relays;
	#inputs: Inputs;
	#schedules: Schedules;

	constructor(options: CoreOptions) {
		const { configure, clock, flash, switches, now, resume, alwaysKnowsTime, relay, input } = options;
		this.#options = options;
		this.#wall = new WallClock(clock, now, flash.timeZone ?? configure.place?.timeZone);
		this.#relays = new Relays({
			configs: configure.relays,
			clock,
			now: () => this.#wall.now,
			resume,
			alwaysKnowsTime,
			lastState: (id) => flash.lastRelay(id),
			keep: (id, on, end) => flash.keepRelay(id, on, end),
			tell: relay,
		});
		this.#inputs = new Inputs({
			configs: configure.inputs,
			clock,
			switches,
			tell: input,
			changed: (config, on) => this.#inputChanged(config, on),
		});
		this.#schedules = new Schedules({
			configs: configure.schedules,
			place: configure.place,
			clock,
			wall: this.#wall,
			run: (schedule) => this.#run(schedule),
		});
	}

	get clockUnset(): boolean {
		return this.#wall.unset;
	}

	relayReports(): RelayReport[] {
		return this.#relays.reports();
	}

	inputReports(): InputReport[] {
		return this.#inputs.reports();
	}

	/** GPIO number → level of the pins that are driven. */
	pins(): Map<number, boolean> {
		return this.#relays.pins();
	}

	/** Answered through `relay`; false: there is no such relay. */
	command(command: SetRelay, late: boolean): boolean {
		return this.#relays.command(command, late);
	}

	/** A configuration that is possible, see why-impossible.ts, and in flash already. */
	configure(configure: Configure): void {
		if (configure.place?.timeZone) this.#setZone(configure.place.timeZone);
		this.#schedules.configure(configure.schedules, configure.place);
		this.#inputs.configure(configure.inputs);
		this.#relays.configure(configure.relays);
	}

	/** What the hub says of the time: Unix ms, and POSIX TZ or empty. */
	setClock(now: number, timeZone: string): void {
		if (timeZone !== '' && this.#setZone(timeZone)) this.#schedules.beginNow();
		if (!this.#wall.set(now)) return;
		this.#relays.learnTime(now);
		this.#schedules.clockSet();
	}

	/** A level at an input pin may have changed. */
	look(pin: number): void {
		this.#inputs.look(pin);
	}

	/** Before a restart that is no loss of power. */
	keepAll(): void {
		this.#relays.keepAll();
	}

	/** Power off. */
	stop(): void {
		this.#relays.stop();
		this.#inputs.stop();
		this.#schedules.stop();
	}

	/** False: nothing new, or no zone. */
	#setZone(timeZone: string): boolean {
		const { flash } = this.#options;
		if (timeZone === flash.timeZone || !this.#wall.setZone(timeZone)) return false;
		flash.keepTimeZone(timeZone);
		return true;
	}

	#inputChanged({ relay, mode }: InputConfig, on: boolean): void {
		if (mode === InputMode.PUSH_BUTTON && on) this.#relays.toggle(relay, Cause.INPUT);
		if (mode === InputMode.TOGGLE) this.#relays.toggle(relay, Cause.INPUT);
		if (mode === InputMode.FOLLOW) this.#relays.act(relay, { on, cause: Cause.INPUT });
	}

	#run({ id, relay, on, forMs }: ScheduleConfig): void {
		this.#options.note(`schedule ${id}: relay ${relay} ${on ? 'on' : 'off'}`);
		this.#relays.act(relay, { on, forMs, cause: Cause.SCHEDULE });
	}
}

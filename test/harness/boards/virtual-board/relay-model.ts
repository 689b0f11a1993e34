import { Cause, type Configure, InputMode, PowerOnState, type RelayConfig } from '../../../../protocol/device_pb.ts';
import type { RelayReport } from './test-board.ts';

/** Without a clock the power counts as lost for this long; running countdowns are written this often. */
const OUTAGE_MS = 10_000;
const MINUTE_MS = 60_000;
const NEVER = Infinity;

interface Waiting {
	at: number;
	cause: Cause;
	forMs: number;
	/** 0: no command waits */
	command: number;
}
interface Relay {
	config: RelayConfig;
	on: boolean;
	cause: Cause;
	onSince: number;
	offSince: number;
	/** the end of a pulse or countdown */
	asked: { at: number; cause: Cause };
	waiting: Waiting | undefined;
	/** it came up while the time was not known; the time may show later that it has been on for longer */
	resumed: boolean;
}
/** What the flash keeps of a relay that is on. */
interface KeptRelay {
	onMs: number;
	leftMs: number;
	cause: Cause;
}
export type ToldByModel = Omit<RelayReport, 'changedMs'>;

/**
 * A second implementation of protocol/README.md, "What a board does by itself": what the firmware must report of its
 * relays, to the millisecond. Of schedules it knows only those at a time of one day.
 */
export class RelayModel {
	#now = 0;
	/** Unix ms minus the model's ms */
	#ahead: number | undefined;
	#configure: Configure;
	#midnight: number;
	#levels = new Map<number, boolean>();
	#relays: Relay[] = [];
	#inputs: { closed: boolean | undefined; latest: boolean; since: number }[] = [];
	#commands: number[] = [];
	#minute: number | undefined;
	/** what is in the flash, and when it was written */
	#kept = { at: 0, unix: undefined as number | undefined, relays: new Map<number, KeptRelay>() };
	#changed = false;
	#bootedAt = 0;
	/** when the flash had been written, if it came up while the time was not known */
	#keptUnix: number | undefined;
	#told: ToldByModel[] = [];

	/** `midnight`: the beginning of the schedules' day, in minutes since 1970. */
	constructor(configure: Configure, unix: number | undefined, midnight: number) {
		this.#configure = configure;
		this.#ahead = unix;
		this.#midnight = midnight;
		this.#boot(false);
	}

	takeTold(): ToldByModel[] {
		return this.#told.splice(0);
	}

	command(id: number, on: boolean, forMs: number, command: number, late: boolean): void {
		const relay = this.#relays.find(({ config }) => config.id === id)!;
		if (relay.waiting?.command === command || late || this.#commands.includes(command)) this.#tell(relay, command);
		else {
			this.#commands = [...this.#commands, command].slice(-16);
			this.#request(relay, on, Cause.COMMAND, forMs, command);
		}
		this.#settle();
	}

	level(pin: number, high: boolean): void {
		this.#levels.set(pin, high);
		this.#settle();
	}

	setClock(unix: number): void {
		this.#ahead = unix - this.#now;
		const more = unix - (this.#keptUnix ?? 0) - (OUTAGE_MS + this.#now - this.#bootedAt);
		for (const relay of this.#relays) {
			const ends = this.#endOf(relay).at !== NEVER;
			this.#changed ||= ends && comesUpAsItWas(relay);
			const isLonger = relay.resumed && more > 0 && ends;
			relay.resumed = false;
			if (!isLonger) continue;
			relay.onSince -= more;
			relay.asked.at -= more;
			this.#changed = true;
			if (this.#endOf(relay).at > this.#now) this.#tell(relay);
		}
		this.#settle();
	}

	comeBack(what: 'power loss' | 'reboot', offMs: number, clockKept: boolean): void {
		if (what === 'reboot') this.#keep();
		this.#now += offMs;
		if (!clockKept) this.#ahead = undefined;
		this.#boot(what === 'reboot');
	}

	advance(ms: number): void {
		for (const end = this.#now + ms; ; this.#settle()) {
			const due = this.#nextDue();
			this.#now = Math.min(due, end);
			if (due > end) return;
		}
	}

	get #unix(): number | undefined {
		return this.#ahead === undefined ? undefined : this.#ahead + this.#now;
	}

	#nextDue(): number {
		const inputs = this.#inputs.map(({ closed, latest, since }, i) =>
			closed === latest ? NEVER : since + this.#configure.inputs[i]!.debounceMs,
		);
		const relays = this.#relays.flatMap((relay) => [relay.waiting?.at ?? NEVER, this.#endOf(relay).at]);
		const minute = this.#unix === undefined ? NEVER : this.#now + MINUTE_MS - (this.#unix % MINUTE_MS);
		return Math.min(...inputs, ...relays, minute, this.#countsDown() ? this.#kept.at + OUTAGE_MS : NEVER);
	}

	/** Does all that is due now. */
	#settle(): void {
		this.#settleInputs();
		for (const relay of this.#relays) {
			const { waiting } = relay;
			if (waiting && waiting.at <= this.#now) {
				relay.waiting = undefined;
				this.#become(relay, true, waiting.cause, waiting.forMs);
				this.#tell(relay, waiting.command);
			}
			const end = this.#endOf(relay);
			if (end.at > this.#now) continue;
			this.#become(relay, false, end.cause);
			this.#tell(relay);
		}
		this.#runSchedules();
		if (this.#changed || (this.#countsDown() && this.#now >= this.#kept.at + OUTAGE_MS)) this.#keep();
	}

	#settleInputs(): void {
		for (const [i, input] of this.#inputs.entries()) {
			const config = this.#configure.inputs[i]!;
			const closed = this.#isClosed(i);
			if (closed !== input.latest) Object.assign(input, { latest: closed, since: this.#now });
			if (this.#now - input.since < config.debounceMs || input.closed === closed) continue;
			const isFirst = input.closed === undefined;
			input.closed = closed;
			const relay = this.#relays.find(({ config: { id } }) => id === config.relay)!;
			if (isFirst || config.mode === InputMode.DETACHED) continue;
			if (config.mode === InputMode.FOLLOW) this.#request(relay, closed, Cause.INPUT);
			else if (closed || config.mode === InputMode.TOGGLE)
				this.#request(relay, !relay.on && !relay.waiting, Cause.INPUT);
		}
	}

	#runSchedules(): void {
		const minute = this.#unix === undefined ? undefined : Math.floor(this.#unix / MINUTE_MS);
		const before = this.#minute;
		this.#minute = minute;
		if (minute === undefined || before === undefined || minute <= before) return;
		for (const schedule of this.#configure.schedules) {
			const relay = this.#relays.find(({ config }) => config.id === schedule.relay)!;
			if (this.#midnight + schedule.minutes === minute)
				this.#request(relay, schedule.on, Cause.SCHEDULE, schedule.forMs);
		}
	}

	#isClosed(index: number): boolean {
		const { pin, activeLow, pullUp } = this.#configure.inputs[index]!;
		return (this.#levels.get(pin) ?? (activeLow || pullUp)) !== activeLow;
	}

	#boot(asItWas: boolean): void {
		const { unix } = this.#kept;
		const isKnown = unix !== undefined && this.#unix !== undefined;
		const away = isKnown ? Math.max(0, this.#unix! - unix) : OUTAGE_MS;
		this.#keptUnix = isKnown ? undefined : unix;
		this.#bootedAt = this.#now;
		this.#commands = [];
		const asked = { at: NEVER, cause: Cause.UNSPECIFIED };
		const off = { on: false, cause: Cause.BOOT, onSince: 0, offSince: this.#now, waiting: undefined, resumed: false };
		this.#relays = this.#configure.relays.map((config) => ({ config, ...off, asked: { ...asked } }));
		for (const relay of this.#relays) this.#comeUp(relay, asItWas, away);
		const unseen = { closed: undefined, since: this.#now };
		this.#inputs = this.#configure.inputs.map((_, i) => ({ ...unseen, latest: this.#isClosed(i) }));
		this.#minute = undefined;
		this.#runSchedules();
		this.#keep();
		this.#told = [];
	}

	#comeUp(relay: Relay, asItWas: boolean, away: number): void {
		if (this.#rivalsOf(relay).some((other) => other.on || other.waiting)) return;
		if (asItWas || comesUpAsItWas(relay)) {
			const kept = this.#kept.relays.get(relay.config.id);
			if (!kept) return;
			relay.on = true;
			relay.onSince = this.#now - away - kept.onMs;
			if (kept.leftMs < NEVER) relay.asked = { at: this.#now - away + kept.leftMs, cause: kept.cause };
			const end = this.#endOf(relay);
			if (end.at <= this.#now) this.#become(relay, false, end.cause);
			else relay.resumed = this.#keptUnix !== undefined;
		} else if (relay.config.powerOn === PowerOnState.ON) {
			const dead = this.#deadTimeOf(relay);
			if (dead === 0) this.#become(relay, true, Cause.BOOT);
			else relay.waiting = { at: this.#now + dead, cause: Cause.BOOT, forMs: 0, command: 0 };
		}
	}

	#request(relay: Relay, on: boolean, cause: Cause, forMs = 0, command = 0): void {
		this.#giveUp(relay);
		const at = on && !relay.on ? this.#clearTheWay(relay) : 0;
		if (at > this.#now) relay.waiting = { at, cause, forMs, command };
		else this.#become(relay, on, cause, forMs);
		this.#tell(relay, command);
	}

	/** Switches the others of its group off; returns when it may go on. */
	#clearTheWay(relay: Relay): number {
		const rivals = this.#rivalsOf(relay);
		for (const other of rivals) {
			this.#giveUp(other);
			if (!other.on) continue;
			this.#become(other, false, Cause.INTERLOCK);
			this.#tell(other);
		}
		return Math.max(0, ...rivals.map(({ offSince }) => offSince + this.#deadTimeOf(relay)));
	}

	#giveUp(relay: Relay): void {
		const { waiting } = relay;
		relay.waiting = undefined;
		if (waiting?.command) this.#tell(relay, waiting.command);
	}

	#become(relay: Relay, on: boolean, cause: Cause, forMs = 0): void {
		if (relay.on !== on) relay[on ? 'onSince' : 'offSince'] = this.#now;
		const pulse = { at: this.#now + (relay.config.pulseMs || NEVER), cause: Cause.PULSE };
		const countdown = { at: this.#now + (forMs || NEVER), cause: Cause.COUNTDOWN };
		const asked = countdown.at < pulse.at ? countdown : pulse;
		relay.resumed &&= on;
		Object.assign(relay, { on, cause, asked: on ? asked : { at: NEVER, cause: Cause.UNSPECIFIED } });
		this.#changed ||= comesUpAsItWas(relay);
	}

	#endOf({ on, asked, onSince, config }: Relay): { at: number; cause: Cause } {
		const longest = { at: onSince + (config.maxOnMs || NEVER), cause: Cause.AUTO_OFF };
		if (!on) return { at: NEVER, cause: Cause.UNSPECIFIED };
		return asked.at <= longest.at ? asked : longest;
	}

	#rivalsOf(relay: Relay): Relay[] {
		const { interlockGroup: group } = relay.config;
		return this.#relays.filter((other) => group !== 0 && other !== relay && other.config.interlockGroup === group);
	}

	#deadTimeOf(relay: Relay): number {
		const rivals = this.#rivalsOf(relay);
		return rivals.length && Math.max(...[relay, ...rivals].map(({ config }) => config.deadTimeMs));
	}

	#countsDown(): boolean {
		return this.#relays.some((relay) => comesUpAsItWas(relay) && this.#endOf(relay).at !== NEVER);
	}

	#keep(): void {
		const relays = new Map<number, KeptRelay>();
		for (const { on, config, onSince, asked } of this.#relays) {
			const leftMs = Math.max(0, asked.at - this.#now);
			if (on) relays.set(config.id, { onMs: this.#now - onSince, leftMs, cause: asked.cause });
		}
		this.#kept = { at: this.#now, unix: this.#unix, relays };
		this.#changed = false;
	}

	#tell(relay: Relay, commandId = 0): void {
		const { config, on, cause, waiting } = relay;
		const end = this.#endOf(relay).at;
		const isWaiting = waiting && (commandId === 0 || commandId === waiting.command);
		this.#told.push({
			...{ relay: config.id, on, cause, commandId },
			remainingMs: end === NEVER ? 0 : Math.max(1, end - this.#now),
			waitingMs: isWaiting ? Math.max(1, waiting.at - this.#now) : 0,
		});
	}
}

function comesUpAsItWas({ config }: Relay): boolean {
	return config.powerOn === PowerOnState.LAST;
}

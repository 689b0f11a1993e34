import { RELAYS, type RelayId } from './script.ts';

/** The pins of relays `off` and `on`, and the two between which relay `last` is moved; all are active high. */
export const PIN = { off: 14, on: 12, last: [5, 4] } as const;

/** How much later than the hub's answer the board's line may be read, on a busy machine. */
const HEARD_MS = 2_000;
/** How long a board may take to write a relay's change to its flash, on a busy machine. */
const WRITTEN_MS = 1_000;

interface MoveCause {
	relay: RelayId;
	on: boolean;
	/** the move cannot come before or after these; monotonic */
	from: number;
	until: number;
	/** the hub has not answered yet: it may still be about to send the command */
	open: boolean;
	/** it is not a command, but the end of one (a countdown) */
	ends: boolean;
}

/** Follows a board's pins, line by line. A move without a cause is a complaint. */
export class Pins {
	readonly complaints: string[] = [];
	/** the pins where relay `last` may be: two while a configuration is on its way */
	lastPins = new Set<number>([PIN.last[0]]);
	/** how often it got power back or crashed */
	starts = 0;
	#pin: number = PIN.last[0];
	#states = new Map<RelayId, boolean>(Object.values(RELAYS).map((relay) => [relay, false]));
	#starting = new Set<RelayId>();
	#causes: MoveCause[] = [];
	#lostAt = 0;
	#moved: { relay: RelayId; before: boolean; at: number }[] = [];

	state(relay: RelayId): boolean {
		return this.#states.get(relay)!;
	}

	/** The pin of relay `last`. */
	get lastPin(): number {
		return this.#pin;
	}

	/** Whether all relays have been set since the power came back. */
	get hasStarted(): boolean {
		return this.#starting.size === 0;
	}

	/** A command is on its way: it may move the relay once, now or never. */
	commanded(relay: RelayId, on: boolean): MoveCause {
		return this.#add({ relay, on, from: performance.now(), until: Infinity, open: true, ends: false });
	}

	/** The relay will go off by itself, not before `ms` have passed. */
	endsIn(relay: RelayId, ms: number): MoveCause {
		return this.#add({ relay, on: false, from: performance.now() + ms, until: Infinity, open: true, ends: true });
	}

	/** The hub has answered, or given up: the board has acted by now, or never will. */
	answered(...causes: (MoveCause | undefined)[]): void {
		for (const cause of causes) {
			if (!cause) continue;
			cause.open = false;
			if (!cause.ends) cause.until = performance.now() + HEARD_MS;
		}
	}

	/** Drops these causes: the board was never told. */
	cancel(...causes: (MoveCause | undefined)[]): void {
		this.#causes = this.#causes.filter((cause) => !causes.includes(cause));
	}

	/**
	 * A newer command replaces what would have switched this relay off; lines that are on their way still count. `but`
	 * stays.
	 */
	endsNoMore(relay: RelayId, but?: MoveCause): void {
		for (const cause of this.#causes)
			if (cause !== but && cause.relay === relay && cause.ends) cause.until = performance.now() + HEARD_MS;
	}

	/**
	 * The power is back, which was lost at `lostAt` (monotonic). What the hub sent before does not reach the board any
	 * more.
	 */
	powerOn(lostAt: number): void {
		this.#lostAt = lostAt;
		this.starts++;
		this.#starting = new Set(Object.values(RELAYS));
		// The countdown of relay `last` went on without power, and may be over at once when the clock comes.
		const goesOn = ({ relay, ends }: MoveCause) => relay === RELAYS.last && ends;
		this.#causes = this.#causes.filter((cause) => cause.open || goesOn(cause));
		for (const cause of this.#causes) if (goesOn(cause)) cause.from = 0;
	}

	/** Takes a line that the board said. */
	line(text: string): void {
		if (text === 'a crash') return this.#crashes();
		const said = /^pin (\d+) is (high|low)$/.exec(text);
		if (!said) return;
		const pin = Number(said[1]);
		const on = said[2] === 'high';
		const relay = pin === PIN.off ? RELAYS.off : pin === PIN.on ? RELAYS.on : RELAYS.last;
		if (relay === RELAYS.last && !this.lastPins.has(pin)) this.complaints.push(`${text}: it is no relay's`);
		if (this.#starting.delete(relay)) this.#comesUp(relay, on, text);
		else if (relay === RELAYS.last && pin !== this.#pin) {
			if (on !== this.state(relay)) this.complaints.push(`${text}: the relay was moved to another pin, not switched`);
		} else if (on !== this.state(relay)) this.#moves(relay, on, text);
		if (relay === RELAYS.last) this.#pin = pin;
	}

	/**
	 * A crash counts as a loss of power for relays with a fixed power-on state; pins that do not change print no line.
	 */
	#crashes(): void {
		this.starts++;
		const from = performance.now();
		for (const [relay, on] of [[RELAYS.off, false] as const, [RELAYS.on, true] as const])
			this.#add({ relay, on, from, until: from + HEARD_MS, open: false, ends: false });
	}

	#comesUp(relay: RelayId, on: boolean, text: string): void {
		const before = this.state(relay);
		const rule = { [RELAYS.off]: [false], [RELAYS.on]: [true], [RELAYS.last]: this.#lastStates() }[relay];
		if (!rule.includes(on)) this.complaints.push(`${text} when the power came back: it was to be ${rule.join(' or ')}`);
		this.#states.set(relay, on);
		if (on !== before) this.#note(relay, before);
	}

	/**
	 * The states that relay `last` may have after a power loss: as it was, as before if that was not written yet, or
	 * off if its time ran out.
	 */
	#lastStates(): boolean[] {
		const since = this.#lostAt - WRITTEN_MS;
		const before = this.#moved.filter(({ relay, at }) => relay === RELAYS.last && at >= since);
		const isOver = this.#causes.some(({ relay, ends }) => relay === RELAYS.last && ends);
		return [this.state(RELAYS.last), ...before.map((move) => move.before), ...(isOver ? [false] : [])];
	}

	#moves(relay: RelayId, on: boolean, text: string): void {
		const now = performance.now();
		const cause = this.#causes.find(
			(one) => one.relay === relay && one.on === on && one.from <= now && now <= one.until,
		);
		if (!cause) this.complaints.push(`${text}: nobody and nothing has moved relay ${relay}`);
		this.cancel(cause);
		this.#note(relay, !on);
		this.#states.set(relay, on);
	}

	#note(relay: RelayId, before: boolean): void {
		this.#moved.push({ relay, before, at: performance.now() });
	}

	#add(cause: MoveCause): MoveCause {
		this.#causes.push(cause);
		return cause;
	}
}

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Cause, InputMode, PowerOnState, type RelayConfig } from '../../protocol/device_pb.ts';
import type { RelayReport } from './relay.ts';
import { TestBoard } from './test-board.ts';

const RUNS = 200;
/** MOORING_SEED=123 runs the same sequences again. */
const SEED = Number(process.env.MOORING_SEED ?? Date.now() % 2 ** 31);
const START = Date.UTC(2026, 0, 5, 5, 58);
const ZONE = 'CET-1CEST,M3.5.0,M10.5.0/3';
/** On-times are written in whole ms. */
const ROUNDING_MS = 5;
/** Time goes on in steps this long, each looked at; one in which a relay changes is not counted as on. */
const STEP_MS = 100;
const LONGEST_DEAD_MS = 900;

const relay = fc.record({
	activeLow: fc.boolean(),
	powerOn: fc.constantFrom(PowerOnState.OFF, PowerOnState.ON, PowerOnState.LAST, PowerOnState.LAST),
	maxOnMs: fc.constantFrom(0, 3_000, 15_000, 45_000),
	pulseMs: fc.constantFrom(0, 0, 0, 700, 12_000),
	interlockGroup: fc.constantFrom(0, 1, 1),
	deadTimeMs: fc.constantFrom(0, 300, LONGEST_DEAD_MS),
});
const mode = fc.constantFrom(InputMode.PUSH_BUTTON, InputMode.TOGGLE, InputMode.FOLLOW, InputMode.DETACHED);
const step = fc.oneof(
	fc.record({
		do: fc.constant('command' as const),
		relay: fc.integer({ min: 1, max: 3 }),
		on: fc.boolean(),
		forMs: fc.constantFrom(0, 0, 2_000, 20_000),
		late: fc.constantFrom(false, false, false, true),
		again: fc.boolean(),
	}),
	fc.record({ do: fc.constant('switch' as const), pin: fc.constantFrom(12, 13), high: fc.boolean() }),
	fc.record({ do: fc.constant('wait' as const), ms: fc.constantFrom(20, 100, 400, 1_000, 5_000, 20_000) }),
	fc.record({
		do: fc.constant('power loss' as const),
		offMs: fc.constantFrom(50, 3_000, 20_000, 100_000),
		clockKept: fc.boolean(),
	}),
	fc.record({ do: fc.constant('reboot' as const), offMs: fc.constantFrom(50, 2_000), clockKept: fc.boolean() }),
	fc.record({ do: fc.constant('clock' as const) }),
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** What must be so whatever happens, told apart from how the board brings it about. */
class Household {
	readonly board: TestBoard;
	#configs: RelayConfig[];
	#commands = 0;
	/** commands of this boot that were answered, but are held back */
	#heldBack = new Set<number>();
	#on = new Map<number, boolean>();
	/** of each relay: how long it has been on, power losses with a clock included, ms */
	#onMs = new Map<number, number>();
	/** of each relay that came up as it was: how long it was without power, where the board knew the time only before */
	#unknownMs = new Map<number, number>();
	#clockKnown: boolean;

	constructor(board: TestBoard, clockKnown: boolean) {
		this.board = board;
		this.#configs = board.configuration.relays;
		this.#clockKnown = clockKnown;
		this.look();
	}

	do(step: Step): void {
		switch (step.do) {
			case 'command': {
				const commandId = step.again && this.#commands > 0 ? this.#commands : ++this.#commands;
				const { relay, on, forMs, late } = step;
				expect(this.board.command({ relay, on, forMs, commandId }, late)).toBe(true);
				expect(this.look().map((report) => report.commandId)).toContain(commandId);
				return;
			}
			case 'switch':
				this.board.level(step.pin, step.high);
				break;
			case 'wait':
				return this.wait(step.ms);
			case 'power loss':
			case 'reboot':
				return this.#power(step);
			case 'clock':
				for (const [id, ms] of this.#unknownMs) this.#onMs.set(id, this.#onMsOf(id) + ms);
				this.#unknownMs.clear();
				this.#clockKnown = true;
				this.board.setClock(START + this.board.clock.mono());
		}
		this.look();
	}

	wait(ms: number): void {
		for (let left = ms; left > 0; left -= STEP_MS) {
			const passed = Math.min(left, STEP_MS);
			const before = new Map(this.#on);
			this.board.clock.advance(passed);
			const reports = this.board.takeReports();
			for (const [id, on] of before)
				if (on && !reports.some((report) => report.relay === id)) this.#onMs.set(id, this.#onMsOf(id) + passed);
			this.#take(reports);
			this.#holds();
		}
	}

	/** Takes what the board said, and looks at it. */
	look(): RelayReport[] {
		const reports = this.board.takeReports();
		this.#take(reports);
		this.#holds();
		return reports;
	}

	/** Every command of this boot has its last answer. */
	allAnswered(): void {
		this.wait(2 * LONGEST_DEAD_MS);
		expect([...this.#heldBack]).toEqual([]);
	}

	#take(reports: RelayReport[]): void {
		for (const report of reports) {
			this.#on.set(report.relay, report.on);
			if (!report.on) this.#unknownMs.delete(report.relay);
			if (report.commandId !== 0 && report.waitingMs > 0) this.#heldBack.add(report.commandId);
			if (report.commandId !== 0 && report.waitingMs === 0) this.#heldBack.delete(report.commandId);
			this.#notTogether(this.#on);
		}
	}

	#holds(): void {
		const now = new Map(this.board.core.relayReports().map(({ relay, on }) => [relay, on]));
		for (const [id, on] of this.#on) expect(now.get(id), `relay ${id} is as it told`).toBe(on);
		this.#on = now;
		this.#notTogether(now);
		for (const { id, pin, activeLow, maxOnMs } of this.#configs) {
			expect(this.board.core.pins().get(pin)).toBe(now.get(id) !== activeLow);
			if (!now.get(id)) this.#onMs.set(id, 0);
			if (maxOnMs > 0) expect(this.#onMsOf(id), `ms on of relay ${id}`).toBeLessThanOrEqual(maxOnMs + ROUNDING_MS);
		}
	}

	#onMsOf(id: number): number {
		return this.#onMs.get(id) ?? 0;
	}

	#notTogether(on: Map<number, boolean>): void {
		const together = this.#configs.filter(({ id, interlockGroup }) => interlockGroup === 1 && on.get(id));
		expect(together.length, 'interlocked relays that are on').toBeLessThanOrEqual(1);
	}

	#power({ do: what, offMs, clockKept }: Step & { do: 'power loss' | 'reboot' }): void {
		const before = this.#on;
		const knew = this.#clockKnown;
		if (what === 'reboot') this.board.reboot(offMs, clockKept);
		else this.board.losePower(offMs, clockKept);
		this.#clockKnown &&= clockKept;
		this.#heldBack.clear();
		expect(this.board.takeReports(), 'nothing is told of a boot').toEqual([]);
		if (this.#clockKnown) this.#onMs.forEach((ms, id) => this.#onMs.set(id, ms + offMs));
		this.#unknownMs.clear();
		this.#on = new Map();
		const group = this.#configs.filter(({ interlockGroup }) => interlockGroup === 1).length;
		for (const { relay: id, on, cause } of this.board.core.relayReports()) {
			const { powerOn, interlockGroup, maxOnMs, pulseMs } = this.#configs.find((config) => config.id === id)!;
			const asItWas = what === 'reboot' || powerOn === PowerOnState.LAST;
			if (asItWas && !before.get(id)) expect(on, `relay ${id} was off`).toBe(false);
			if (!asItWas && powerOn === PowerOnState.OFF) expect(on, `relay ${id} is off at power-on`).toBe(false);
			const free = interlockGroup === 0 || group === 1;
			if (!asItWas && powerOn === PowerOnState.ON && free) expect(on, `relay ${id} is on at power-on`).toBe(true);
			if (!asItWas && on) this.#onMs.set(id, 0);
			if (asItWas && on && knew && !this.#clockKnown) this.#unknownMs.set(id, offMs);
			const endless = maxOnMs === 0 && pulseMs === 0 && free;
			// A countdown may have run out: then it says so.
			if (asItWas && before.get(id) && endless && !on) expect(cause, `cause of relay ${id}`).not.toBe(Cause.BOOT);
		}
		this.#holds();
	}
}

it(`the rules hold in any household (MOORING_SEED=${SEED})`, () => {
	fc.assert(
		fc.property(
			fc.tuple(relay, relay, relay),
			fc.tuple(mode, mode),
			fc.boolean(),
			fc.array(step, { minLength: 5, maxLength: 40 }),
			(relays, [first, second], clockKnown, steps) => {
				const board = new TestBoard(
					{
						relays: relays.map((config, index) => ({ ...config, id: index + 1, pin: index + 1 })),
						inputs: [
							{ id: 1, pin: 12, mode: first, relay: 1, debounceMs: 30 },
							{ id: 2, pin: 13, mode: second, relay: 2, debounceMs: 30, activeLow: true },
						],
						schedules: [
							{ id: 1, relay: 3, on: true, weekdays: 127, minutes: 419, forMs: 4_000 },
							{ id: 2, relay: 1, on: true, weekdays: 127, minutes: 420 },
						],
						place: { timeZone: ZONE },
					},
					clockKnown ? START : undefined,
				);
				const household = new Household(board, clockKnown);
				for (const each of steps) household.do(each);
				household.allAnswered();
			},
		),
		{ numRuns: RUNS, seed: SEED },
	);
}, 60_000);

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Cause, InputMode, PowerOnState, type RelayConfig } from '../../protocol/device_pb.ts';
import { RelayModel } from '../../test/harness/boards/virtual-board/relay-model.ts';
import { type RelayReport, TestBoard } from '../../test/harness/boards/virtual-board/test-board.ts';

const RUNS = 200;
/** MOORING_SEED=123 runs the same sequences again. */
const SEED = Number(process.env.MOORING_SEED ?? Date.now() % 2 ** 31);
const START = Date.UTC(2026, 0, 5, 5, 58);
const MINUTE_MS = 60_000;
const ZONE = 'CET-1CEST,M3.5.0,M10.5.0/3';
/** On-times are written in whole ms. */
const ROUNDING_MS = 5;
/** Time advances in checked steps of this length; one in which a relay changes is not counted as on. */
const STEP_MS = 100;
/** What the clock shows in ZONE at START, minutes of the day. */
const FIRST_MINUTE = 418;
const LONGEST_DEAD_MS = 900;
const LONGEST_ON_MS = 45_000;

const relay = fc.record({
	activeLow: fc.boolean(),
	powerOn: fc.constantFrom(PowerOnState.OFF, PowerOnState.ON, PowerOnState.LAST, PowerOnState.LAST, PowerOnState.LAST),
	maxOnMs: fc.constantFrom(0, 3_000, 15_000, 25_000, LONGEST_ON_MS),
	pulseMs: fc.constantFrom(0, 0, 0, 0, 0, 700, 12_000),
	interlockGroup: fc.constantFrom(0, 1, 1),
	deadTimeMs: fc.constantFrom(0, 300, LONGEST_DEAD_MS),
});
const mode = fc.constantFrom(InputMode.PUSH_BUTTON, InputMode.TOGGLE, InputMode.FOLLOW, InputMode.DETACHED);
const step = fc.oneof(
	{
		weight: 4,
		arbitrary: fc.record({
			do: fc.constant('command' as const),
			relay: fc.integer({ min: 1, max: 3 }),
			on: fc.constantFrom(true, true, false),
			forMs: fc.constantFrom(0, 0, 0, 2_000, 20_000),
			late: fc.constantFrom(false, false, false, true),
			again: fc.constantFrom(false, false, false, true),
		}),
	},
	{
		weight: 1,
		arbitrary: fc.record({
			do: fc.constant('switch' as const),
			pin: fc.constantFrom(12, 13),
			high: fc.boolean(),
		}),
	},
	{
		weight: 4,
		arbitrary: fc.record({
			do: fc.constant('wait' as const),
			ms: fc.constantFrom(20, 100, 400, 2_000, 9_000, 20_000),
		}),
	},
	{
		weight: 2,
		arbitrary: fc.record({
			do: fc.constantFrom('power loss' as const, 'power loss' as const, 'reboot' as const),
			offMs: fc.constantFrom(50, 3_000, 20_000, 100_000),
			clockKept: fc.boolean(),
		}),
	},
	{ weight: 1, arbitrary: fc.record({ do: fc.constant('clock' as const) }) },
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** Called a million times, where `expect` would be too slow. */
function must(holds: boolean, otherwise: string): void {
	if (!holds) throw new Error(otherwise);
}

/** What must always hold, independent of how the board is implemented. */
class Household {
	readonly board: TestBoard;
	/** an independent implementation of the rules */
	readonly #model: RelayModel;
	#configs: RelayConfig[];
	#commands = 0;
	/** of each relay: the command of this boot that was answered, but is held back */
	#heldBack = new Map<number, number>();
	#on = new Map<number, boolean>();
	/** of each relay: how long it has been on, power losses with a clock included, ms */
	#onMs = new Map<number, number>();
	/** of each relay that came up as it was: how long it was without power, where the board knew the time only before */
	#unknownMs = new Map<number, number>();
	#clockKnown: boolean;

	constructor(board: TestBoard, clockKnown: boolean) {
		this.board = board;
		this.#model = new RelayModel(board.configuration, clockKnown ? START : undefined, START / MINUTE_MS - FIRST_MINUTE);
		for (const { id } of board.configuration.relays) this.#on.set(id, false);
		for (const { relay, on } of board.atBoot) this.#on.set(relay, on);
		this.#configs = board.configuration.relays;
		this.#clockKnown = clockKnown;
		this.look();
	}

	do(step: Step): void {
		switch (step.do) {
			case 'command': {
				const commandId = step.again && this.#commands > 0 ? this.#commands : ++this.#commands;
				const { relay, on, forMs, late } = step;
				this.board.command({ relay, on, forMs, commandId }, late);
				// The firmware sees a late command a millisecond later.
				if (late) this.#model.advance(1);
				this.#model.command(relay, on, forMs, commandId, late);
				expect(this.look().map((report) => report.commandId)).toContain(commandId);
				return;
			}
			case 'switch':
				this.board.level(step.pin, step.high);
				this.#model.level(step.pin, step.high);
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
				this.#model.setClock(START + this.board.clock.mono());
		}
		this.look();
	}

	wait(ms: number): void {
		for (let left = ms; left > 0; left -= STEP_MS) {
			const passed = Math.min(left, STEP_MS);
			const before = new Map(this.#on);
			this.board.clock.advance(passed);
			this.#model.advance(passed);
			const reports = this.board.takeReports();
			for (const [id, on] of before)
				if (on && !reports.some((report) => report.relay === id)) this.#onMs.set(id, this.#onMsOf(id) + passed);
			this.#take(reports);
			this.#holds();
		}
	}

	/** Takes the board's reports and checks them. */
	look(): RelayReport[] {
		const reports = this.board.takeReports();
		this.#take(reports);
		this.#holds();
		return reports;
	}

	/** Waits until everything has ended; then every command of this boot must have its last answer. */
	comeToRest(): void {
		this.wait(LONGEST_ON_MS + LONGEST_DEAD_MS);
		expect([...this.#heldBack.values()]).toEqual([]);
	}

	#take(reports: RelayReport[]): void {
		const told = this.#model.takeTold();
		if (reports.length > 0 || told.length > 0)
			expect(reports.map(({ changedMs: _, ...report }) => report)).toEqual(told);
		for (const report of reports) {
			this.#on.set(report.relay, report.on);
			if (!report.on) {
				// It may be on again in the same moment, by a schedule.
				this.#onMs.set(report.relay, 0);
				this.#unknownMs.delete(report.relay);
			}
			const { relay, commandId, waitingMs } = report;
			const held = this.#heldBack.get(relay);
			if (commandId !== 0 && waitingMs > 0) {
				expect([undefined, commandId], 'one is held back, and the one before was answered').toContain(held);
				this.#heldBack.set(relay, commandId);
			} else if (commandId !== 0 && commandId === held) this.#heldBack.delete(relay);
			this.#notTogether(this.#on);
		}
	}

	#holds(): void {
		const now = this.#on;
		this.#notTogether(now);
		const pins = this.board.pins.outputs;
		for (const { id, pin, activeLow, maxOnMs } of this.#configs) {
			must(pins.get(pin) === (now.get(id) !== activeLow), `the pin of relay ${id} is not as it is`);
			if (!now.get(id)) this.#onMs.set(id, 0);
			const onMs = this.#onMsOf(id);
			must(maxOnMs === 0 || onMs <= maxOnMs + ROUNDING_MS, `relay ${id} is on for ${onMs} ms of ${maxOnMs}`);
		}
	}

	#onMsOf(id: number): number {
		return this.#onMs.get(id) ?? 0;
	}

	#notTogether(on: Map<number, boolean>): void {
		const together = this.#configs.filter(({ id, interlockGroup }) => interlockGroup === 1 && on.get(id));
		must(together.length <= 1, 'two interlocked relays are on');
	}

	#power({ do: what, offMs, clockKept }: Step & { do: 'power loss' | 'reboot' }): void {
		const before = this.#on;
		const knew = this.#clockKnown;
		if (what === 'reboot') this.board.reboot(offMs, clockKept);
		else this.board.losePower(offMs, clockKept);
		this.#model.comeBack(what, offMs, clockKept);
		this.#clockKnown &&= clockKept;
		this.#heldBack.clear();
		expect(this.board.takeReports(), 'nothing is told of a boot').toEqual([]);
		if (this.#clockKnown) this.#onMs.forEach((ms, id) => this.#onMs.set(id, ms + offMs));
		this.#unknownMs.clear();
		this.#on = new Map();
		const group = this.#configs.filter(({ interlockGroup }) => interlockGroup === 1).length;
		for (const { relay: id, on, cause } of this.board.atBoot) {
			this.#on.set(id, on);
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
			fc.array(step, { minLength: 5, maxLength: 30, size: 'max' }),
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
				household.comeToRest();
				board.powerOff();
			},
		),
		{ numRuns: RUNS, seed: SEED },
	);
}, 120_000);

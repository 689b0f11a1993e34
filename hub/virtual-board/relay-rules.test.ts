import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fromJson } from '@bufbuild/protobuf';
import { describe, expect, it, onTestFinished } from 'vitest';
import {
	Cause,
	ConfigureSchema,
	InputMode,
	PowerOnState,
	ScheduleEvent,
	ScheduleWhen,
	SensorType,
} from '../../protocol/device_pb.ts';
import { TestBoard } from '../../test/harness/boards/virtual-board/test-board.ts';

interface Report {
	relay: number;
	on: boolean;
	cause: keyof typeof Cause;
	command_id?: number;
	remaining_ms?: number;
	waiting_ms?: number;
}

interface Expected {
	reports?: Report[];
	states?: Report[];
	inputs?: { input: number; on: boolean }[];
	pins?: Record<string, 0 | 1 | null>;
	clock_unset?: boolean;
	refused?: boolean;
}

type Levels = Record<string, 0 | 1>;
type Things = Record<string, unknown>;

type Act =
	| { do: 'nothing' }
	| { do: 'set_relay'; relay: number; on: boolean; for_ms?: number; command_id: number; late?: boolean }
	| { do: 'level'; pin: number; high: boolean }
	| { do: 'configure'; configure: Things }
	| { do: 'clock_set'; unix_ms: number; time_zone?: string }
	| { do: 'power_loss' | 'reboot'; off_ms: number; clock_kept: boolean; levels?: Levels };

type Step = Act & { at_ms: number; expect: Expected; after_power_loss?: Expected };

interface Case {
	name: string;
	clock_ms?: number;
	levels?: Levels;
	configure: Things;
	steps: Step[];
}

const FILE = join(import.meta.dirname, '..', '..', 'protocol', 'vectors', 'relay-rules.json');
const { cases } = JSON.parse(readFileSync(FILE, 'utf8')) as { cases: Case[] };

/** As the format in the file has it. */
const TOLERANCE_MS = 20;
const CUT_MS = 5_000;
const WAIT_AFTER_CUT_MS = 1_000;

/** The words of the file to those of protobuf's JSON. */
function configureOf(configure: Things) {
	const prefixed = (prefix: string, all: object, word: unknown) => {
		expect(Object.keys(all)).toContain(word);
		return `${prefix}_${word as string}`;
	};
	const enums: Record<string, (word: unknown) => string> = {
		power_on: (word) => prefixed('POWER_ON_STATE', PowerOnState, word),
		mode: (word) => prefixed('INPUT_MODE', InputMode, word),
		event: (word) => prefixed('SCHEDULE_EVENT', ScheduleEvent, word),
		when: (word) => prefixed('SCHEDULE_WHEN', ScheduleWhen, word),
		type: (word) => prefixed('SENSOR_TYPE', SensorType, word),
	};
	const json = JSON.parse(
		JSON.stringify(configure, (key, value: unknown) =>
			enums[key] && typeof value === 'string' ? enums[key](value) : value,
		),
	) as Parameters<typeof fromJson>[1];
	return fromJson(ConfigureSchema, json);
}

function begin({ configure, clock_ms, levels = {} }: Case): TestBoard {
	const wanted = configureOf(configure);
	const board = new TestBoard(wanted, clock_ms, (pins) => {
		for (const { pin, pullUp } of wanted.inputs) pins.move(pin, pullUp);
		for (const [pin, level] of Object.entries(levels)) pins.move(Number(pin), level === 1);
	});
	onTestFinished(() => board.powerOff());
	return board;
}

function act(board: TestBoard, step: Step): string {
	switch (step.do) {
		case 'nothing':
			return '';
		case 'set_relay':
			board.command({ relay: step.relay, on: step.on, forMs: step.for_ms ?? 0, commandId: step.command_id }, step.late);
			return '';
		case 'level':
			board.level(step.pin, step.high);
			return '';
		case 'configure':
			return board.configure(configureOf(step.configure));
		case 'clock_set':
			board.setClock(step.unix_ms, step.time_zone);
			return '';
		case 'power_loss':
			board.losePower(step.off_ms, step.clock_kept, () => {
				for (const [pin, level] of Object.entries(step.levels ?? {})) board.pins.move(Number(pin), level === 1);
			});
			return '';
		case 'reboot':
			board.reboot(step.off_ms, step.clock_kept);
			return '';
	}
}

const near = (ms = 0) => {
	const close: unknown = expect.toSatisfy((value: number) => Math.abs(value - ms) <= TOLERANCE_MS, `about ${ms}`);
	return ms === 0 ? 0 : close;
};
const report = (expected: Report) => ({
	relay: expected.relay,
	on: expected.on,
	cause: Cause[expected.cause],
	commandId: expected.command_id ?? 0,
	changedMs: expect.any(Number) as number,
	remainingMs: near(expected.remaining_ms),
	waitingMs: near(expected.waiting_ms),
});

function compare(board: TestBoard, expected: Expected, error: string, where: string): void {
	expect(board.takeReports(), `${where}: reports`).toEqual((expected.reports ?? []).map(report));
	const inputs = board.takeInputs();
	if (expected.inputs) expect(inputs, `${where}: inputs`).toEqual(expected.inputs);
	if (expected.states) expect(board.relayReports(), `${where}: states`).toEqual(expected.states.map(report));
	for (const [pin, level] of Object.entries(expected.pins ?? {}))
		expect(board.pins.outputs.get(Number(pin)) ?? null, `${where}: pin ${pin}`).toBe(
			level === null ? null : level === 1,
		);
	if (expected.clock_unset !== undefined) expect(board.clockUnset, `${where}: clock unset`).toBe(expected.clock_unset);
	expect(error === '' ? '' : 'refused', `${where}: ${error}`).toBe(expected.refused ? 'refused' : '');
}

/** Up to and with the step of this index; every one compared. */
function run(from: Case, until = from.steps.length - 1): TestBoard {
	const board = begin(from);
	for (const [index, step] of from.steps.slice(0, until + 1).entries()) {
		board.clock.advance(step.at_ms - board.clock.mono());
		compare(board, step.expect, act(board, step), `step ${index}, ${step.do} at ${step.at_ms}`);
	}
	return board;
}

describe('relay rules', () => {
	it.each(cases)('$name', (from) => {
		run(from);
	});

	it.each(
		cases
			.flatMap((from) => from.steps.map((step, index) => ({ name: from.name, from, step, index })))
			.filter(({ step }) => step.after_power_loss),
	)('$name, power lost after step $index', ({ from, step, index }) => {
		const board = run(from, index);
		board.losePower(CUT_MS, false);
		compare(board, step.after_power_loss!, '', 'after the boot');
		board.clock.advance(WAIT_AFTER_CUT_MS);
		expect(board.takeReports()).toEqual([]);
	});

	it('has a name for every case, and its steps in their order', () => {
		expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length);
		for (const { name, steps } of cases) {
			const times = steps.map((step) => step.at_ms);
			expect(times, name).toEqual([...times].sort((a, b) => a - b));
		}
	});
});

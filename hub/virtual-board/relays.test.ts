import { type MessageInitShape, create } from '@bufbuild/protobuf';
import { describe, expect, it } from 'vitest';
import { Cause, PowerOnState, RelayConfigSchema, SetRelaySchema } from '../../protocol/device_pb.ts';
import { ManualClock } from '../base/manual-clock.ts';
import type { KeptEnd, RelayReport } from './relay.ts';
import { Relays } from './relays.ts';

type Config = MessageInitShape<typeof RelayConfigSchema>;

interface Options {
	last?: boolean;
	end?: KeptEnd;
	resume?: boolean;
	alwaysKnowsTime?: boolean;
	clock?: ManualClock;
}

const configs = (...relays: Config[]) => relays.map((config, i) => create(RelayConfigSchema, { id: i + 1, ...config }));

function make(config: Config | Config[], options: Options = {}) {
	const clock = options.clock ?? new ManualClock();
	const changes: RelayReport[] = [];
	const kept: [on: boolean, end: KeptEnd | undefined][] = [];
	const relays = new Relays({
		configs: configs(...[config].flat()),
		clock,
		now: () => clock.now(),
		resume: options.resume ?? false,
		alwaysKnowsTime: options.alwaysKnowsTime ?? false,
		lastState: () => ({ on: options.last ?? false, end: options.end }),
		tell: (report) => changes.push(report),
		keep: (_, on, end) => kept.push([on, end]),
	});
	let id = 0;
	/** Its answer; everything else that is told is among the changes. */
	const command = (change: MessageInitShape<typeof SetRelaySchema>, late = false) =>
		relays.command(create(SetRelaySchema, { relay: 1, commandId: ++id, ...change }), late)
			? changes.pop()!
			: 'no such relay';
	return { clock, changes, kept, relays, command };
}

describe('Relays', () => {
	it('does what it is told and says what it did', () => {
		const { command } = make({});
		expect(command({ on: true })).toMatchObject({
			relay: 1,
			on: true,
			cause: Cause.COMMAND,
			commandId: 1,
			remainingMs: 0,
		});
		expect(command({ on: false })).toMatchObject({ on: false, commandId: 2 });
	});

	it('knows no relay that is not there', () => {
		expect(make({}).command({ relay: 9, on: true })).toBe('no such relay');
	});

	it('drops a command that came too late, but answers it', () => {
		expect(make({}).command({ on: true }, true)).toMatchObject({ on: false, commandId: 1 });
	});

	it('does a repeated command once', () => {
		const { command } = make({});
		command({ on: true, commandId: 7 });
		command({ on: false, commandId: 8 });
		expect(command({ on: true, commandId: 7 })).toMatchObject({ on: false, commandId: 7 });
	});

	it('remembers the last 16 commands', () => {
		const { command } = make({});
		for (let id = 1; id <= 17; id++) command({ on: id % 2 === 0, commandId: id });
		expect(command({ on: true, commandId: 2 })).toMatchObject({ on: false });
		expect(command({ on: true, commandId: 1 })).toMatchObject({ on: true });
	});

	it.each([
		['a countdown', {}, { forMs: 5_000 }, 5_000, Cause.COUNTDOWN],
		['a pulse', { pulseMs: 300 }, {}, 300, Cause.PULSE],
		['the longest on-time', { maxOnMs: 60_000 }, {}, 60_000, Cause.AUTO_OFF],
		['the longest on-time before a longer countdown', { maxOnMs: 1_000 }, { forMs: 5_000 }, 1_000, Cause.AUTO_OFF],
	])('ends with %s, to the millisecond and with its cause', (_, config, wish, ms, cause) => {
		const { clock, changes, command } = make(config);
		expect(command({ on: true, ...wish })).toMatchObject({ remainingMs: ms });
		clock.advance(ms - 1);
		expect(changes).toEqual([]);
		clock.advance(1);
		expect(changes).toMatchObject([{ on: false, cause, commandId: 0 }]);
	});

	it('a newer command ends an older countdown', () => {
		const { clock, changes, command } = make({});
		command({ on: true, forMs: 1_000 });
		command({ on: true });
		clock.advance(10_000);
		expect(changes).toEqual([]);
	});

	it.each([
		[PowerOnState.OFF, true, false],
		[PowerOnState.ON, false, true],
		[PowerOnState.LAST, true, true],
		[PowerOnState.LAST, false, false],
	])('comes up by its power-on state %i, last %s, as %s', (powerOn, last, on) => {
		expect(make({ powerOn }, { last }).relays.reports()).toMatchObject([{ on, cause: Cause.BOOT }]);
	});

	it('resumes as it was where its power was never gone', () => {
		const { relays, kept, command } = make({ powerOn: PowerOnState.OFF }, { last: true, resume: true });
		expect(relays.reports()).toMatchObject([{ on: true }]);
		command({ on: false });
		expect(kept.at(-1)).toEqual([false, undefined]);
	});

	it('keeps states only where they are asked for at power-on', () => {
		const { kept, command } = make({});
		command({ on: true });
		expect(kept).toEqual([]);
	});

	it('writes how far it is every 10 s while something ends it, unless the board always knows the time', () => {
		const written = (options: Options) => {
			const { clock, kept, command } = make({ powerOn: PowerOnState.LAST, maxOnMs: 60_000 }, options);
			command({ on: true, forMs: 35_000 });
			kept.length = 0;
			clock.advance(34_999);
			return kept.map(([on, end]) => [on, end?.onMs, end?.leftMs]);
		};
		expect(written({})).toEqual([
			[true, 10_000, 25_000],
			[true, 20_000, 15_000],
			[true, 30_000, 5_000],
		]);
		expect(written({ alwaysKnowsTime: true })).toEqual([]);
	});

	it('is never on longer than its longest on-time, however often it is told to be on', () => {
		const { clock, changes, command } = make({ maxOnMs: 1_000 });
		command({ on: true });
		clock.advance(900);
		expect(command({ on: true })).toMatchObject({ remainingMs: 100 });
		clock.advance(100);
		expect(changes).toMatchObject([{ on: false, cause: Cause.AUTO_OFF }]);
	});
});

describe('Relays that counted down when they went away', () => {
	/** On for 60 s, away for `awayMs` of it, back again. */
	function comeBack(awayMs: number, step = 0) {
		const before = make({}, { resume: true });
		before.command({ on: true, forMs: 60_000 });
		before.relays.stop();
		const [last, end] = before.kept.at(-1)!;
		before.clock.advance(awayMs);
		before.clock.stepWall(step);
		return make({}, { resume: true, last, end: end!, clock: before.clock });
	}

	it('count on from where they are', () => {
		const { clock, changes, relays } = comeBack(20_000);
		expect(relays.reports()).toMatchObject([{ on: true, cause: Cause.BOOT, remainingMs: 40_000 }]);
		clock.advance(40_000);
		expect(changes).toMatchObject([{ on: false, cause: Cause.COUNTDOWN }]);
	});

	it('stay off where it ran out meanwhile', () => {
		expect(comeBack(60_000).relays.reports()).toMatchObject([{ on: false, cause: Cause.COUNTDOWN, remainingMs: 0 }]);
	});

	it('are on no longer because a clock went back', () => {
		expect(comeBack(1_000, -86_400_000).relays.reports()).toMatchObject([{ on: true, remainingMs: 50_000 }]);
	});
});

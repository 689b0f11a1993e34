import { type MessageInitShape, create } from '@bufbuild/protobuf';
import { describe, expect, it } from 'vitest';
import { Cause, PowerOnState, RelayConfigSchema, SetRelaySchema } from '../../protocol/device_pb.ts';
import { ManualClock } from '../base/manual-clock.ts';
import { type RelayReport, Relays } from './relays.ts';

type Config = MessageInitShape<typeof RelayConfigSchema>;

function make(config: Config, options: { last?: boolean; resume?: boolean } = {}) {
	const clock = new ManualClock();
	const changes: RelayReport[] = [];
	const kept: boolean[] = [];
	const relays = new Relays({
		configs: [create(RelayConfigSchema, { id: 1, ...config })],
		clock,
		resume: options.resume ?? false,
		lastState: () => options.last ?? false,
		changed: (report) => changes.push(report),
		keep: (_, on) => kept.push(on),
	});
	let id = 0;
	const command = (change: MessageInitShape<typeof SetRelaySchema>, late = false) =>
		relays.command(create(SetRelaySchema, { relay: 1, commandId: ++id, ...change }), late);
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
		expect(make({}).command({ relay: 9, on: true })).toBeUndefined();
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
		expect(kept.at(-1)).toBe(false);
	});

	it('keeps states only where they are asked for at power-on', () => {
		const { kept, command } = make({});
		command({ on: true });
		expect(kept).toEqual([]);
	});
});

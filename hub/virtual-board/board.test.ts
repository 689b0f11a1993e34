import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BootReason, Cause, InputMode, LogLevel, PowerOnState, SensorType, Unit } from '../../protocol/device_pb.ts';
import { systemRandom } from '../base/random.ts';
import { VirtualBoard } from './board.ts';
import {
	clock,
	configured,
	DEVICE,
	hub,
	MONDAY_6_59_CET,
	newBoard,
	provision,
	said,
	setRelay,
	setUp,
	started,
	store,
	tearDown,
} from '../../test/harness/boards/virtual-board/board-fixture.ts';
import { MemoryStore } from './machine/store.ts';

beforeEach(setUp);
afterEach(tearDown);

describe('what a virtual board does', () => {
	it('switches on command and answers with the command’s id, but ignores a late command', () => {
		const board = started();
		setRelay(true, 77);
		expect(hub.heard('relayState').at(-1)).toMatchObject({ on: true, commandId: 77 });
		expect(board.pins.outputs.get(0)).toBe(true);
		clock.advance(10);
		setRelay(false, 78, 0n);
		expect(hub.heard('relayState').at(-1)).toMatchObject({ on: true, commandId: 78 });
	});

	it('applies a configuration whole or refuses it whole, with a reason, also in the hub’s log', () => {
		const board = started();
		const inputs = [{ id: 1, pin: 3 }];
		hub.link!.send({ case: 'configure', value: { revision: 1, relays: [{ id: 1, pulseMs: 20 }], inputs } });
		const error = 'This board does not know the mode of an input.';
		expect(hub.heard('configApplied')).toMatchObject([{ revision: 1, error }]);
		clock.advance(3_000);
		expect(hub.heard('log')).toMatchObject([
			{ level: LogLevel.WARN, text: 'configuration 1 refused: This board does not know the mode of an input.' },
		]);
		hub.link!.send({ case: 'configure', value: { revision: 2, relays: [{ id: 1, pulseMs: 20 }] } });
		expect(hub.heard('configApplied').at(-1)).toMatchObject({ revision: 2 });
		board.cut();
		board.start();
		expect(hub.link!.hello.configRevision).toBe(2);
	});

	it('switches even if its disk is full, but accepts no key that it could lose', () => {
		started(configured({ relays: [{ id: 1, powerOn: PowerOnState.LAST }] }));
		store.isFull = true;
		setRelay(true, 1);
		expect(hub.heard('relayState').at(-1)).toMatchObject({ on: true, commandId: 1 });
		provision(DEVICE);
		hub.link!.send({ case: 'configure', value: { revision: 3 } });
		expect(hub.heard('configApplied')).toMatchObject([{ error: expect.stringContaining('flash') }]);
		expect(hub.heard('provisioned')).toEqual([]);
		expect(said.filter((text) => text.includes('cannot be kept'))).toHaveLength(1);
		store.isFull = false;
		provision(DEVICE);
		expect(hub.heard('provisioned')).toHaveLength(1);
	});

	it('beats no faster than 100 ms, whatever the hub asks for', () => {
		started();
		hub.link!.send({ case: 'pace', value: { beatMs: 0 } });
		const beats = hub.heard('beat').length;
		clock.advance(1_000);
		expect(hub.heard('beat')).toHaveLength(beats + 10);
	});

	it('reads each of its sensors by itself, with its calibration', () => {
		const sensors = [
			{ id: 1, type: SensorType.VIRTUAL },
			{ id: 2, type: SensorType.VIRTUAL, calibration: [{ unit: Unit.CELSIUS, offset: 20 }] },
		];
		started(configured({ sensors }));
		const told = hub.heard('sensorReading');
		expect(told.map(({ sensor }) => sensor)).toEqual([1, 2]);
		expect(told[0]!.value).toBeLessThan(30);
		expect(told[1]!.value).toBeGreaterThan(30);
		clock.advance(60_000);
		expect(hub.heard('sensorReading').length).toBeGreaterThan(2);
	});

	it('reports first whether its clock is set, and then its relays and switches', () => {
		const inputs = [{ id: 1, pin: 4, mode: InputMode.FOLLOW, relay: 1 }];
		started(configured({ relays: [{ id: 1 }], inputs }));
		expect(hub.link!.heard[0]).toMatchObject({ case: 'beat', value: { clockUnset: true } });
		expect(hub.heard('inputState')[0]).toMatchObject({ input: 1, on: false });
		hub.welcome = { hubTimeMs: BigInt(MONDAY_6_59_CET), timeZone: 'CET-1' };
		hub.link!.close(4000);
		setRelay(true, 1);
		hub.link!.close(4000);
		expect(hub.link!.heard[0]).toMatchObject({ case: 'beat', value: { clockUnset: false } });
	});

	it('has switches that can be moved, also while it is off', () => {
		const inputs = [{ id: 1, pin: 4, mode: InputMode.FOLLOW, relay: 1, activeLow: true }];
		const board = configured({ relays: [{ id: 1 }], inputs });
		started(board);
		clock.advance(100);
		expect([board.setInput(2, true), board.setInput(1, true)]).toEqual([false, true]);
		clock.advance(100);
		expect(hub.heard('relayState').at(-1)).toMatchObject({ on: true, cause: Cause.INPUT });
		expect(hub.heard('inputState').at(-1)).toMatchObject({ input: 1, on: true });
		board.cut();
		board.setInput(1, false);
		board.start();
		clock.advance(100);
		expect(hub.heard('inputState').at(-1)).toMatchObject({ on: false });
		expect(hub.heard('relayState')).toMatchObject([{ on: false, cause: Cause.BOOT }]);
	});

	it('runs its schedules by the hub’s clock, and reports what it did while the hub was away', () => {
		const schedules = [{ id: 3, relay: 1, on: true, weekdays: 127, minutes: 420 }];
		hub.welcome = { hubTimeMs: BigInt(MONDAY_6_59_CET), timeZone: 'CET-1' };
		started(configured({ relays: [{ id: 1 }], schedules }));
		hub.hosts = [];
		hub.link!.close(1001);
		hub.welcome = {};
		clock.advance(60_000);
		hub.hosts = undefined;
		clock.advance(60_000);
		expect(hub.heard('relayState')[0]).toMatchObject({ on: true, cause: Cause.SCHEDULE });
		expect(hub.heard('log')).toMatchObject([{ level: LogLevel.INFO, text: 'schedule 3: relay 1 on' }]);
	});

	it('keeps its relays as they are when the hub restarts it, and when the hub that plays it restarts', () => {
		const board = started();
		setRelay(true, 1);
		hub.link!.send({ case: 'reboot', value: {} });
		clock.advance(1_000);
		expect(hub.link!.hello).toMatchObject({
			bootReason: BootReason.REBOOT,
			bootCount: hub.links[0]!.hello.bootCount! + 1,
		});
		expect(hub.heard('relayState')).toMatchObject([{ on: true, cause: Cause.BOOT }]);
		board.cut();
		board.start();
		expect(hub.heard('relayState')).toMatchObject([{ on: false, cause: Cause.BOOT }]);
		board.cut();
		const played = newBoard({}, { resume: true });
		played.start();
		setRelay(true, 2);
		played.cut();
		played.start();
		expect(hub.heard('relayState')).toMatchObject([{ on: true, cause: Cause.BOOT }]);
		expect(hub.heard('beat')[0]).toMatchObject({ clockUnset: true }); // the zone is not known yet
	});

	it('plays any board of the catalogue, with that board’s pins and sensors', () => {
		started(newBoard({ board: 'd1-mini' }));
		expect(hub.link!.hello.board).toBe('d1-mini');
		const sensors = [{ id: 1, type: SensorType.BME280, pin: 4, pin2: 5 }];
		hub.link!.send({ case: 'configure', value: { revision: 4, relays: [{ id: 1, pin: 14 }], sensors } });
		expect(hub.heard('configApplied')).toMatchObject([{ revision: 4 }]);
		expect(hub.heard('sensorReading').map(({ unit }) => unit)).toEqual([Unit.CELSIUS, Unit.PERCENT, Unit.HECTOPASCAL]);
	});

	it('refuses a pin that its board does not have, and at its start runs without such a configuration', () => {
		const board = started();
		hub.link!.send({ case: 'configure', value: { revision: 3, relays: [{ id: 1, pin: 16 }] } });
		const error = 'Virtual board has no pin with GPIO 16.';
		expect(hub.heard('configApplied')).toMatchObject([{ revision: 3, error }]);
		board.cut();
		said.length = 0;
		started(configured({ revision: 3, relays: [{ id: 1, pin: 16 }] }));
		expect(said[0]).toBe(`This board cannot use its configuration and runs without it: ${error}`);
		expect(hub.link!.hello.configRevision).toBeFalsy();
		expect(hub.heard('relayState')).toEqual([]);
	});
});

it('plays a hundred virtual boards side by side', () => {
	const many = Array.from({ length: 100 }, () => {
		const own = new MemoryStore();
		VirtualBoard.blank(own, systemRandom);
		const board = newBoard({}, { store: own });
		board.start();
		return board;
	});
	expect(hub.links).toHaveLength(100);
	expect(new Set(hub.links.map(({ hello }) => hello.deviceId)).size).toBe(100);
	hub.links[50]!.send({ case: 'setRelay', value: { relay: 1, on: true, commandId: 5, deadlineMs: 60_000n } });
	expect(many.map((board) => board.pins.outputs.get(0)).indexOf(true)).toBe(50);
	expect(many.filter((board) => board.pins.outputs.get(0))).toHaveLength(1);
});

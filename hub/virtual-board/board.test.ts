import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type MessageInitShape, create } from '@bufbuild/protobuf';
import { type Client, Server, WebSocket as MockWebSocket } from 'mock-socket';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
	BoardConfigSchema,
	BootReason,
	Cause,
	ConfigureSchema,
	type FromHub,
	FromHubSchema,
	GoodbyeReason,
	HubAddressSchema,
	InputMode,
	LogLevel,
	PowerOnState,
	SensorType,
	Unit,
	WelcomeSchema,
} from '../../protocol/device_pb.ts';
import { type Clock, systemClock } from '../base/clock.ts';
import { ManualClock } from '../base/manual-clock.ts';
import { systemRandom } from '../base/random.ts';
import type { BoardHello, BoardMessage } from '../link/board-message.ts';
import { HubSession } from '../link/session.ts';
import { FIRMWARE_VERSION, VirtualBoard } from './board.ts';
import type { BoardSocket } from './connection.ts';
import { KeysFile } from './keys-file.ts';

const REGISTRATION = { keyId: new Uint8Array(16).fill(1), key: new Uint8Array(32).fill(1) };
const DEVICE = { keyId: new Uint8Array(16).fill(2), key: new Uint8Array(32).fill(2) };
const OLD = { keyId: new Uint8Array(16).fill(3), key: new Uint8Array(32).fill(3) };
const URL = 'ws://hub.test:8080/device';

const config = create(BoardConfigSchema, {
	board: 'virtual',
	name: 'Test',
	...REGISTRATION,
	hubs: [{ host: 'hub.test', port: 8080 }],
	configure: { relays: [{ id: 1 }] },
});

/** One link as the hub sees it: a real session over a mock socket. */
interface Link {
	credential: string;
	keyId: Uint8Array;
	hello: BoardHello;
	heard: BoardMessage[];
	send(message: FromHub['message']): void;
	close(code: number): void;
}

let folder: string;
let server: Server;
let links: Link[];
let board: VirtualBoard;
/** which keys the hub knows, by the first byte of their id */
let known: Map<number, Uint8Array>;
/** what the hub says of the time */
let hubTime: MessageInitShape<typeof WelcomeSchema>;
/** the key the hub answers under, where it is not the right one */
let wrongKey: Uint8Array | undefined;

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'mooring-board-'));
	links = [];
	known = new Map([[1, REGISTRATION.key]]);
	wrongKey = undefined;
	hubTime = {};
	server = new Server(URL);
	server.on('connection', receive);
	board = newBoard();
});
afterEach(() => {
	board.cut();
	server.stop();
	rmSync(folder, { recursive: true, force: true });
});

function newBoard(of = config, log?: (text: string) => void, clock: Clock = systemClock): VirtualBoard {
	return new VirtualBoard({
		config: of,
		keys: keys(),
		clock,
		random: systemRandom,
		...(log && { log }),
		openSocket: (url, subprotocol) => new MockWebSocket(url, subprotocol) as unknown as BoardSocket,
	});
}

const keys = () => new KeysFile(join(folder, 'keys.json'), systemRandom);

function receive(socket: Client): void {
	const session = new HubSession({ random: systemRandom });
	let step = 0;
	let link: Link | undefined;
	const bytes = (data: unknown) => new Uint8Array(data as Uint8Array);
	const out = (frame: Uint8Array) => socket.send(Uint8Array.from(frame).buffer);
	socket.on('message', (data) => {
		step++;
		if (step === 1) {
			const preface = session.readPreface(bytes(data));
			if (!preface.ok) return socket.close({ code: 4400, reason: preface.error.message, wasClean: true });
			const key = known.get(preface.value.keyId[0]!);
			if (!key) return socket.close({ code: 4404, reason: 'unknown', wasClean: true });
			pending = wrongKey ?? key;
			credential = preface.value.credential;
			keyId = preface.value.keyId;
			return;
		}
		if (step === 2) {
			if (!pending) return;
			const hello = session.readHello(bytes(data), pending);
			if (!hello.ok) return socket.close({ code: 4400, reason: 'wrong key', wasClean: true });
			const welcome = session.writeWelcome(create(WelcomeSchema, { beatMs: 50, ...hubTime }));
			if (!welcome.ok) throw new Error(welcome.error.message);
			link = {
				credential,
				keyId,
				hello: hello.value,
				heard: [],
				send(message) {
					const frame = session.write(create(FromHubSchema, { message }));
					if (!frame.ok) throw new Error(frame.error.message);
					out(frame.value);
				},
				close: (code) => socket.close({ code, reason: '', wasClean: true }),
			};
			links.push(link);
			return out(welcome.value);
		}
		const message = session.read(bytes(data));
		if (message.ok) link?.heard.push(message.value);
	});
	let pending: Uint8Array | undefined;
	let credential = '';
	let keyId: Uint8Array = new Uint8Array();
}

const configured = (configure: MessageInitShape<typeof ConfigureSchema>) =>
	create(BoardConfigSchema, { ...config, configure: create(ConfigureSchema, configure) });
const setRelay = (value: { on: boolean; commandId: number }) =>
	create(FromHubSchema, { message: { case: 'setRelay', value: { relay: 1, deadlineMs: 60_000n, ...value } } }).message;
const heard = (link: number, name: string) => links[link]?.heard.filter(({ case: kind }) => kind === name) ?? [];
const until = (condition: () => unknown) => vi.waitUntil(condition, { timeout: 5_000, interval: 5 });

describe('VirtualBoard', () => {
	it('registers, proves itself with a beat first, then reports its relays, and keeps beating', async () => {
		board.start();
		await until(() => heard(0, 'beat').length >= 3 && heard(0, 'relayState').length > 0);
		expect(links[0]?.credential).toBe('registration');
		expect(links[0]?.heard[0]?.case).toBe('beat');
		expect(heard(0, 'relayState')[0]).toMatchObject({ value: { relay: 1, on: false } });
	});

	it('takes a device key, answers when it is in its file, and comes back with it at once', async () => {
		board.start();
		await until(() => heard(0, 'beat').length > 0);
		links[0]!.send({ case: 'provision', value: { $typeName: 'mooring.v2.Provision', ...DEVICE } });
		await until(() => heard(0, 'provisioned').length > 0);
		expect(keys().deviceKeys[0]).toMatchObject({ accepted: false });
		known.set(2, DEVICE.key);
		links[0]!.close(4000);
		await until(() => heard(1, 'beat').length > 0);
		expect(links[1]?.credential).toBe('device');
		links[1]!.send({ case: 'pace', value: { $typeName: 'mooring.v2.Pace', beatMs: 100 } });
		await until(() => keys().deviceKeys[0]?.accepted);
	});

	it('falls back to its registration key where the hub never got to know the device key', async () => {
		keys().addDeviceKey(DEVICE.keyId, DEVICE.key);
		board = newBoard();
		board.start();
		await until(() => heard(0, 'beat').length > 0);
		expect(links[0]?.credential).toBe('registration');
		expect(keys().deviceKeys).toHaveLength(1); // a refusal erases nothing
	});

	it('moves on to its next address where it is refused: it may be another house’s hub; the one that let it in is first from then on', async () => {
		const stranger = new Server('ws://stranger.test:8080/device');
		let asked = 0;
		stranger.on('connection', (socket) => {
			asked++;
			socket.on('message', () => socket.close({ code: 4404, reason: 'unknown', wasClean: true }));
		});
		board = newBoard(
			create(BoardConfigSchema, {
				...config,
				hubs: [create(HubAddressSchema, { host: 'stranger.test', port: 8080 }), ...config.hubs],
			}),
		);
		board.start();
		await until(() => heard(0, 'beat').length > 0);
		expect(asked).toBe(1);
		links[0]!.close(1001);
		await until(() => heard(1, 'beat').length > 0);
		expect(asked).toBe(1);
		stranger.stop();
	});

	it('comes back after a lost link, at the same boot, and counts the next boot', async () => {
		board.start();
		await until(() => heard(0, 'beat').length > 0);
		links[0]!.close(1001);
		await until(() => heard(1, 'beat').length > 0);
		expect(links[1]?.hello.bootId).toBe(links[0]?.hello.bootId);
		board.cut();
		board = newBoard();
		board.start();
		await until(() => heard(2, 'beat').length > 0);
		expect(links[2]?.hello.bootCount).toBe(links[0]!.hello.bootCount + 1);
		expect(links[2]?.hello.bootId).not.toBe(links[0]?.hello.bootId);
	});

	it('does not obey a hub that does not know its key', async () => {
		wrongKey = new Uint8Array(32).fill(9);
		board.start();
		await vi.waitFor(() => expect(server.clients().length).toBe(0), { timeout: 2_000 });
		expect(links).toEqual([]);
	});

	it('switches on command and answers with the command’s id', async () => {
		board.start();
		await until(() => heard(0, 'relayState').length > 0);
		const value = {
			$typeName: 'mooring.v2.SetRelay',
			relay: 1,
			on: true,
			forMs: 0,
			commandId: 77,
			deadlineMs: 60_000n,
		} as const;
		links[0]!.send({ case: 'setRelay', value });
		await until(() => heard(0, 'relayState').length > 1);
		expect(heard(0, 'relayState').at(-1)).toMatchObject({ value: { on: true, commandId: 77 } });
		links[0]!.send({ case: 'setRelay', value: { ...value, on: false, commandId: 78, deadlineMs: 0n } });
		await until(() => heard(0, 'relayState').length > 2);
		expect(heard(0, 'relayState').at(-1)).toMatchObject({ value: { on: true, commandId: 78 } });
	});

	it('applies a configuration whole or refuses it whole, with a reason', async () => {
		board.start();
		await until(() => heard(0, 'relayState').length > 0);
		const configure = (revision: number, inputs: boolean) =>
			create(FromHubSchema, {
				message: {
					case: 'configure',
					value: { revision, relays: [{ id: 1, pulseMs: 20 }], inputs: inputs ? [{ id: 1, pin: 3 }] : [] },
				},
			}).message;
		links[0]!.send(configure(1, true));
		await until(() => heard(0, 'configApplied').length > 0);
		expect(heard(0, 'configApplied')[0]).toMatchObject({
			value: { revision: 1, error: 'Input 1 has no mode that this board knows.' },
		});
		expect(keys().configure).toBeUndefined();
		links[0]!.send(configure(2, false));
		await until(() => heard(0, 'configApplied').length > 1);
		expect(heard(0, 'configApplied')[1]).toMatchObject({ value: { revision: 2, error: '' } });
		expect(keys().configure).toBeDefined();
	});

	it('switches also where its disk takes nothing, and takes no key that it could lose', async () => {
		const words: string[] = [];
		board = newBoard(configured({ relays: [{ id: 1, powerOn: PowerOnState.LAST }] }), (text) => words.push(text));
		mkdirSync(join(folder, 'keys.json.new')); // no file can take this name now
		board.start();
		await until(() => heard(0, 'relayState').length > 0);
		links[0]!.send(setRelay({ on: true, commandId: 1 }));
		await until(() => heard(0, 'relayState').length > 1);
		expect(heard(0, 'relayState').at(-1)).toMatchObject({ value: { on: true, commandId: 1 } });
		links[0]!.send({ case: 'provision', value: { $typeName: 'mooring.v2.Provision', ...DEVICE } });
		links[0]!.send(create(FromHubSchema, { message: { case: 'configure', value: { revision: 3 } } }).message);
		await until(() => heard(0, 'configApplied').length > 0);
		expect(heard(0, 'configApplied')[0]).toMatchObject({ value: { error: expect.stringContaining('flash') } });
		expect(heard(0, 'provisioned')).toEqual([]);
		expect(words.filter((text) => text.includes('cannot be kept'))).toHaveLength(1);
	});

	it('keeps a new key when the hub speaks once more under the one in use, and comes back with the new one', async () => {
		keys().addDeviceKey(OLD.keyId, OLD.key);
		keys().acceptDeviceKey(OLD.keyId);
		known.set(3, OLD.key);
		board = newBoard();
		board.start();
		await until(() => heard(0, 'beat').length > 0);
		links[0]!.send({ case: 'provision', value: { $typeName: 'mooring.v2.Provision', ...DEVICE } });
		links[0]!.send({ case: 'pace', value: { $typeName: 'mooring.v2.Pace', beatMs: 100 } });
		await until(() => heard(0, 'provisioned').length > 0);
		known.set(2, DEVICE.key);
		links[0]!.close(4000);
		await until(() => heard(1, 'beat').length > 0);
		expect(links[1]?.keyId[0]).toBe(2);
		links[1]!.send({ case: 'pace', value: { $typeName: 'mooring.v2.Pace', beatMs: 100 } });
		await until(() => keys().deviceKeys.length === 1);
		expect(keys().deviceKeys).toMatchObject([{ accepted: true, keyId: Buffer.from(DEVICE.keyId) }]);
	});

	it('takes the older key where the new one is refused, and loses neither', async () => {
		keys().addDeviceKey(OLD.keyId, OLD.key);
		keys().acceptDeviceKey(OLD.keyId);
		keys().addDeviceKey(DEVICE.keyId, DEVICE.key);
		known.set(3, OLD.key);
		board = newBoard();
		board.start();
		await until(() => heard(0, 'beat').length > 0);
		expect(links[0]?.keyId[0]).toBe(3);
		links[0]!.send({ case: 'pace', value: { $typeName: 'mooring.v2.Pace', beatMs: 100 } });
		const beats = heard(0, 'beat').length;
		await until(() => heard(0, 'beat').length > beats);
		expect(keys().deviceKeys).toHaveLength(2);
	});

	it('beats no faster than 100 ms, whatever the hub asks for', async () => {
		const clock = new ManualClock();
		board = newBoard(config, undefined, clock);
		board.start();
		await until(() => heard(0, 'relayState').length > 0);
		links[0]!.send({ case: 'pace', value: { $typeName: 'mooring.v2.Pace', beatMs: 0 } });
		links[0]!.send(setRelay({ on: false, commandId: 1 }));
		await until(() => heard(0, 'relayState').length > 1);
		const beats = heard(0, 'beat').length;
		clock.advance(1_000);
		await until(() => heard(0, 'beat').length >= beats + 10);
		links[0]!.send(setRelay({ on: false, commandId: 2 }));
		await until(() => heard(0, 'relayState').length > 2);
		expect(heard(0, 'beat')).toHaveLength(beats + 10);
	});

	it('reads each of its sensors by itself, with its calibration', async () => {
		const sensors = [
			{ id: 1, type: SensorType.VIRTUAL },
			{ id: 2, type: SensorType.VIRTUAL, calibration: [{ unit: Unit.CELSIUS, offset: 20 }] },
		];
		board = newBoard(configured({ sensors }));
		board.start();
		await until(() => heard(0, 'sensorReading').length >= 2);
		const values = heard(0, 'sensorReading').map(({ value }) => value as { sensor: number; value: number });
		expect(values.map(({ sensor }) => sensor)).toEqual([1, 2]);
		expect(values[0]!.value).toBeLessThan(30);
		expect(values[1]!.value).toBeGreaterThan(30);
	});

	it('says first that it has no clock, or has one, and then how its relays and switches stand', async () => {
		const inputs = [{ id: 1, pin: 4, mode: InputMode.FOLLOW, relay: 1 }];
		board = newBoard(configured({ relays: [{ id: 1 }], inputs }));
		board.start();
		await until(() => heard(0, 'inputState').length > 0);
		expect(links[0]?.heard[0]).toMatchObject({ case: 'beat', value: { clockUnset: true } });
		expect(heard(0, 'inputState')[0]).toMatchObject({ value: { input: 1, on: false } });
		hubTime = { hubTimeMs: BigInt(Date.UTC(2026, 0, 5, 6)), timeZone: 'CET-1' };
		links[0]!.close(1001);
		await until(() => heard(1, 'inputState').length > 0);
		expect(links[1]?.heard[0]).toMatchObject({ case: 'beat', value: { clockUnset: false } });
		expect(keys().timeZone).toBe('CET-1');
	});

	it('has switches that a hand can move, also while it is off', async () => {
		const inputs = [{ id: 1, pin: 4, mode: InputMode.FOLLOW, relay: 1, activeLow: true }];
		board = newBoard(configured({ relays: [{ id: 1 }], inputs }));
		expect(board.setInput(2, true)).toBe(false);
		board.start();
		await until(() => heard(0, 'inputState').length > 0);
		expect(board.setInput(1, true)).toBe(true);
		await until(() => heard(0, 'relayState').length > 1);
		expect(heard(0, 'relayState').at(-1)).toMatchObject({ value: { on: true, cause: Cause.INPUT } });
		expect(heard(0, 'inputState').at(-1)).toMatchObject({ value: { input: 1, on: true } });
		board.cut();
		board.setInput(1, false);
		board.start();
		await until(() => heard(1, 'inputState').length > 0);
		expect(heard(1, 'inputState')[0]).toMatchObject({ value: { on: false } });
		expect(heard(1, 'relayState')[0]).toMatchObject({ value: { on: false, cause: Cause.BOOT } });
	});

	it('runs its schedules by the hub’s clock, and tells the hub what it did while that was away', async () => {
		const clock = new ManualClock();
		const schedules = [{ id: 3, relay: 1, on: true, weekdays: 127, minutes: 420 }];
		board = newBoard(configured({ relays: [{ id: 1 }], schedules }), undefined, clock);
		hubTime = { hubTimeMs: BigInt(Date.UTC(2026, 0, 5, 5, 59)), timeZone: 'CET-1' };
		board.start();
		await until(() => heard(0, 'relayState').length > 0);
		links[0]!.close(1001);
		await until(() => server.clients().length === 0);
		hubTime = {};
		clock.advance(60_000);
		await until(() => {
			clock.advance(50); // until it tries again
			return heard(links.length - 1, 'log').length > 0;
		});
		const last = links.length - 1;
		expect(last).toBeGreaterThan(0);
		expect(heard(last, 'relayState')[0]).toMatchObject({ value: { on: true, cause: Cause.SCHEDULE } });
		expect(heard(last, 'log')).toMatchObject([{ value: { level: LogLevel.INFO, text: 'schedule 3: relay 1 on' } }]);
	});

	it('leaves its relays as they are when it restarts because the hub says so', async () => {
		board.start();
		await until(() => heard(0, 'relayState').length > 0);
		links[0]!.send(setRelay({ on: true, commandId: 1 }));
		await until(() => heard(0, 'relayState').length > 1);
		links[0]!.send({ case: 'reboot', value: { $typeName: 'mooring.v2.Reboot' } });
		await until(() => heard(1, 'relayState').length > 0);
		expect(links[1]?.hello).toMatchObject({ bootReason: BootReason.REBOOT });
		expect(links[1]?.hello.bootCount).toBe(links[0]!.hello.bootCount + 1);
		expect(heard(1, 'relayState')[0]).toMatchObject({ value: { on: true, cause: Cause.BOOT } });
	});

	it('plays any board of the catalogue, with that board’s sensors', async () => {
		const sensors = [{ id: 1, type: SensorType.BME280, pin: 4, pin2: 5 }];
		board = newBoard(create(BoardConfigSchema, { ...config, board: 'd1-mini' }));
		board.start();
		await until(() => heard(0, 'relayState').length > 0);
		expect(links[0]?.hello.board).toBe('d1-mini');
		const wish = create(ConfigureSchema, { revision: 4, relays: [{ id: 1 }], sensors });
		links[0]!.send({ case: 'configure', value: wish });
		await until(() => heard(0, 'sensorReading').length === 3);
		expect(heard(0, 'configApplied')).toMatchObject([{ value: { revision: 4, error: '' } }]);
		expect(heard(0, 'sensorReading').map(({ value }) => (value as { unit: Unit }).unit)).toEqual([
			Unit.CELSIUS,
			Unit.PERCENT,
			Unit.HECTOPASCAL,
		]);
	});

	it('refuses a pin that its board does not have, and at its start runs without such a configuration', async () => {
		board.start();
		await until(() => heard(0, 'relayState').length > 0);
		const wish = create(ConfigureSchema, { revision: 3, relays: [{ id: 1, pin: 8 }] });
		links[0]!.send({ case: 'configure', value: wish });
		await until(() => heard(0, 'configApplied').length > 0);
		const error = 'Relay 1: Virtual board has no pin with GPIO 8.';
		expect(heard(0, 'configApplied')).toMatchObject([{ value: { revision: 3, error } }]);
		board.cut();
		const said: string[] = [];
		board = newBoard(configured({ revision: 3, relays: [{ id: 1, pin: 8 }] }), (text) => said.push(text));
		board.start();
		await until(() => heard(1, 'log').length > 0);
		expect(said[0]).toBe(`The configuration is impossible, the board runs without one: ${error}`);
		expect(links[1]?.hello.configRevision).toBe(0);
		expect(heard(1, 'relayState')).toEqual([]);
	});

	it('is the firmware that an update brought, until it is flashed with another one', async () => {
		board.start();
		await until(() => heard(0, 'relayState').length > 0);
		const image = Buffer.from('a program');
		const sha256 = createHash('sha256').update(image).digest();
		const begin = { $typeName: 'mooring.v2.OtaBegin' as const, version: '9.9.9', size: image.length, sha256 };
		links[0]!.send({ case: 'otaBegin', value: begin });
		links[0]!.send({ case: 'otaChunk', value: { $typeName: 'mooring.v2.OtaChunk', offset: 0, data: image } });
		links[0]!.send({ case: 'otaEnd', value: { $typeName: 'mooring.v2.OtaEnd' } });
		await until(() => heard(1, 'beat').length > 0);
		expect(heard(0, 'otaProgress').at(-1)).toMatchObject({ value: { done: true } });
		expect(heard(0, 'goodbye')).toMatchObject([{ value: { reason: GoodbyeReason.REBOOT } }]);
		expect(links[1]?.hello).toMatchObject({ firmware: '9.9.9', bootReason: BootReason.REBOOT });
		board.cut();
		board = newBoard();
		board.start();
		await until(() => heard(2, 'beat').length > 0);
		expect(links[2]?.hello.firmware).toBe('9.9.9');
		board.cut();
		known.set(3, OLD.key);
		board = newBoard(create(BoardConfigSchema, { ...config, ...OLD }));
		board.start();
		await until(() => heard(3, 'beat').length > 0);
		expect(links[3]?.hello.firmware).toBe(FIRMWARE_VERSION);
	});

	it('tells the hub’s log what it refuses', async () => {
		board.start();
		await until(() => heard(0, 'relayState').length > 0);
		links[0]!.send({ case: 'configure', value: create(ConfigureSchema, { revision: 9, relays: [{ pin: 1 }] }) });
		await until(() => heard(0, 'log').length > 0);
		expect(heard(0, 'log')[0]).toMatchObject({
			value: { level: LogLevel.WARN, text: 'configuration 9 refused: A relay has no number.' },
		});
	});

	it('may be stopped before it was started, and while it reboots', async () => {
		board.stop();
		board.start();
		await until(() => heard(0, 'beat').length > 0);
		links[0]!.send({ case: 'reboot', value: { $typeName: 'mooring.v2.Reboot' } });
		await until(() => heard(0, 'goodbye').length > 0);
		board.stop();
		expect(heard(0, 'goodbye')).toMatchObject([{ value: { reason: GoodbyeReason.REBOOT } }]);
	});

	it('says goodbye when it is stopped', async () => {
		board.start();
		await until(() => heard(0, 'beat').length > 0);
		board.stop();
		await until(() => heard(0, 'goodbye').length > 0);
	});
});

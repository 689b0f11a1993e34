import { create, fromBinary, toBinary } from '@bufbuild/protobuf';
import { type Client, Server, WebSocket as MockWebSocket } from 'mock-socket';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
	Credential,
	type FromHub,
	FromHubSchema,
	HelloSchema,
	PrefaceSchema,
	type Welcome,
	WelcomeSchema,
} from '../../protocol/device_pb.ts';
import { ManualClock } from '../base/manual-clock.ts';
import { systemRandom } from '../base/random.ts';
import { HubSession } from '../link/session.ts';
import { type BoardSocket, Connection } from './connection.ts';

const URL = 'ws://hub.test:8080/device';
const KEY = new Uint8Array(32).fill(1);
const KEY_ID = new Uint8Array(16).fill(2);

let clock: ManualClock;
let server: Server;
/** every frame of the board, as it came */
let frames: Uint8Array[];
let hubSide: Client | undefined;
let subprotocol: string;
let closed: [code: number, words: string][];
/** what to call when the hub's pong comes, oldest first */
let pongs: (() => void)[];
let welcomes: Welcome[];
let heard: FromHub['message'][];

beforeEach(() => {
	clock = new ManualClock();
	frames = [];
	closed = [];
	pongs = [];
	welcomes = [];
	heard = [];
	hubSide = undefined;
	server = new Server(URL);
	server.on('connection', (socket) => {
		hubSide = socket;
		socket.on('message', (data) => void frames.push(new Uint8Array(data as Uint8Array)));
	});
});
afterEach(() => server.stop());

function connect(): Connection {
	return new Connection({
		url: URL,
		openSocket(url, name) {
			subprotocol = name;
			return Object.assign(new MockWebSocket(url, name) as unknown as BoardSocket, {
				askForLife: (answered: () => void) => void pongs.push(answered),
			});
		},
		clock,
		random: systemRandom,
		credential: Credential.DEVICE,
		keyId: KEY_ID,
		key: KEY,
		hello: () =>
			create(HelloSchema, { deviceId: 'ESP_02AABBCCDDEE', mac: Buffer.from('02AABBCCDDEE', 'hex'), board: 'virtual' }),
		welcomed: (welcome) => void welcomes.push(welcome),
		heard: ({ message }) => void heard.push(message),
		closed: (code, words) => void closed.push([code, words]),
	});
}

const until = (condition: () => unknown) => vi.waitUntil(condition, { timeout: 5_000, interval: 2 });
const toBoard = (frame: Uint8Array) => hubSide!.send(Uint8Array.from(frame).buffer);

function value<T>(result: { ok: true; value: T } | { ok: false; error: { message: string } }): T {
	if (!result.ok) throw new Error(result.error.message);
	return result.value;
}

/** The hub's half of the handshake with the board's first two frames. */
function answer(key = KEY): HubSession {
	const session = new HubSession({ random: systemRandom });
	value(session.readPreface(frames[0]!));
	value(session.readHello(frames[1]!, key));
	return session;
}

async function linked(): Promise<{ connection: Connection; hub: HubSession }> {
	const connection = connect();
	await until(() => frames.length === 2);
	const hub = answer();
	toBoard(value(hub.writeWelcome(create(WelcomeSchema, { beatMs: 300 }))));
	await until(() => welcomes.length === 1);
	return { connection, hub };
}

describe('Connection', () => {
	it('offers the subprotocol, and sends its preface and then message 1 without waiting', async () => {
		connect();
		await until(() => frames.length === 2);
		expect(subprotocol).toBe('mooring.v2');
		expect(fromBinary(PrefaceSchema, frames[0]!)).toMatchObject({
			protocol: 2,
			credential: Credential.DEVICE,
			keyId: KEY_ID,
		});
		const session = new HubSession({ random: systemRandom });
		expect(value(session.readPreface(frames[0]!))).toEqual({ credential: 'device', keyId: KEY_ID });
		expect(value(session.readHello(frames[1]!, KEY)).deviceId).toBe('ESP_02AABBCCDDEE');
	});

	it('tells nothing in the clear but the preface', async () => {
		connect();
		await until(() => frames.length === 2);
		const all = Buffer.concat(frames);
		expect(all.includes('ESP_02AABBCCDDEE')).toBe(false);
		expect(all.includes(Buffer.from(KEY))).toBe(false);
	});

	it('takes the Welcome, then speaks and hears', async () => {
		const { connection, hub } = await linked();
		expect(welcomes[0]).toMatchObject({ beatMs: 300 });
		connection.send({
			case: 'beat',
			value: { $typeName: 'mooring.v2.Beat', uptimeMs: 5n, freeHeap: 0, rssi: -50, clockUnset: false },
		});
		await until(() => frames.length === 3);
		expect(value(hub.read(frames[2]!))).toMatchObject({
			case: 'beat',
			value: { rssi: -50, clockUnset: false },
		});
		toBoard(value(hub.write(create(FromHubSchema, { message: { case: 'pace', value: { beatMs: 2_000 } } }))));
		await until(() => heard.length === 1);
		expect(heard[0]).toMatchObject({ case: 'pace', value: { beatMs: 2_000 } });
	});

	it('says nothing before the Welcome', async () => {
		const connection = connect();
		await until(() => frames.length === 2);
		connection.send({ case: 'goodbye', value: { $typeName: 'mooring.v2.Goodbye', reason: 1 } });
		const hub = answer();
		toBoard(value(hub.writeWelcome(create(WelcomeSchema))));
		await until(() => welcomes.length === 1);
		connection.send({ case: 'provisioned', value: { $typeName: 'mooring.v2.Provisioned', keyId: KEY_ID } });
		await until(() => frames.length === 3);
		expect(value(hub.read(frames[2]!)).case).toBe('provisioned');
	});

	it('does not obey a hub with another key: no Welcome, not one message, and it leaves', async () => {
		connect();
		await until(() => frames.length === 2);
		// A rogue cannot even read message 1, so it makes up an answer of the right length.
		toBoard(systemRandom.bytes(96));
		await until(() => closed.length === 1);
		expect(welcomes).toEqual([]);
		expect(heard).toEqual([]);
		expect(frames).toHaveLength(2);
		expect(closed[0]?.[0]).toBeLessThan(4400);
	});

	it('leaves at a frame that was changed on the way, and does not act on it', async () => {
		const { hub } = await linked();
		const frame = value(hub.write(create(FromHubSchema, { message: { case: 'reboot', value: {} } })));
		frame[0]! ^= 1;
		toBoard(frame);
		await until(() => closed.length === 1);
		expect(heard).toEqual([]);
	});

	it('leaves at a frame that comes twice', async () => {
		const { hub } = await linked();
		const frame = value(hub.write(create(FromHubSchema, { message: { case: 'identify', value: { forMs: 1 } } })));
		toBoard(frame);
		toBoard(frame);
		// What comes behind it would decrypt, but the link is over.
		toBoard(value(hub.write(create(FromHubSchema, { message: { case: 'reboot', value: {} } }))));
		await until(() => closed.length === 1);
		expect(heard).toMatchObject([{ case: 'identify' }]);
	});

	it('gives up a hub that does not answer the handshake in 12 s', async () => {
		connect();
		await until(() => frames.length === 2);
		clock.advance(11_999);
		expect(hubSide?.readyState).toBe(MockWebSocket.OPEN);
		clock.advance(1);
		await until(() => closed.length === 1);
	});

	it('does not wait for the close of a hub that is not there any more', () => {
		const listeners = new Map<string, (event: never) => void>();
		new Connection({
			url: URL,
			openSocket: () => ({
				binaryType: '',
				send: () => undefined,
				close: () => undefined, // the line is dead: no event ever comes
				addEventListener: (type, listener) => void listeners.set(type, listener),
			}),
			clock,
			random: systemRandom,
			credential: Credential.DEVICE,
			keyId: KEY_ID,
			key: KEY,
			hello: () => create(HelloSchema),
			welcomed: () => undefined,
			heard: () => undefined,
			closed: (code, words) => void closed.push([code, words]),
		});
		clock.advance(12_000);
		listeners.get('error')?.({ message: 'WebSocket was closed before the connection was established' } as never);
		clock.advance(2_000);
		expect(closed).toEqual([[1006, 'the hub did not answer the handshake in time']]);
		listeners.get('close')?.({ code: 1006, reason: '' } as never);
		expect(closed).toHaveLength(1);
	});

	it('stays with a silent hub as long as that answers its pings', async () => {
		await linked();
		for (let s = 0; s < 3_600; s += 15) {
			clock.advance(15_000);
			pongs.shift()?.();
		}
		expect(hubSide?.readyState).toBe(MockWebSocket.OPEN);
		expect(closed).toEqual([]);
	});

	it('leaves a hub that answers no ping in 15 s', async () => {
		await linked();
		clock.advance(15_000);
		expect(pongs).toHaveLength(1);
		clock.advance(14_999);
		expect(hubSide?.readyState).toBe(MockWebSocket.OPEN);
		clock.advance(1);
		await until(() => closed.length === 1);
		expect(closed[0]?.[0]).toBeLessThan(4400);
		clock.advance(60_000);
		expect(pongs).toHaveLength(1);
	});

	it('asks for nothing any more once it was abandoned', async () => {
		const { connection } = await linked();
		connection.abandon();
		clock.advance(60_000);
		expect(pongs).toEqual([]);
	});

	it('tells the code and the words of a refusal', async () => {
		connect();
		await until(() => frames.length === 2);
		hubSide!.close({ code: 4404, reason: 'The hub does not know this device.', wasClean: true });
		await until(() => closed.length === 1);
		expect(closed).toEqual([[4404, 'The hub does not know this device.']]);
	});

	it('tells that there is no hub', async () => {
		server.stop();
		connect();
		await until(() => closed.length === 1);
		expect(closed[0]?.[0]).toBeLessThan(4400);
		expect(closed[0]?.[1]).toMatch(/^the hub cannot be reached/);
		expect(frames).toEqual([]);
	});

	it('is silent and deaf once it was abandoned, as with its plug pulled', async () => {
		const { connection, hub } = await linked();
		connection.abandon();
		connection.send({ case: 'goodbye', value: { $typeName: 'mooring.v2.Goodbye', reason: 1 } });
		toBoard(value(hub.write(create(FromHubSchema, { message: { case: 'reboot', value: {} } }))));
		hubSide!.close({ code: 4001, reason: '', wasClean: true });
		await until(() => hubSide?.readyState === MockWebSocket.CLOSED);
		expect(frames).toHaveLength(2);
		expect(heard).toEqual([]);
		expect(closed).toEqual([]);
	});

	it('tells the HTTP status where the hub did not open a WebSocket', () => {
		const listeners = new Map<string, (event: never) => void>();
		new Connection({
			url: URL,
			openSocket: () => ({
				binaryType: '',
				send: () => undefined,
				close: () => undefined,
				addEventListener: (type, listener) => void listeners.set(type, listener),
			}),
			clock,
			random: systemRandom,
			credential: Credential.DEVICE,
			keyId: KEY_ID,
			key: KEY,
			hello: () => create(HelloSchema),
			welcomed: () => undefined,
			heard: () => undefined,
			closed: (code, words) => void closed.push([code, words]),
		});
		listeners.get('error')?.({ message: 'Unexpected server response: 429' } as never);
		listeners.get('close')?.({ code: 1006, reason: '' } as never);
		expect(closed).toEqual([[429, 'the hub answered HTTP 429']]);
	});

	it('makes its preface the prologue: with another credential in it message 1 does not hold', async () => {
		connect();
		await until(() => frames.length === 2);
		const registration = toBinary(
			PrefaceSchema,
			create(PrefaceSchema, { protocol: 2, credential: Credential.REGISTRATION, keyId: KEY_ID }),
		);
		const session = new HubSession({ random: systemRandom });
		value(session.readPreface(registration));
		expect(session.readHello(frames[1]!, KEY).ok).toBe(false);
	});
});

import { readFileSync } from 'node:fs';
import { type MessageInitShape, create, fromBinary, toBinary, toJson } from '@bufbuild/protobuf';
import { describe, expect, it } from 'vitest';
import {
	BootReason,
	Cause,
	Credential,
	FromDeviceSchema,
	FromHubSchema,
	HelloSchema,
	PrefaceSchema,
	WelcomeSchema,
} from '../../protocol/device_pb.ts';
import type { Random } from '../base/random.ts';
import { Initiator, PROTOCOL_NAME } from './noise.ts';
import { HubSession } from './session.ts';
import { decrypt, encrypt, hash, hkdf } from './sodium.ts';
import { dh, keyPairOf } from './x25519.ts';

/** One whole session with fixed keys: what an implementation in another language is held against. */
interface LinkSession {
	description: string;
	protocol_name: string;
	psk: string;
	board_ephemeral_secret: string;
	hub_ephemeral_secret: string;
	preface: string;
	hello: string;
	message_1: string;
	welcome: string;
	message_2: string;
	handshake_hash: string;
	board_to_hub_key: string;
	hub_to_board_key: string;
	frames: { from: 'board' | 'hub'; n: number; message: unknown; plaintext: string; frame: string }[];
}

const VECTORS = new URL('../../protocol/vectors/link-session.json', import.meta.url);
const README = new URL('../../protocol/README.md', import.meta.url);
const EMPTY = new Uint8Array();

const bytes = (hex: string) => new Uint8Array(Buffer.from(hex, 'hex'));
const hex = (data: Uint8Array | undefined) => Buffer.from(data ?? EMPTY).toString('hex');
const counting = (length: number, from: number) => Uint8Array.from({ length }, (_, i) => from + i);
const fixed = (secret: Uint8Array): Random => ({ bytes: () => secret, fraction: () => 0 });

const psk = counting(32, 0x00);
const boardSecret = counting(32, 0x20);
const hubSecret = counting(32, 0x40);
const preface = toBinary(
	PrefaceSchema,
	create(PrefaceSchema, { protocol: 2, credential: Credential.DEVICE, keyId: counting(16, 0xa0) }),
);
const hello = create(HelloSchema, {
	deviceId: 'ESP_A4CF12B3D09E',
	mac: bytes('a4cf12b3d09e'),
	board: 'd1-mini',
	firmware: '1.0.0',
	chip: 'ESP8266',
	bootId: 0x1122334455667788n,
	bootCount: 7,
	bootReason: BootReason.POWER_ON,
	uptimeMs: 2_345n,
	freeHeap: 40_960,
	rssi: -58,
	ssid: 'home',
});
const welcome = create(WelcomeSchema, {
	hubId: counting(16, 0xb0),
	sessionId: 0x0102030405060708n,
	hubTimeMs: 1_767_225_600_000n,
	timeZone: 'CET-1CEST,M3.5.0,M10.5.0/3',
	beatMs: 2_000,
});
function fromBoard(message: MessageInitShape<typeof FromDeviceSchema>['message']) {
	const whole = create(FromDeviceSchema, { message });
	return {
		from: 'board' as const,
		message: toJson(FromDeviceSchema, whole),
		plaintext: toBinary(FromDeviceSchema, whole),
	};
}

function fromHub(message: MessageInitShape<typeof FromHubSchema>['message']) {
	const whole = create(FromHubSchema, { message });
	return {
		from: 'hub' as const,
		message: toJson(FromHubSchema, whole),
		plaintext: toBinary(FromHubSchema, whole),
		whole,
	};
}

/** What a session is made of: proof, report, pace, command, answer, a new key. */
const talk = [
	fromBoard({ case: 'beat', value: { uptimeMs: 2_400n, freeHeap: 40_960, rssi: -58 } }),
	fromBoard({ case: 'relayState', value: { relay: 1, cause: Cause.BOOT, changedMs: 2_400n } }),
	fromHub({ case: 'pace', value: { beatMs: 300 } }),
	fromHub({ case: 'setRelay', value: { relay: 1, on: true, forMs: 60_000, commandId: 77, deadlineMs: 5_000n } }),
	fromBoard({
		case: 'relayState',
		value: { relay: 1, on: true, cause: Cause.COMMAND, commandId: 77, remainingMs: 60_000 },
	}),
	fromHub({ case: 'provision', value: { keyId: counting(16, 0xc0), key: counting(32, 0xd0) } }),
	fromBoard({ case: 'provisioned', value: { keyId: counting(16, 0xc0) } }),
];

/** The session as the hub's own code speaks it. */
function speak(): LinkSession {
	const board = new Initiator({ psk, prologue: preface, random: fixed(boardSecret) });
	const hub = new HubSession({ random: fixed(hubSecret) });
	const helloBytes = toBinary(HelloSchema, hello);
	value(hub.readPreface(preface));
	const message1 = board.writeMessage1(helloBytes);
	value(hub.readHello(message1, psk));
	const message2 = value(hub.writeWelcome(welcome));
	const { payload, transport } = board.readMessage2(message2)!;
	const sent = { board: 0, hub: 0 };
	const frames = talk.map((line) => {
		const { from, message, plaintext } = line;
		const frame = from === 'board' ? transport.send.encrypt(plaintext)! : value(hub.write(line.whole));
		const read = from === 'board' ? value(hub.read(frame)) : transport.receive.decrypt(frame);
		expect(read).toBeDefined();
		return { from, n: sent[from]++, message, plaintext: hex(plaintext), frame: hex(frame) };
	});
	const { boardToHub, hubToBoard } = handshakeByHand();
	return {
		description:
			'One session of Mooring Link v2 with fixed keys, all in hex. Frames in the order they are sent; n is the nonce of its direction; message is the protobuf JSON of plaintext.',
		protocol_name: PROTOCOL_NAME,
		psk: hex(psk),
		board_ephemeral_secret: hex(boardSecret),
		hub_ephemeral_secret: hex(hubSecret),
		preface: hex(preface),
		hello: hex(helloBytes),
		message_1: hex(message1),
		welcome: hex(payload),
		message_2: hex(message2),
		handshake_hash: hex(transport.handshakeHash),
		board_to_hub_key: hex(boardToHub),
		hub_to_board_key: hex(hubToBoard),
		frames,
	};
}

/** The handshake step by step, as protocol/README.md writes it out: another way to the same bytes. */
function handshakeByHand() {
	const board = keyPairOf(boardSecret);
	const hub = keyPairOf(hubSecret);
	let h: Uint8Array = hash(Buffer.from(PROTOCOL_NAME));
	let ck = h;
	let k: Uint8Array = EMPTY;
	const mixHash = (data: Uint8Array) => void (h = hash(h, data));
	const mixKey = (input: Uint8Array) => {
		const [next, key] = hkdf(ck, input, 2);
		[ck, k] = [next!, key!];
	};
	const seal = (plaintext: Uint8Array) => {
		const sealed = encrypt(k, 0, h, plaintext);
		mixHash(sealed);
		return sealed;
	};

	mixHash(preface);
	const [ck1, t, k1] = hkdf(ck, psk, 3);
	[ck, k] = [ck1!, k1!];
	mixHash(t!);
	mixHash(board.publicKey);
	mixKey(board.publicKey);
	const message1 = Buffer.concat([board.publicKey, seal(toBinary(HelloSchema, hello))]);

	mixHash(hub.publicKey);
	mixKey(hub.publicKey);
	mixKey(dh(hub, board.publicKey)!);
	const message2 = Buffer.concat([hub.publicKey, seal(toBinary(WelcomeSchema, welcome))]);

	const [boardToHub, hubToBoard] = hkdf(ck, EMPTY, 2);
	return { message1, message2, h, boardToHub: boardToHub!, hubToBoard: hubToBoard! };
}

function value<T>(result: { ok: true; value: T } | { ok: false; error: { message: string } }): T {
	if (!result.ok) throw new Error(result.error.message);
	return result.value;
}

describe('vectors/link-session.json', () => {
	const vectors = JSON.parse(readFileSync(VECTORS, 'utf8')) as LinkSession;

	it('is exactly what this hub and a board send each other with these keys', () => {
		expect(speak()).toEqual(vectors);
	});

	it('matches the handshake as described in the README, step by step', () => {
		const { message1, message2, h } = handshakeByHand();
		expect(hex(message1)).toBe(vectors.message_1);
		expect(hex(message2)).toBe(vectors.message_2);
		expect(hex(h)).toBe(vectors.handshake_hash);
	});

	it('has frames that open with the key of their direction and their number as nonce', () => {
		for (const { from, n, plaintext, frame } of vectors.frames) {
			const key = from === 'board' ? vectors.board_to_hub_key : vectors.hub_to_board_key;
			expect(hex(decrypt(bytes(key), n, EMPTY, bytes(frame)))).toBe(plaintext);
		}
	});

	it('has messages that match their JSON', () => {
		for (const { from, message, plaintext } of vectors.frames) {
			const read =
				from === 'board'
					? toJson(FromDeviceSchema, fromBinary(FromDeviceSchema, bytes(plaintext)))
					: toJson(FromHubSchema, fromBinary(FromHubSchema, bytes(plaintext)));
			expect(read).toEqual(message);
		}
	});

	it('is the worked example of the description', () => {
		const readme = readFileSync(README, 'utf8').replace(/\s/g, '');
		const { frames, description: _, ...fields } = vectors;
		const shown = [
			...Object.values(fields),
			...frames.slice(0, 4).flatMap(({ plaintext, frame }) => [plaintext, frame]),
		];
		for (const text of shown) expect(readme.includes(text), text).toBe(true);
	});
});

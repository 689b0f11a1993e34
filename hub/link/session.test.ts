import { create, fromBinary, toBinary } from '@bufbuild/protobuf';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	Credential,
	FromDeviceSchema,
	FromHubSchema,
	HelloSchema,
	PrefaceSchema,
	WelcomeSchema,
} from '../../protocol/device_pb.ts';
import { systemRandom } from '../base/random.ts';
import type { Result } from '../base/result.ts';
import { MAX_FRAME_BYTES } from './faults.ts';
import { Initiator, type Transport } from './noise.ts';
import { HubSession } from './session.ts';

const psk = systemRandom.bytes(32);
const keyId = systemRandom.bytes(16);
const prefaceBytes = toBinary(
	PrefaceSchema,
	create(PrefaceSchema, { protocol: 2, credential: Credential.DEVICE, keyId }),
);
const hello = create(HelloSchema, {
	deviceId: 'ESP_A4CF12B3D09E',
	mac: Uint8Array.of(0xa4, 0xcf, 0x12, 0xb3, 0xd0, 0x9e),
	board: 'd1-mini',
});
const welcome = create(WelcomeSchema, { hubId: systemRandom.bytes(16), beatMs: 300 });
const beat = toBinary(FromDeviceSchema, create(FromDeviceSchema, { message: { case: 'beat', value: { rssi: -58 } } }));

function value<T, E>(result: Result<T, E>): T {
	if (!result.ok) throw new Error(JSON.stringify(result.error));
	return result.value;
}

/** A board and a hub up to message 1, with the board's bytes as they go over the wire. */
function begin(key = psk) {
	const board = new Initiator({ psk: key, prologue: prefaceBytes, random: systemRandom });
	const message1 = board.writeMessage1(toBinary(HelloSchema, hello));
	return { board, message1, hub: new HubSession({ random: systemRandom }) };
}

function shakeHands(): { hub: HubSession; board: Transport; message1: Uint8Array } {
	const { board, message1, hub } = begin();
	value(hub.readPreface(prefaceBytes));
	value(hub.readHello(message1, psk));
	const message2 = value(hub.writeWelcome(welcome));
	return { hub, board: board.readMessage2(message2)!.transport, message1 };
}

/** Every copy of `bytes` with one bit changed somewhere, one per position. */
function* tampered(bytes: Uint8Array): Generator<[position: number, Uint8Array]> {
	for (let i = 0; i < bytes.length; i++) {
		const copy = bytes.slice();
		copy[i]! ^= 1 << (i % 8);
		yield [i, copy];
	}
}

describe('HubSession', () => {
	it('leads a board from preface to messages in both directions', () => {
		const { hub, board } = shakeHands();
		expect(hub.proven).toBe(false);
		expect(value(hub.read(board.send.encrypt(beat)!))).toMatchObject({ case: 'beat', value: { rssi: -58 } });
		expect(hub.proven).toBe(true);
		const frame = value(hub.write(create(FromHubSchema, { message: { case: 'pace', value: { beatMs: 2_000 } } })));
		expect(fromBinary(FromHubSchema, board.receive.decrypt(frame)!).message).toMatchObject({
			value: { beatMs: 2_000 },
		});
	});

	it('returns the key of the preface and the Hello of the board', () => {
		const { message1, hub } = begin();
		expect(value(hub.readPreface(prefaceBytes))).toEqual({ credential: 'device', keyId });
		expect(value(hub.readHello(message1, psk)).deviceId).toBe('ESP_A4CF12B3D09E');
	});

	it('refuses a preface changed at any position, at the latest with message 1', () => {
		for (const [position, bytes] of tampered(prefaceBytes)) {
			const { message1, hub } = begin();
			const preface = hub.readPreface(bytes);
			if (preface.ok) expect(hub.readHello(message1, psk).ok, `byte ${position}`).toBe(false);
		}
	});

	it('refuses message 1 changed at any position', () => {
		for (const [position, bytes] of tampered(begin().message1)) {
			const { hub } = begin();
			value(hub.readPreface(prefaceBytes));
			expect(hub.readHello(bytes, psk), `byte ${position}`).toMatchObject({ ok: false });
		}
	});

	it('a board refuses message 2 changed at any position', () => {
		const { hub: measured, message1: m } = begin();
		value(measured.readPreface(prefaceBytes));
		value(measured.readHello(m, psk));
		const { length } = value(measured.writeWelcome(welcome));
		for (let i = 0; i < length; i++) {
			const { board, message1, hub } = begin();
			value(hub.readPreface(prefaceBytes));
			value(hub.readHello(message1, psk));
			const message2 = value(hub.writeWelcome(welcome)).slice();
			message2[i]! ^= 1;
			expect(board.readMessage2(message2), `byte ${i}`).toBeUndefined();
		}
	});

	it('refuses a transport frame changed at any position, and ends', () => {
		const { length } = shakeHands().board.send.encrypt(beat)!;
		for (let i = 0; i < length; i++) {
			const { hub, board } = shakeHands();
			const frame = board.send.encrypt(beat)!;
			frame[i]! ^= 1;
			expect(hub.read(frame), `byte ${i}`).toMatchObject({ ok: false, error: { kind: 'bad-frame', closeCode: 4400 } });
			expect(hub.proven).toBe(false);
			expect(hub.read(board.send.encrypt(beat)!)).toMatchObject({ ok: false, error: { kind: 'out-of-turn' } });
		}
	});

	it('refuses every truncation of message 1', () => {
		const { message1 } = begin();
		for (let length = 0; length < message1.length; length++) {
			const { hub } = begin();
			value(hub.readPreface(prefaceBytes));
			expect(hub.readHello(message1.subarray(0, length), psk).ok, `${length} bytes`).toBe(false);
		}
	});

	it('refuses every truncation of the preface, of message 2 and of a transport frame', () => {
		for (let length = 0; length < prefaceBytes.length; length++) {
			const { hub } = begin();
			expect(hub.readPreface(prefaceBytes.subarray(0, length)).ok, `preface of ${length} bytes`).toBe(false);
		}
		for (let length = 0, full = 1; length < full; length++) {
			const { board, message1, hub } = begin();
			value(hub.readPreface(prefaceBytes));
			value(hub.readHello(message1, psk));
			const message2 = value(hub.writeWelcome(welcome));
			full = message2.length;
			expect(board.readMessage2(message2.subarray(0, length)), `message 2 of ${length} bytes`).toBeUndefined();
		}
		for (let length = 0, full = 1; length < full; length++) {
			const { hub, board } = shakeHands();
			const frame = board.send.encrypt(beat)!;
			full = frame.length;
			expect(hub.read(frame.subarray(0, length)), `frame of ${length} bytes`).toMatchObject({
				error: { kind: 'bad-frame' },
			});
		}
	});

	it('writes and reads a frame of exactly the maximum length', () => {
		const { hub, board } = shakeHands();
		const log = (length: number) =>
			toBinary(
				FromDeviceSchema,
				create(FromDeviceSchema, { message: { case: 'log', value: { text: 'x'.repeat(length) } } }),
			);
		const longest = 960 + 1_008 - log(960).length;
		expect(value(hub.read(board.send.encrypt(log(longest))!)).case).toBe('log');
		expect(hub.read(board.send.encrypt(log(longest + 1))!)).toMatchObject({ error: { kind: 'frame-too-long' } });

		const chunk = (length: number) =>
			create(FromHubSchema, { message: { case: 'otaChunk', value: { data: new Uint8Array(length) } } });
		const fits = 960 + 1_008 - toBinary(FromHubSchema, chunk(960)).length;
		const { hub: other } = shakeHands();
		expect(value(other.write(chunk(fits)))).toHaveLength(MAX_FRAME_BYTES);
		expect(other.write(chunk(fits + 1))).toMatchObject({ error: { kind: 'message-too-long' } });
	});

	it('refuses frames longer than the limit at every step', () => {
		const long = new Uint8Array(MAX_FRAME_BYTES + 1);
		expect(new HubSession({ random: systemRandom }).readPreface(long)).toMatchObject({
			error: { kind: 'frame-too-long' },
		});
		const { hub } = begin();
		value(hub.readPreface(prefaceBytes));
		expect(hub.readHello(long, psk)).toMatchObject({ error: { kind: 'frame-too-long' } });
		expect(shakeHands().hub.read(long)).toMatchObject({ error: { kind: 'frame-too-long' } });
	});

	it('answers a replayed message 1 but never trusts it', () => {
		const { message1, board } = shakeHands();
		const oldFrame = board.send.encrypt(beat)!;
		const replay = new HubSession({ random: systemRandom });
		value(replay.readPreface(prefaceBytes));
		value(replay.readHello(message1, psk));
		value(replay.writeWelcome(welcome));
		expect(replay.proven).toBe(false);
		expect(replay.read(oldFrame)).toMatchObject({ ok: false, error: { kind: 'bad-frame' } });
		expect(replay.proven).toBe(false);
	});

	it('refuses a board with another key', () => {
		const { message1, hub } = begin(systemRandom.bytes(32));
		value(hub.readPreface(prefaceBytes));
		expect(hub.readHello(message1, psk)).toMatchObject({ ok: false, error: { kind: 'bad-message-1' } });
	});

	it('refuses a repeated frame and frames in another order', () => {
		const first = shakeHands();
		const frame = first.board.send.encrypt(beat)!;
		value(first.hub.read(frame));
		expect(first.hub.read(frame)).toMatchObject({ error: { kind: 'bad-frame' } });
		const second = shakeHands();
		second.board.send.encrypt(beat);
		expect(second.hub.read(second.board.send.encrypt(beat)!)).toMatchObject({ error: { kind: 'bad-frame' } });
	});

	it('refuses frames out of order', () => {
		const hub = new HubSession({ random: systemRandom });
		expect(hub.write(create(FromHubSchema))).toMatchObject({ error: { kind: 'out-of-turn' } });
		expect(hub.readHello(begin().message1, psk)).toMatchObject({ error: { kind: 'out-of-turn' } });
		expect(hub.readPreface(prefaceBytes)).toMatchObject({ error: { kind: 'out-of-turn' } });
	});

	it('refuses another version of the protocol in words', () => {
		const old = toBinary(PrefaceSchema, create(PrefaceSchema, { protocol: 1, credential: Credential.DEVICE, keyId }));
		expect(new HubSession({ random: systemRandom }).readPreface(old)).toMatchObject({
			error: { kind: 'wrong-version' },
		});
	});

	it('ignores a message it does not know', () => {
		const { hub, board } = shakeHands();
		const unknown = Uint8Array.of(0xf2, 0x3f, 0x02, 0x08, 0x01); // field 1022, a message with one field
		expect(value(hub.read(board.send.encrypt(unknown)!)).case).toBeUndefined();
	});

	it('keeps the link if a message of the hub is too long', () => {
		const { hub, board } = shakeHands();
		const long = create(FromHubSchema, {
			message: { case: 'otaChunk', value: { data: new Uint8Array(MAX_FRAME_BYTES) } },
		});
		expect(hub.write(long)).toMatchObject({ error: { kind: 'message-too-long' } });
		const frame = value(hub.write(create(FromHubSchema, { message: { case: 'reboot', value: {} } })));
		expect(board.receive.decrypt(frame)).toBeDefined();
	});

	it('never throws, whatever the bytes', () => {
		const frames = fc.array(fc.uint8Array({ maxLength: MAX_FRAME_BYTES + 8 }), { maxLength: 4 });
		fc.assert(
			fc.property(frames, fc.boolean(), (frames, polite) => {
				const hub = new HubSession({ random: systemRandom });
				if (polite) hub.readPreface(prefaceBytes);
				for (const frame of frames) {
					if (!polite) hub.readPreface(frame);
					hub.readHello(frame, psk);
					hub.writeWelcome(welcome);
					hub.read(frame);
				}
				return !hub.proven;
			}),
		);
		const proven = fc.uint8Array({ maxLength: 200 });
		fc.assert(
			fc.property(proven, (plaintext) => {
				const { hub, board } = shakeHands();
				const read = hub.read(board.send.encrypt(plaintext)!);
				return read.ok || read.error.kind === 'bad-message';
			}),
		);
	});
});

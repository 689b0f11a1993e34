import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Random } from '../base/random.ts';
import { CipherState, Initiator, Responder } from './noise.ts';

interface Vector {
	protocol_name: string;
	init_prologue: string;
	init_psks: [string];
	init_ephemeral: string;
	resp_prologue: string;
	resp_psks: [string];
	resp_ephemeral: string;
	handshake_hash: string;
	messages: { payload: string; ciphertext: string }[];
}

const file = new URL('../../protocol/vectors/noise-nnpsk0-25519-chachapoly-sha256.json', import.meta.url);
const { vectors } = JSON.parse(readFileSync(file, 'utf8')) as { vectors: Vector[] };
const bytes = (hex: string) => new Uint8Array(Buffer.from(hex, 'hex'));
const hex = (data: Uint8Array | undefined) => Buffer.from(data ?? []).toString('hex');
const fixed = (secret: string): Random => ({ bytes: () => bytes(secret), fraction: () => 0 });

describe('Noise_NNpsk0_25519_ChaChaPoly_SHA256', () => {
	it('has published vectors to compare with', () => {
		expect(vectors.length).toBeGreaterThan(0);
	});

	it.each(vectors.map((vector, index) => [index, vector] as const))(
		'matches vector %i exactly on both sides',
		(_, vector) => {
			const initiator = new Initiator({
				psk: bytes(vector.init_psks[0]),
				prologue: bytes(vector.init_prologue),
				random: fixed(vector.init_ephemeral),
			});
			const responder = new Responder({
				psk: bytes(vector.resp_psks[0]),
				prologue: bytes(vector.resp_prologue),
				random: fixed(vector.resp_ephemeral),
			});
			const [m1, m2, ...rest] = vector.messages;

			const message1 = initiator.writeMessage1(bytes(m1!.payload));
			expect(hex(message1)).toBe(m1!.ciphertext);
			expect(hex(responder.readMessage1(message1))).toBe(m1!.payload);

			const written = responder.writeMessage2(bytes(m2!.payload))!;
			expect(hex(written.message)).toBe(m2!.ciphertext);
			const read = initiator.readMessage2(written.message)!;
			expect(hex(read.payload)).toBe(m2!.payload);
			expect(hex(read.transport.handshakeHash)).toBe(vector.handshake_hash);
			expect(hex(written.transport.handshakeHash)).toBe(vector.handshake_hash);

			for (const [index, { payload, ciphertext }] of rest.entries()) {
				const [from, to] = index % 2 === 0 ? [read.transport, written.transport] : [written.transport, read.transport];
				expect(hex(from.send.encrypt(bytes(payload)))).toBe(ciphertext);
				expect(hex(to.receive.decrypt(bytes(ciphertext)))).toBe(payload);
			}
		},
	);

	it.each([
		['zero', '00'.repeat(32)],
		['one', `01${'00'.repeat(31)}`],
		['of order 8', 'e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800'],
	])('refuses an ephemeral key that is %s', (_, point) => {
		const psk = new Uint8Array(32).fill(7);
		const prologue = new Uint8Array();
		const random = fixed('11'.repeat(32));
		const initiator = new Initiator({ psk, prologue, random });
		initiator.writeMessage1(new Uint8Array());
		const message2 = Buffer.concat([bytes(point), Buffer.alloc(16)]);
		expect(initiator.readMessage2(message2)).toBeUndefined();
	});
});

describe('CipherState', () => {
	const k = new Uint8Array(32).fill(5);
	const text = new Uint8Array(8).fill(1);

	it('ends before a nonce could be used twice', () => {
		const send = new CipherState(k, Number.MAX_SAFE_INTEGER - 1);
		const receive = new CipherState(k, Number.MAX_SAFE_INTEGER - 1);
		const last = send.encrypt(text)!;
		expect(receive.decrypt(last)).toEqual(Buffer.from(text));
		expect(send.encrypt(text)).toBeUndefined();
		expect(receive.decrypt(last)).toBeUndefined();
	});

	it('counts beyond 32 bits', () => {
		const send = new CipherState(k, 2 ** 32 - 1);
		send.encrypt(text);
		const beyond = send.encrypt(text)!;
		expect(new CipherState(k, 2 ** 32).decrypt(beyond)).toEqual(Buffer.from(text));
		expect(new CipherState(k, 0).decrypt(beyond)).toBeUndefined();
	});

	it('keeps its nonce after an invalid message', () => {
		const message = new CipherState(k).encrypt(text)!;
		const receive = new CipherState(k);
		expect(receive.decrypt(new Uint8Array(24))).toBeUndefined();
		expect(receive.decrypt(message)).toEqual(Buffer.from(text));
	});
});

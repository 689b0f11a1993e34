import { create, toBinary } from '@bufbuild/protobuf';
import { createPublicKey, diffieHellman, generateKeyPairSync } from 'node:crypto';
import { Credential, type Hello, HelloSchema, PrefaceSchema, WelcomeSchema } from '../../protocol/device_pb.ts';
import { systemRandom } from '../../hub/base/random.ts';
import { Initiator } from '../../hub/link/noise.ts';
import { HubSession } from '../../hub/link/session.ts';
import { ratio, report } from './lib/report.ts';
import { median } from './lib/statistics.ts';

/**
 * Handshakes a second at the hub's end of the link, without sockets, against the limit by the CPU's X25519: one
 * handshake needs two multiplications, of the base point for its ephemeral key and of the board's point.
 */
const ROUNDS = 7;
const HANDSHAKES = 1_500;
const MULTIPLICATIONS_EACH = 2;

const psk = systemRandom.bytes(32);
const preface = toBinary(
	PrefaceSchema,
	create(PrefaceSchema, { protocol: 2, credential: Credential.DEVICE, keyId: systemRandom.bytes(16) }),
);
const hello: Hello = create(HelloSchema, {
	deviceId: 'ESP_A4CF12B3D09E',
	mac: Buffer.from('A4CF12B3D09E', 'hex'),
	board: 'd1-mini',
	firmware: '1.0.0',
	chip: 'ESP8266',
	bootId: 1n,
	bootCount: 1,
});
const welcome = create(WelcomeSchema, {
	hubId: systemRandom.bytes(16),
	sessionId: 1n,
	hubTimeMs: 1n,
	timeZone: 'UTC0',
});

/** The boards' first messages, made before the time is taken: the boards compute them, not the hub. */
function messages(count: number): Uint8Array[] {
	return Array.from({ length: count }, () =>
		new Initiator({ psk, prologue: preface, random: systemRandom }).writeMessage1(toBinary(HelloSchema, hello)),
	);
}

function handshakesPerSecond(message1s: Uint8Array[]): number {
	const began = performance.now();
	for (const message1 of message1s) {
		const session = new HubSession({ random: systemRandom });
		if (!session.readPreface(preface).ok || !session.readHello(message1, psk).ok || !session.writeWelcome(welcome).ok)
			throw new Error('A handshake failed.');
	}
	return (message1s.length / (performance.now() - began)) * 1_000;
}

function limitPerSecond(count: number): number {
	const { privateKey } = generateKeyPairSync('x25519');
	const publicKey = createPublicKey(generateKeyPairSync('x25519').privateKey);
	const began = performance.now();
	for (let i = 0; i < count * MULTIPLICATIONS_EACH; i++) diffieHellman({ privateKey, publicKey });
	return (count / (performance.now() - began)) * 1_000;
}

const hub: number[] = [];
const limit: number[] = [];
handshakesPerSecond(messages(HANDSHAKES));
limitPerSecond(HANDSHAKES);
for (let round = 0; round < ROUNDS; round++) {
	const made = messages(HANDSHAKES);
	limit.push(limitPerSecond(HANDSHAKES));
	hub.push(handshakesPerSecond(made));
}
report(
	'handshakes',
	[
		{
			what: 'handshakes, one core',
			hub: `${median(hub).toFixed(0)} /s`,
			against: `${median(limit).toFixed(0)} /s`,
			ratio: ratio(median(hub), median(limit)),
			goal: '≥ 0.7 ×',
		},
	],
	{ hubPerSecond: median(hub), limitPerSecond: median(limit) },
);

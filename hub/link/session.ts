import { fromBinary, toBinary } from '@bufbuild/protobuf';
import {
	Credential,
	FromDeviceSchema,
	type FromHub,
	FromHubSchema,
	HelloSchema,
	PrefaceSchema,
	type Welcome,
	WelcomeSchema,
} from '../../protocol/device_pb.ts';
import type { Random } from '../base/random.ts';
import { type Result, ok } from '../base/result.ts';
import { type BoardHello, type BoardMessage, boundHello, boundMessage } from './board-message.ts';
import { BOUNDS } from './bounds.ts';
import { type LinkFault, MAX_FRAME_BYTES, linkFault } from './faults.ts';
import { HANDSHAKE_OVERHEAD, Responder, type Transport } from './noise.ts';
import { TAGLEN } from './sodium.ts';

export interface NamedKey {
	credential: 'registration' | 'device';
	keyId: Uint8Array;
}

/** The state of a session; each step drops what only the one before needed. */
type Step =
	| { at: 'preface' }
	| { at: 'hello'; prologue: Uint8Array }
	| { at: 'welcome'; responder: Responder }
	| { at: 'transport'; transport: Transport; proven: boolean }
	| { at: 'over' };

/**
 * The hub's end of a link: frames in, results out, in the order preface, hello, welcome, transport. A fault ends the
 * session; every further call fails.
 */
export class HubSession {
	#random: Random;
	#step: Step = { at: 'preface' };

	constructor(options: { random: Random }) {
		this.#random = options.random;
	}

	/**
	 * True once a transport frame of the board was decrypted. An eavesdropper can replay message 1, so its Hello must
	 * not be trusted before that.
	 */
	get proven(): boolean {
		return this.#step.at === 'transport' && this.#step.proven;
	}

	readPreface(frame: Uint8Array): Result<NamedKey, LinkFault> {
		if (this.#step.at !== 'preface') return this.#fail('out-of-turn');
		if (frame.length > MAX_FRAME_BYTES) return this.#fail('frame-too-long');
		const prologue = frame.slice();
		const preface = parse(() => fromBinary(PrefaceSchema, prologue));
		if (!preface) return this.#fail('bad-preface');
		const bounds = BOUNDS.Preface;
		if (bounds.protocol(preface.protocol) === null) return this.#fail('wrong-version');
		const credential = bounds.credential(preface.credential);
		const keyId = bounds.keyId(preface.keyId);
		if (credential === Credential.UNSPECIFIED || !keyId) return this.#fail('bad-preface');
		this.#step = { at: 'hello', prologue };
		return ok({ credential: credential === Credential.REGISTRATION ? 'registration' : 'device', keyId });
	}

	/** Noise message 1 under the key that the preface named. Do not trust it before `proven`. */
	readHello(frame: Uint8Array, psk: Uint8Array): Result<BoardHello, LinkFault> {
		if (this.#step.at !== 'hello') return this.#fail('out-of-turn');
		if (frame.length > MAX_FRAME_BYTES) return this.#fail('frame-too-long');
		const responder = new Responder({ psk, prologue: this.#step.prologue, random: this.#random });
		const payload = responder.readMessage1(frame);
		if (!payload) return this.#fail('bad-message-1');
		const said = parse(() => fromBinary(HelloSchema, payload));
		const hello = said && boundHello(said);
		if (!hello) return this.#fail('bad-hello');
		this.#step = { at: 'welcome', responder };
		return ok(hello);
	}

	/** Noise message 2; after it both sides send transport frames. */
	writeWelcome(welcome: Welcome): Result<Uint8Array, LinkFault> {
		if (this.#step.at !== 'welcome') return this.#fail('out-of-turn');
		const payload = toBinary(WelcomeSchema, welcome);
		if (payload.length + HANDSHAKE_OVERHEAD > MAX_FRAME_BYTES) return this.#fail('message-too-long');
		const written = this.#step.responder.writeMessage2(payload);
		if (!written) return this.#fail('weak-key');
		this.#step = { at: 'transport', transport: written.transport, proven: false };
		return ok(written.message);
	}

	/** A message this hub does not know, or cannot use, has `case` undefined and is to be ignored. */
	read(frame: Uint8Array): Result<BoardMessage, LinkFault> {
		if (this.#step.at !== 'transport') return this.#fail('out-of-turn');
		if (frame.length > MAX_FRAME_BYTES) return this.#fail('frame-too-long');
		const plaintext = this.#step.transport.receive.decrypt(frame);
		if (!plaintext) return this.#fail('bad-frame');
		this.#step.proven = true;
		const message = parse(() => fromBinary(FromDeviceSchema, plaintext));
		return message ? ok(boundMessage(message)) : this.#fail('bad-message');
	}

	write(message: FromHub): Result<Uint8Array, LinkFault> {
		if (this.#step.at !== 'transport') return this.#fail('out-of-turn');
		const plaintext = toBinary(FromHubSchema, message);
		// A message that is too long is the hub's own mistake. Nothing was sent, so the link may go on.
		if (plaintext.length + TAGLEN > MAX_FRAME_BYTES) return linkFault('message-too-long');
		const frame = this.#step.transport.send.encrypt(plaintext);
		return frame ? ok(frame) : this.#fail('too-many-frames');
	}

	#fail(kind: LinkFault['kind']): Result<never, LinkFault> {
		this.#step = { at: 'over' };
		return linkFault(kind);
	}
}

/** protobuf-es throws on malformed bytes; here a parser gives undefined. */
function parse<T>(read: () => T): T | undefined {
	try {
		return read();
	} catch {
		return undefined;
	}
}

import { create, fromBinary, toBinary } from '@bufbuild/protobuf';
import {
	type Credential,
	type FromDevice,
	FromDeviceSchema,
	type FromHub,
	FromHubSchema,
	type Hello,
	HelloSchema,
	PrefaceSchema,
	type Welcome,
	WelcomeSchema,
} from '../../protocol/device_pb.ts';
import { type Clock, type Timer, every } from '../base/clock.ts';
import type { Random } from '../base/random.ts';
import { Initiator, type Transport } from '../link/noise.ts';

/** As protocol/README.md has them. */
const SUBPROTOCOL = 'mooring.v2';
const PROTOCOL_VERSION = 2;
const NORMAL_CLOSURE = 1000;
const ABNORMAL_CLOSURE = 1006;
/** A hub that does not finish the handshake in this time is none. */
const HANDSHAKE_TIMEOUT_MS = 12_000;
/**
 * How often a board asks whether its hub is still there, and how long that may take. A hub that lost its power says no
 * goodbye, and TCP alone takes a quarter of an hour to notice.
 */
const PING_EVERY_MS = 15_000;
/** A hub that does not answer the close in this time is not there any more. */
const CLOSE_WAIT_MS = 2_000;
/** `ws` has no other way to tell that the hub answered the upgrade with an HTTP status. */
const HTTP_ANSWER = /^Unexpected server response: (\d{3})$/;

/** The part of a WebSocket that a board needs; `ws`, a browser and a test all have it, but for the ping. */
export interface BoardSocket {
	binaryType: string;
	send(data: Uint8Array): void;
	close(code?: number, reason?: string): void;
	addEventListener(type: string, listener: (event: never) => void): void;
	/** sends a ping; `answered` is called when its pong comes */
	askForLife?(answered: () => void): void;
}

export type OpenSocket = (url: string, subprotocol: string) => BoardSocket;

export interface ConnectionOptions {
	url: string;
	openSocket: OpenSocket;
	clock: Clock;
	random: Random;
	credential: Credential;
	keyId: Uint8Array;
	key: Uint8Array;
	hello: () => Hello;
	/** there is a hub at the other end */
	opened?: () => void;
	welcomed: (welcome: Welcome) => void;
	heard: (message: FromHub) => void;
	/**
	 * the socket is gone; `code` is 1006 where it broke, an HTTP status where the hub did not even open it, `words` what
	 * is known of why
	 */
	closed: (code: number, words: string) => void;
}

/** One link from its opening to its end: preface, handshake, then messages in both directions. */
export class Connection {
	#options: ConnectionOptions;
	#socket: BoardSocket;
	#handshake: Initiator | undefined;
	#transport: Transport | undefined;
	#timeout: Timer;
	#pinging: Timer | undefined;
	#words = '';
	#opened = false;
	#httpStatus: number | undefined;
	/** it is being closed from this side: nothing of the hub counts any more */
	#ending = false;
	#over = false;

	constructor(options: ConnectionOptions) {
		this.#options = options;
		this.#socket = options.openSocket(options.url, SUBPROTOCOL);
		this.#socket.binaryType = 'arraybuffer';
		this.#timeout = options.clock.after(HANDSHAKE_TIMEOUT_MS, () =>
			this.#end('the hub did not answer the handshake in time'),
		);
		this.#socket.addEventListener('open', () => this.#open());
		this.#socket.addEventListener('message', ({ data }: { data: ArrayBuffer }) => this.#receive(new Uint8Array(data)));
		this.#socket.addEventListener('error', ({ message }: { message?: string }) => this.#failed(message));
		this.#socket.addEventListener('close', ({ code, reason }: { code: number; reason: string }) =>
			this.#closed(this.#httpStatus ?? code, reason || this.#words || 'the link broke'),
		);
	}

	/** False: the link is not there, or not any more. */
	send(message: FromDevice['message']): boolean {
		if (this.#over || this.#ending || !this.#transport) return false;
		const frame = this.#transport.send.encrypt(toBinary(FromDeviceSchema, create(FromDeviceSchema, { message })));
		if (!frame) return false;
		this.#socket.send(frame);
		return true;
	}

	close(): void {
		this.#end('the board closed the link');
	}

	/** As when the plug is pulled: not another word is sent or heard. */
	abandon(): void {
		this.#over = true;
		this.#timeout.cancel();
		this.#pinging?.cancel();
	}

	#open(): void {
		if (this.#over) return;
		const { credential, keyId, key, random, hello, opened } = this.#options;
		this.#opened = true;
		opened?.();
		const preface = toBinary(PrefaceSchema, create(PrefaceSchema, { protocol: PROTOCOL_VERSION, credential, keyId }));
		this.#handshake = new Initiator({ psk: key, prologue: preface, random });
		this.#socket.send(preface);
		this.#socket.send(this.#handshake.writeMessage1(toBinary(HelloSchema, hello())));
	}

	#receive(frame: Uint8Array): void {
		if (this.#over || this.#ending) return;
		if (this.#transport) {
			const plaintext = this.#transport.receive.decrypt(frame);
			if (!plaintext) return this.#end('a frame of the hub could not be decrypted');
			const message = read(() => fromBinary(FromHubSchema, plaintext));
			if (message) this.#options.heard(message);
			return;
		}
		const done = this.#handshake?.readMessage2(frame);
		const welcome = done && read(() => fromBinary(WelcomeSchema, done.payload));
		if (!done || !welcome) return this.#end('the hub does not know the key of this board');
		this.#handshake = undefined;
		this.#timeout.cancel();
		this.#transport = done.transport;
		this.#askForLife();
		this.#options.welcomed(welcome);
	}

	#askForLife(): void {
		let alive = true;
		this.#pinging = every(this.#options.clock, PING_EVERY_MS, () => {
			if (!alive) return this.#end('the hub does not answer any more');
			if (this.#socket.askForLife) alive = false;
			this.#socket.askForLife?.(() => (alive = true));
		});
	}

	#failed(message = ''): void {
		if (this.#ending) return; // the words of who ended it are the better ones
		const status = HTTP_ANSWER.exec(message)?.[1];
		if (status) this.#httpStatus = Number(status);
		this.#words = status
			? `the hub answered HTTP ${status}`
			: this.#opened
				? message
				: `the hub cannot be reached: ${message}`;
	}

	#end(words: string): void {
		this.#ending = true;
		this.#words = words;
		this.#timeout.cancel();
		this.#pinging?.cancel();
		// A line that is dead without a word gives no answer to this either: who waits for it waits for nothing.
		this.#timeout = this.#options.clock.after(CLOSE_WAIT_MS, () => this.#closed(ABNORMAL_CLOSURE, words));
		this.#socket.close(NORMAL_CLOSURE);
	}

	#closed(code: number, words: string): void {
		if (this.#over) return;
		this.abandon();
		this.#options.closed(code, words);
	}
}

function read<T>(parse: () => T): T | undefined {
	try {
		return parse();
	} catch {
		return undefined;
	}
}

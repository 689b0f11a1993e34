import { createHash } from 'node:crypto';
import { type MessageInitShape, create } from '@bufbuild/protobuf';
import { type FromHub, FromHubSchema, WelcomeSchema } from '../../../../protocol/device_pb.ts';
import { systemRandom } from '../../../../hub/base/random.ts';
import type { BoardHello, BoardMessage } from '../../../../hub/link/board-message.ts';
import { HubSession } from '../../../../hub/link/session.ts';
import type { BoardSocket } from '../../../../hub/virtual-board/board.ts';

/** RFC 6455. */
const ACCEPT_GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';
const OPCODE = { binary: 2, close: 8, ping: 9, pong: 10 };
const UNKNOWN_KEY = 4404;
const WRONG_KEY = 4400;

type Message<K extends string> = Extract<BoardMessage, { case: K }>['value'];

/** One link as the hub sees it. */
export interface Link {
	credential: string;
	keyId: Uint8Array;
	hello: BoardHello;
	heard: BoardMessage[];
	send(message: MessageInitShape<typeof FromHubSchema>['message']): void;
	/** An encrypted frame, for tests that change it before they send it with `put`. */
	frameOf(message: MessageInitShape<typeof FromHubSchema>['message']): Uint8Array;
	put(frame: Uint8Array): void;
	close(code: number): void;
}

/** A hub in this process, over a connection without delay: real sessions, and it keeps everything that it heard. */
export class FakeHub {
	/** the keys that it knows, by the first byte of the key's id */
	known = new Map<number, Uint8Array>();
	/** a wrong key to answer with */
	wrongKey: Uint8Array | undefined;
	/** hosts where it can be reached; undefined: all of them */
	hosts: string[] | undefined;
	/** the HTTP status that it answers with; 101 opens the WebSocket */
	httpStatus = 101;
	answersPings = true;
	/** it reads and answers nothing */
	isSilent = false;
	welcome: MessageInitShape<typeof WelcomeSchema> = {};
	links: Link[] = [];
	/** "HOST:PORT" of each try */
	tries: string[] = [];
	/** all that came, in pieces as the board sent them */
	readonly pieces: Uint8Array[] = [];
	upgrade = '';
	/** open connections */
	open = 0;

	readonly openSocket = (changed: () => void): BoardSocket => new FakeSocket(this, changed);

	get link(): Link | undefined {
		return this.links.at(-1);
	}

	/** The messages of a kind on a link, by default the last one. */
	heard<K extends NonNullable<BoardMessage['case']>>(kind: K, link = this.links.length - 1): Message<K>[] {
		return (this.links[link]?.heard ?? []).flatMap((message) =>
			message.case === kind ? [message.value as Message<K>] : [],
		);
	}
}

/** One connection, both ends of it. */
class FakeSocket implements BoardSocket {
	state: BoardSocket['state'] = 'closed';
	readonly #hub: FakeHub;
	readonly #changed: () => void;
	#toBoard = Buffer.alloc(0);
	#toHub = Buffer.alloc(0);
	#session = new HubSession({ random: systemRandom });
	#step = 0;
	#preface: Pick<Link, 'credential' | 'keyId'> = { credential: '', keyId: new Uint8Array() };
	#link: Link | undefined;

	constructor(hub: FakeHub, changed: () => void) {
		this.#hub = hub;
		this.#changed = changed;
	}

	connect(host: string, port: number): boolean {
		this.close();
		this.#hub.tries.push(`${host}:${port}`);
		if (this.#hub.hosts && !this.#hub.hosts.includes(host)) return true;
		this.state = 'open';
		this.#hub.open++;
		this.#toBoard = this.#toHub = Buffer.alloc(0);
		this.#session = new HubSession({ random: systemRandom });
		this.#step = 0;
		this.#link = undefined;
		return true;
	}

	send(from: Uint8Array): number {
		if (this.state !== 'open') return -1;
		this.#hub.pieces.push(Uint8Array.from(from));
		this.#toHub = Buffer.concat([this.#toHub, from]);
		if (!this.#hub.isSilent) while (this.#take());
		return from.length;
	}

	receive(out: Uint8Array): number {
		const size = this.#toBoard.copy(out);
		this.#toBoard = this.#toBoard.subarray(size);
		return size > 0 || this.state === 'open' ? size : -1;
	}

	close(): void {
		if (this.state === 'open') this.#hub.open--;
		this.state = 'closed';
	}

	abandon(): void {
		this.close();
	}

	cork(): void {
		// The other end takes bytes at once.
	}

	uncork(): void {
		// See cork().
	}

	/** Handles the next complete request or frame; false if there is none. */
	#take(): boolean {
		if (this.#step === 0) return this.#takeUpgrade();
		const bytes = this.#toHub;
		if (bytes.length < 2) return false;
		const short = bytes[1]! & 0x7f;
		const header = short === 126 ? 4 : 2;
		const size = short === 126 && bytes.length >= 4 ? bytes.readUInt16BE(2) : short;
		const end = header + 4 + size;
		if (bytes.length < end) return false;
		const mask = bytes.subarray(header, header + 4);
		const payload = Uint8Array.from(bytes.subarray(header + 4, end), (byte, i) => byte ^ mask[i % 4]!);
		this.#toHub = bytes.subarray(end);
		const opcode = bytes[0]! & 0x0f;
		if (opcode === OPCODE.ping && this.#hub.answersPings) this.#put(OPCODE.pong, payload);
		if (opcode === OPCODE.close) this.#put(OPCODE.close, payload);
		if (opcode === OPCODE.binary) this.#takeFrame(payload);
		return true;
	}

	#takeUpgrade(): boolean {
		const end = this.#toHub.indexOf('\r\n\r\n');
		if (end < 0) return false;
		this.#hub.upgrade = this.#toHub.toString('latin1', 0, end);
		this.#toHub = this.#toHub.subarray(end + 4);
		this.#step = 1;
		const { httpStatus, upgrade } = this.#hub;
		const key = /^sec-websocket-key: (.*)$/im.exec(upgrade)![1]!;
		const accept = createHash('sha1').update(`${key}${ACCEPT_GUID}`).digest('base64');
		const lines = [
			`HTTP/1.1 ${httpStatus} As it is`,
			'Upgrade: websocket',
			'Connection: Upgrade',
			`Sec-WebSocket-Accept: ${accept}`,
			'Sec-WebSocket-Protocol: mooring.v2',
		];
		this.#say(Buffer.from(`${lines.join('\r\n')}\r\n\r\n`));
		return true;
	}

	#takeFrame(frame: Uint8Array): void {
		const hub = this.#hub;
		this.#step++;
		if (this.#step === 2) {
			const preface = this.#session.readPreface(frame);
			if (!preface.ok) return this.#end(WRONG_KEY, preface.error.message);
			this.#preface = preface.value;
			if (!hub.known.has(preface.value.keyId[0]!)) this.#end(UNKNOWN_KEY, 'unknown');
			return;
		}
		if (this.#step > 3) {
			const message = this.#session.read(frame);
			if (message.ok) this.#link?.heard.push(message.value);
			return;
		}
		const key = hub.wrongKey ?? hub.known.get(this.#preface.keyId[0]!);
		const hello = key && this.#session.readHello(frame, key);
		if (!hello) return;
		if (!hello.ok) return this.#end(WRONG_KEY, 'wrong key');
		const welcome = this.#session.writeWelcome(create(WelcomeSchema, { beatMs: 60_000, ...hub.welcome }));
		if (!welcome.ok) throw new Error(welcome.error.message);
		this.#link = this.#linkOf(hello.value);
		hub.links.push(this.#link);
		this.#put(OPCODE.binary, welcome.value);
	}

	#linkOf(hello: BoardHello): Link {
		const frameOf = (message: MessageInitShape<typeof FromHubSchema>['message']) => {
			const frame = this.#session.write(create(FromHubSchema, { message }) as FromHub);
			if (!frame.ok) throw new Error(frame.error.message);
			return frame.value;
		};
		const put = (frame: Uint8Array) => this.#put(OPCODE.binary, frame);
		return {
			...this.#preface,
			hello,
			heard: [],
			frameOf,
			put,
			send: (message) => put(frameOf(message)),
			close: (code) => this.#end(code, ''),
		};
	}

	#end(code: number, reason: string): void {
		const said = Buffer.alloc(2 + Buffer.byteLength(reason));
		said.writeUInt16BE(code);
		said.write(reason, 2);
		this.#put(OPCODE.close, said);
	}

	#put(opcode: number, payload: Uint8Array): void {
		const header =
			payload.length < 126 ? Buffer.of(0x80 | opcode, payload.length) : Buffer.of(0x80 | opcode, 126, 0, 0);
		if (payload.length >= 126) header.writeUInt16BE(payload.length, 2);
		this.#say(Buffer.concat([header, payload]));
	}

	#say(bytes: Uint8Array): void {
		if (this.state !== 'open') return;
		this.#toBoard = Buffer.concat([this.#toBoard, bytes]);
		this.#changed();
	}
}

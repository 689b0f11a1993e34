import { Socket as NodeSocket } from 'node:net';
import type { Socket } from './machine.ts';

/** With more than this waiting to be sent, the board is told that there is no room. */
const MOST_UNSENT_BYTES = 16_384;

/** A board's connection on a real network. */
export class TcpSocket implements Socket {
	#changed: () => void;
	#socket: NodeSocket | undefined;
	state: Socket['state'] = 'closed';
	#unread: Buffer[] = [];
	/** sent while corked; undefined if not corked */
	#held: Uint8Array[] | undefined;

	/** `changed` is called when it opens, closes, has received bytes or has room for more. */
	constructor(changed: () => void) {
		this.#changed = changed;
	}

	connect(host: string, port: number): boolean {
		this.close();
		// Small frames must not wait for each other (Nagle's algorithm).
		const socket = new NodeSocket().setNoDelay(true);
		this.#socket = socket;
		this.state = 'connecting';
		const gone = () => {
			if (this.#socket !== socket || this.state === 'closed') return;
			this.state = 'closed';
			this.#changed();
		};
		socket.on('connect', () => {
			this.state = 'open';
			this.#changed();
		});
		socket.on('data', (data: Buffer) => {
			this.#unread.push(data);
			this.#changed();
		});
		socket.on('drain', () => this.#changed());
		socket.on('end', gone).on('error', gone).on('close', gone);
		socket.connect({ host, port });
		return true;
	}

	send(from: Uint8Array): number {
		if (!this.#socket || this.state === 'closed') return -1;
		if (this.#socket.writableLength > MOST_UNSENT_BYTES) return 0;
		const piece = Uint8Array.from(from);
		if (this.#held) this.#held.push(piece);
		else this.#socket.write(piece);
		return from.length;
	}

	receive(out: Uint8Array): number {
		const first = this.#unread[0];
		if (!first) return this.state === 'closed' ? -1 : 0;
		const size = first.copy(out);
		if (size < first.length) this.#unread[0] = first.subarray(size);
		else this.#unread.shift();
		return size;
	}

	/** Not Node's own cork(), which writes each piece separately and is slower. */
	cork(): void {
		this.#held ??= [];
	}

	uncork(): void {
		const held = this.#held ?? [];
		this.#held = undefined;
		if (held.length > 0) this.#socket?.write(held.length === 1 ? held[0]! : Buffer.concat(held));
	}

	/** Closes the connection; what was sent before still goes out. */
	close(): void {
		if (this.#held) {
			this.uncork();
			this.cork();
		}
		const socket = this.#forget();
		socket?.end();
		socket?.resume();
		// Destroyed after a while even if the hub does not close its side.
		socket?.setTimeout(CLOSING_MS, () => socket.destroy());
	}

	/** Simulates a power loss: the other end hears nothing more, not even that the connection is closed. */
	abandon(): void {
		this.#held = undefined;
		this.#forget()?.pause().unref();
	}

	#forget(): NodeSocket | undefined {
		const socket = this.#socket;
		this.#socket = undefined;
		this.state = 'closed';
		this.#unread = [];
		socket?.removeAllListeners().on('error', () => undefined);
		return socket;
	}
}

const CLOSING_MS = 2_000;

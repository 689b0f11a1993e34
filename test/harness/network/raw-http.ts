import { type Socket, connect } from 'node:net';

/** How long to wait for an answer. */
const ANSWER_MS = 5_000;

/** A TCP connection to the hub that sends raw bytes, from any address of this machine. */
export class RawHttp {
	readonly socket: Socket;
	/** everything that has come */
	got = '';
	/** settles when the connection has ended, whoever ended it */
	readonly closed: Promise<void>;
	#origin: string;
	#piece: number;

	constructor(origin: string, { from, piece = Infinity }: { from?: string; piece?: number } = {}) {
		const { hostname, port } = new URL(origin);
		this.#origin = origin;
		this.#piece = piece;
		this.socket = connect({
			host: hostname.replace(/[[\]]/g, ''),
			port: Number(port),
			...(from ? { localAddress: from } : {}),
		});
		this.socket.setNoDelay(true);
		this.socket.on('data', (data) => (this.got += data.toString('latin1')));
		this.socket.on('error', () => undefined); // `closed` settles then
		this.closed = new Promise((resolve) => this.socket.once('close', () => resolve()));
	}

	/** Resolves when the bytes are sent. With `piece`, sends them in pieces, and waits until the hub has read each. */
	async send(bytes: string | Buffer): Promise<this> {
		for (let at = 0; at < bytes.length; at += this.#piece) {
			await new Promise<void>((resolve) => this.socket.write(bytes.slice(at, at + this.#piece), () => resolve()));
			if (Number.isFinite(this.#piece)) await (await fetch(`${this.#origin}/healthz`)).text();
		}
		return this;
	}

	/** The status of the answer; 0 if the connection ended without one. */
	async status(): Promise<number> {
		const timer = setTimeout(() => this.socket.destroy(), ANSWER_MS);
		const head = new Promise<void>((resolve) => {
			const look = () => this.got.includes('\r\n\r\n') && resolve();
			this.socket.on('data', look);
			look();
		});
		await Promise.race([head, this.closed]);
		clearTimeout(timer);
		return Number(/^HTTP\/1\.1 (\d+)/.exec(this.got)?.[1] ?? 0);
	}

	/** Resets the connection, as when the client has vanished. */
	cut(): void {
		// Once the hub has ended it, Node neither resets it nor says that it is closed.
		if (this.socket.readableEnded) this.socket.destroy();
		else this.socket.resetAndDestroy();
	}
}

/** The lines of a request's head. */
export function head(method: string, path: string, headers: Record<string, string> = {}): string {
	const lines = Object.entries({ Host: '127.0.0.1', ...headers }).map(([name, value]) => `${name}: ${value}\r\n`);
	return `${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n`;
}

/** The headers that make a request an upgrade to a WebSocket. */
export const UPGRADE = {
	Upgrade: 'websocket',
	Connection: 'Upgrade',
	'Sec-WebSocket-Version': '13',
	'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==',
};

import { WebSocket } from 'ws';
import type { BrowserSession } from '../../harness/browser-session.ts';

/** What Engine.IO and socket.io say first, and the command that makes a dashboard follow. */
const OPENED = '0';
const CONNECT = '40';
const FOLLOW = '420["follow",{}]';
const FOLLOWS = '430';

/** A dashboard that follows the hub and then reads nothing more: a phone in a tunnel. */
export class SlowReader {
	readonly socket: WebSocket;
	isClosed = false;

	private constructor(socket: WebSocket) {
		this.socket = socket;
		socket.on('error', () => undefined);
		socket.on('close', () => (this.isClosed = true));
	}

	/** Resolves when it follows, and has stopped to read. */
	static async open(browser: BrowserSession): Promise<SlowReader> {
		const url = `${browser.origin.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`;
		const socket = new WebSocket(url, { headers: { cookie: browser.cookie, origin: browser.origin } });
		const reader = new SlowReader(socket);
		await new Promise<void>((resolve, reject) => {
			socket.once('close', (code) => reject(new Error(`a slow dashboard was closed at once: ${code}`)));
			socket.on('message', (data: Buffer) => {
				const text = data.toString();
				if (text.startsWith(FOLLOWS)) resolve();
				else if (text.startsWith(CONNECT)) socket.send(FOLLOW);
				else if (text.startsWith(OPENED)) socket.send(CONNECT);
			});
		});
		socket.pause();
		return reader;
	}

	/** It ends without a word. */
	end(): void {
		this.socket.terminate();
	}
}

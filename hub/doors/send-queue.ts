import type { WebSocket } from 'uWebSockets.js';

/** Characters of a fragment, and of the longest message that is none: three bytes each fit into uWebSockets.js' own buffer of 16 KB. */
const PIECE = 5 * 1_024;
const HIGH_SURROGATE = { first: 0xd800, last: 0xdbff };
/** What may wait for one dashboard beside the message that is under way; it follows anew where it has more. */
export const MAX_BEHIND = 1_024 * 1_024;
/** What `send` of uWebSockets.js answers where the line takes no more at the moment. */
const IS_FULL = 0;

/** Of a socket of uWebSockets.js; its types leave the fragments out. Each answers as `send` does. */
export interface FragmentSocket extends Pick<WebSocket<unknown>, 'send' | 'cork' | 'getBufferedAmount'> {
	sendFirstFragment(piece: string, isBinary: boolean, compress: boolean): number;
	sendFragment(piece: string, compress: boolean): number;
	sendLastFragment(piece: string, compress: boolean): number;
}

/**
 * What is sent to one dashboard, as fast as it reads. uWebSockets.js would take all at once, copy it for each socket, and
 * keep room for the longest message as long as the socket lives: a megabyte and more where the house is large.
 */
export class SendQueue {
	#ws: FragmentSocket;
	#send: FragmentSocket['send'];
	#texts: string[] = [];
	#length = 0;
	/** the message that goes out in fragments, and what of it has */
	#long: { text: string; sent: number } | undefined;
	#isFull = false;
	readonly close: () => void;

	/** `close` ends the socket at once, where it is not gone. */
	constructor(ws: FragmentSocket, close: () => void) {
		this.#ws = ws;
		this.close = close;
		this.#send = ws.send.bind(ws);
	}

	/** What it has not read, about in bytes. */
	get unread(): number {
		const underWay = this.#long ? this.#long.text.length - this.#long.sent : 0;
		return this.#length + underWay + this.#ws.getBufferedAmount();
	}

	send(text: string): void {
		if (!this.#isFull && !this.#long && text.length <= PIECE) {
			this.#isFull = this.#send(text) === IS_FULL;
			return;
		}
		this.#texts.push(text);
		this.#length += text.length;
		if (!this.#isFull && !this.#long) this.drained();
		else if (this.#length > MAX_BEHIND && this.#texts.length > 1) setImmediate(this.close);
	}

	/** The line takes more. */
	drained(): void {
		this.#isFull = false;
		this.#ws.cork(() => {
			while (!this.#isFull && (this.#long || this.#texts.length > 0)) this.#isFull = this.#sendNext() === IS_FULL;
		});
	}

	#sendNext(): number {
		if (this.#long) return this.#sendPiece(this.#long);
		const text = this.#texts.shift()!;
		this.#length -= text.length;
		if (text.length <= PIECE) return this.#send(text);
		const first = pieceOf(text, 0);
		this.#long = { text, sent: first.length };
		return this.#ws.sendFirstFragment(first, false, false);
	}

	#sendPiece(long: { text: string; sent: number }): number {
		const piece = pieceOf(long.text, long.sent);
		long.sent += piece.length;
		if (long.sent < long.text.length) return this.#ws.sendFragment(piece, false);
		this.#long = undefined;
		return this.#ws.sendLastFragment(piece, false);
	}
}

/** Half a character would arrive as none. */
function pieceOf(text: string, from: number): string {
	const end = from + PIECE;
	const last = text.charCodeAt(end - 1);
	const isHalf = last >= HIGH_SURROGATE.first && last <= HIGH_SURROGATE.last;
	return text.slice(from, isHalf ? end - 1 : end);
}

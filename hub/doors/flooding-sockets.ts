import type { WebSocket } from 'uWebSockets.js';
import type { Clock } from '../base/clock.ts';
import type { DoorLog } from './server/rare-log.ts';
import { SocketWindow } from './server/limits/socket-window.ts';

/** Per window: a browser that is not signed in connects, gets an error and leaves. */
export const STRANGER_SENDS = { count: 8, bytes: 32 * 1_024 };
/**
 * Per window: a dashboard answers a ping every 4 s, and otherwise sends only commands. Commands count only by their
 * bytes: twenty thousand a second use a third of these. Expensive commands have limits of their own.
 */
export const DASHBOARD_SENDS = { count: 100, bytes: 64 * 1_024 * 1_024 };
/** Policy violation (RFC 6455, 7.4.1). */
export const FLOODED = 1008;
/** Frames that may still arrive after a socket was closed. */
export const FRAMES_AFTER_END = 1_024;
/** A command arrives as an event of socket.io, which begins with "42". */
const EVENT = [0x34, 0x32];

export interface Sender {
	address: string;
	isSignedIn: boolean;
	sends: SocketWindow;
	/** frames that came after its socket was closed; null = it is open */
	afterEnd: number | null;
}

/** Closes the sockets of browsers that send more than any dashboard needs to. */
export class FloodingSockets {
	#deps: { clock: Clock; log: DoorLog };

	constructor(deps: { clock: Clock; log: DoorLog }) {
		this.#deps = deps;
	}

	sender(address: string, isSignedIn: boolean): Sender {
		const limits = isSignedIn ? DASHBOARD_SENDS : STRANGER_SENDS;
		return { address, isSignedIn, sends: new SocketWindow(this.#deps.clock, limits), afterEnd: null };
	}

	/** Whether this frame is accepted; if not, its socket is closed. `data` is uWebSockets' own memory. */
	take(ws: Pick<WebSocket<unknown>, 'end' | 'close'>, from: Sender, data: ArrayBuffer, isControl: boolean): boolean {
		const free = from.isSignedIn && !isControl && isEvent(data);
		if (from.afterEnd === null && from.sends.take(free ? 0 : 1, data.byteLength)) return true;
		this.end(ws, from);
		return false;
	}

	/**
	 * Closes the socket with a reason. Drops one that keeps sending: the web server would read it until the other
	 * side closes.
	 */
	end(ws: Pick<WebSocket<unknown>, 'end' | 'close'>, from: Sender): void {
		if (from.afterEnd !== null) {
			if (++from.afterEnd > FRAMES_AFTER_END) ws.close();
			return;
		}
		from.afterEnd = 0;
		ws.end(FLOODED, 'This connection sends more than it may.');
		this.#deps.log.warn({ address: from.address }, 'a live connection sent more than it may and was closed');
	}
}

function isEvent(data: ArrayBuffer): boolean {
	const bytes = new Uint8Array(data, 0, Math.min(data.byteLength, EVENT.length));
	return bytes[0] === EVENT[0] && bytes[1] === EVENT[1];
}

import { WebSocket } from 'ws';
import type { BoardSocket } from './connection.ts';

/** A board's socket on a real network. */
export function openWs(url: string, subprotocol: string): BoardSocket {
	const socket = new WebSocket(url, subprotocol, { perMessageDeflate: false });
	// Small frames must not wait for each other (Nagle's algorithm).
	socket.on('upgrade', (response) => response.socket.setNoDelay(true));
	const ping = (answered: () => void) => {
		if (socket.readyState !== WebSocket.OPEN) return;
		socket.once('pong', answered);
		socket.ping();
	};
	return Object.assign(socket as unknown as BoardSocket, { askForLife: ping });
}

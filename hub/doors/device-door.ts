import type { TemplatedApp, WebSocket } from 'uWebSockets.js';
import { CLOSE, MAX_FRAME_BYTES, SUBPROTOCOL } from '../link/faults.ts';
import { BoardConnection, type DeviceDoorDeps, type SocketData } from './board-connection.ts';

/** A board that was silent for this long has lost its line; far above the slowest pace. */
const IDLE_TIMEOUT_S = 120;
/** What may wait to be sent to one board. A board that does not take it is cut off, and comes back by itself. */
const MAX_BACKPRESSURE_BYTES = 64 * 1_024;
/** Sockets one address may hold; a house of boards behind one router fits. */
const MAX_SOCKETS_PER_ADDRESS = 1_024;
/** The hub's own machine plays boards by the thousand, and one that was deleted must not shut the others out. */
const LOOPBACK = new Set(['127.0.0.1', '::1']);

export interface DeviceDoor {
	/** Closes every link with "going away". */
	stop(): void;
}

export function openDeviceDoor(
	app: TemplatedApp,
	deps: DeviceDoorDeps & {
		isBanned: (address: string) => boolean;
		addressOf: (remote: ArrayBuffer, forwardedFor: string) => string;
	},
): DeviceDoor {
	const sockets = new Set<WebSocket<SocketData>>();
	const perAddress = new Map<string, number>();
	let stopping = false;

	app.ws<SocketData>('/device', {
		maxPayloadLength: MAX_FRAME_BYTES,
		idleTimeout: IDLE_TIMEOUT_S,
		sendPingsAutomatically: false,
		maxBackpressure: MAX_BACKPRESSURE_BYTES,
		closeOnBackpressureLimit: 1,
		upgrade(res, req, context) {
			const address = deps.addressOf(res.getRemoteAddressAsText(), req.getHeader('x-forwarded-for'));
			const refuse = (status: string, words: string) => {
				deps.log.info({ address, status, why: words }, 'board refused');
				res.writeStatus(status).writeHeader('content-type', 'text/plain; charset=utf-8').end(`${words}\n`);
			};
			const protocols = req
				.getHeader('sec-websocket-protocol')
				.split(',')
				.map((name) => name.trim());
			if (stopping) return refuse('503 Service Unavailable', 'The hub is stopping.');
			// Browsers send an Origin, boards do not: no web page may speak to this door.
			if (req.getHeader('origin') !== '') return refuse('403 Forbidden', 'This door is for boards, not for web pages.');
			if (!protocols.includes(SUBPROTOCOL)) return refuse('426 Upgrade Required', `This hub speaks ${SUBPROTOCOL}.`);
			if (!LOOPBACK.has(address) && deps.isBanned(address))
				return refuse('429 Too Many Requests', 'Too many failures from this address. Try again later.');
			if (!LOOPBACK.has(address) && (perAddress.get(address) ?? 0) >= MAX_SOCKETS_PER_ADDRESS)
				return refuse('429 Too Many Requests', 'Too many links from this address.');
			res.upgrade<SocketData>(
				{ address } as SocketData,
				req.getHeader('sec-websocket-key'),
				SUBPROTOCOL,
				req.getHeader('sec-websocket-extensions'),
				context,
			);
		},
		open(ws) {
			const data = ws.getUserData();
			sockets.add(ws);
			perAddress.set(data.address, (perAddress.get(data.address) ?? 0) + 1);
			data.connection = new BoardConnection(deps, ws, data.address);
		},
		message(ws, message, isBinary) {
			const { connection } = ws.getUserData();
			if (!isBinary) return connection.close(CLOSE.MALFORMED, 'Text frames are not part of the protocol.');
			connection.receive(new Uint8Array(message));
		},
		close(ws) {
			const { connection, address } = ws.getUserData();
			sockets.delete(ws);
			const left = (perAddress.get(address) ?? 1) - 1;
			if (left > 0) perAddress.set(address, left);
			else perAddress.delete(address);
			connection.gone();
		},
	});

	return {
		stop() {
			stopping = true;
			for (const ws of [...sockets]) ws.end(CLOSE.GOING_AWAY, 'The hub stops; it will be back.');
		},
	};
}

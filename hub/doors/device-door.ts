import type { WebSocket } from 'uWebSockets.js';
import { CLOSE, MAX_FRAME_BYTES, SUBPROTOCOL } from '../link/faults.ts';
import type { RefusalCode } from '../operation/door-facts.ts';
import { LOOPBACK, forwardedFor } from './server/origin/client-address.ts';
import { BoardConnection, type DeviceDoorDeps, type SocketData } from './board-connection.ts';
import { FRAMES_AFTER_END } from './flooding-sockets.ts';
import type { DoorApp } from './server/guarded-app.ts';
import { NO_SNIFFING } from './server/refuse.ts';
import { originOf } from './server/limits/header-limit.ts';
import { HeldByNetwork } from './server/limits/held-by-network.ts';
import type { DoorLog } from './server/rare-log.ts';
import { UnprovenLinks } from './server/limits/unproven-links.ts';

/** A board that was silent for this long has lost its connection; far longer than the slowest pace. */
const IDLE_TIMEOUT_S = 120;
/** What may wait to be sent to one board. A board that does not read it is disconnected, and comes back by itself. */
const MAX_BACKPRESSURE_BYTES = 64 * 1_024;
/** How much of the list of protocols is read; a board names one. */
const MAX_PROTOCOLS_BYTES = 256;
/** Links; enough for all boards of a house behind one router. */
const LINKS = { perNetwork: 1_024, inAll: 16_384 };
/** Links that have not proven a key yet. They have HANDSHAKE_TIMEOUT_MS for it, or less if others need the place. */
const UNPROVEN = { perNetwork: 128, inAll: 2_048 };

/** Frames, pings and pongs of a link that has not proven its key. */
const UNPROVEN_FRAMES = 64;

interface DoorData extends SocketData {
	/** frees its place among all links */
	leave: () => void;
	/** frees its place among unproven links: its key is proven, or it is gone */
	leaveUnproven: () => void;
	/** frames that came before its key was proven, or after it was closed */
	excessFrames: number;
}

/**
 * Closes a link that sends too many frames before its key is proven; three are enough for that. Drops a closed link
 * that keeps sending, because the web server would read it until the other side closes. Returns whether to ignore
 * this frame.
 */
function cutTooMany(ws: WebSocket<DoorData>): boolean {
	const data = ws.getUserData();
	const { isClosed, isProven } = data.connection;
	if (isProven && !isClosed) return false;
	if (++data.excessFrames <= (isClosed ? FRAMES_AFTER_END : UNPROVEN_FRAMES)) return false;
	if (isClosed) ws.close();
	else data.connection.close(CLOSE.TOO_MUCH, 'The board sends too much.');
	return true;
}

export interface DeviceDoor {
	/** Closes every link with "going away". */
	stop(): void;
}

export function openDeviceDoor(
	app: DoorApp,
	deps: DeviceDoorDeps & {
		addressOf: (remote: ArrayBuffer, forwardedFor: string) => string;
		/** for what anybody can cause without a key */
		doorLog: DoorLog;
		/** A board at this address holds its key. */
		proven: (address: string) => void;
	},
): DeviceDoor {
	const sockets = new Set<WebSocket<DoorData>>();
	const links = new HeldByNetwork(LINKS);
	const unproven = new UnprovenLinks(UNPROVEN);
	let stopping = false;

	app.ws<DoorData>('/device', {
		maxPayloadLength: MAX_FRAME_BYTES,
		idleTimeout: IDLE_TIMEOUT_S,
		sendPingsAutomatically: false,
		maxBackpressure: MAX_BACKPRESSURE_BYTES,
		closeOnBackpressureLimit: 1,
		upgrade(res, req, context) {
			const address = deps.addressOf(res.getRemoteAddressAsText(), forwardedFor(req));
			const refuse = (code: RefusalCode, status: string, words: string) => {
				deps.facts.emit('Refused', { door: 'board', code });
				if (deps.refused(address)) deps.doorLog.info({ address, status, why: words }, 'board refused');
				res.writeStatus(status).writeHeader('content-type', 'text/plain; charset=utf-8');
				res.writeHeader(...NO_SNIFFING).end(`${words}\n`);
			};
			const named = req.getHeader('sec-websocket-protocol').slice(0, MAX_PROTOCOLS_BYTES);
			const protocols = named.split(',').map((name) => name.trim());
			if (stopping) return refuse('stopping', '503 Service Unavailable', 'The hub is stopping.');
			// Browsers send an Origin, boards do not: no web page may speak to this door.
			if (originOf(req) !== undefined)
				return refuse('origin', '403 Forbidden', 'This door is for boards, not for web pages.');
			if (!protocols.includes(SUBPROTOCOL))
				return refuse('protocol', '426 Upgrade Required', `This hub speaks ${SUBPROTOCOL}.`);
			const exempt = LOOPBACK.has(address);
			if (links.full(address, exempt) === 'network')
				return refuse('no-room', '429 Too Many Requests', 'Too many links from this address.');
			// This passes soon: a board treats 503 as a lost link, not as a refusal, and retries.
			if (links.full(address, exempt) || !unproven.makeRoom(address, exempt))
				return refuse('no-room', '503 Service Unavailable', 'Too many links at once. Try again.');
			res.upgrade<DoorData>(
				{ address, excessFrames: 0 } as DoorData,
				req.getHeader('sec-websocket-key'),
				SUBPROTOCOL,
				req.getHeader('sec-websocket-extensions'),
				context,
			);
		},
		open(ws) {
			const data = ws.getUserData();
			sockets.add(ws);
			data.leave = links.take(data.address);
			data.connection = new BoardConnection(deps, ws, data.address);
			// Without a close frame: a socket that was sent one stays until its other side has read it.
			const link = { progress: () => data.connection.progress, drop: () => ws.close() };
			data.leaveUnproven = unproven.take(data.address, link, LOOPBACK.has(data.address));
		},
		message(ws, message, isBinary) {
			if (cutTooMany(ws)) return;
			const { connection, leaveUnproven } = ws.getUserData();
			if (!isBinary) return connection.close(CLOSE.MALFORMED, 'Text frames are not part of the protocol.');
			const { isProven } = connection;
			connection.receive(new Uint8Array(message));
			if (!connection.isProven || isProven) return;
			leaveUnproven();
			deps.facts.emit('BoardProven', {});
			deps.proven(connection.address);
		},
		ping: (ws) => void (cutTooMany(ws) || ws.getUserData().connection.pinged()),
		pong: (ws) => void (cutTooMany(ws) || ws.getUserData().connection.pinged()),
		close(ws) {
			const { connection, leave, leaveUnproven } = ws.getUserData();
			sockets.delete(ws);
			leave();
			leaveUnproven();
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

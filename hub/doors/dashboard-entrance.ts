import type { HttpRequest, HttpResponse, WebSocket, WebSocketBehavior, us_socket_context_t } from 'uWebSockets.js';
import type { Clock } from '../base/clock.ts';
import { forwardedFor } from './server/origin/client-address.ts';
import type { DoorApp } from './server/guarded-app.ts';
import { readCookie } from './server/session/session-cookie.ts';
import type { Who } from './server/session/who-is.ts';
import { FloodingSockets, type Sender } from './flooding-sockets.ts';
import { originOf } from './server/limits/header-limit.ts';
import { HeldByNetwork } from './server/limits/held-by-network.ts';
import { safeError } from './server/safe-error.ts';
import type { OriginHeaders } from './server/origin/origin.ts';
import type { DoorLog } from './server/rare-log.ts';
import { refuse } from './server/refuse.ts';
import { isSecure } from './server/secure/every-app.ts';
import { FairTurns } from './fair-turns.ts';
import { UnreadOutput } from './unread-output.ts';

/** Sockets of browsers that are not signed in, which are closed after an error message. */
const STRANGERS = { perNetwork: 16, inAll: 128 };
const SIGNED_IN = { perNetwork: 1_024, inAll: 2_048 };
/** Most connections of one person. Each keeps a buffer as large as the longest message it was sent: half a megabyte in a large house. */
export const MAX_CONNECTIONS_OF_PERSON = 64;
/** A dashboard sends text alone (RFC 6455, 7.4.1). */
const UNSUPPORTED_DATA = 1003;
const INTERNAL_ERROR = 1011;
const HANDSHAKE_HEADERS = ['sec-websocket-key', 'sec-websocket-protocol', 'sec-websocket-extensions'] as const;
/** Stands for the session of everybody who is not signed in: together they get one session's share of time. */
const STRANGER = '';
const WEBSOCKET_ONLY = 'The live connection is a WebSocket: /socket.io/?EIO=4&transport=websocket.';

/** Who it is according to the database, and how many endings of sessions were known before that was read. */
export interface Known extends Who {
	endings: number;
}

/** One connected browser. */
export interface Visitor {
	who: Known | undefined;
	cookie: string | undefined;
	address: string;
	/** counts what it sends */
	sender: Sender;
	/** its socket is closed: frames that still wait are dropped */
	isGone: boolean;
	/** frees its place */
	leave?: () => void;
}

export interface EntranceDeps {
	clock: Clock;
	log: DoorLog;
	whoIs: (cookieHeader: string | undefined) => Promise<Known | undefined>;
	originAllowed: (headers: OriginHeaders) => boolean;
	addressOf: (remote: ArrayBuffer, forwardedFor: string) => string;
	trustedProxies: readonly string[];
}

type Behavior = WebSocketBehavior<{ visitor: Visitor }>;
type Socket = WebSocket<{ visitor: Visitor }>;
interface EngineData {
	transport: { onClose(): void };
}
type EngineUpgrade = (res: object, req: object, context: us_socket_context_t) => void;

/** A copy of an upgrade request, which uWebSockets.js invalidates as soon as its handler returns. */
interface Asked {
	method: string;
	url: string;
	query: string;
	headers: Map<string, string>;
	/** the Cookie header as far as it counts */
	cookie: string | undefined;
	origin: string | undefined;
	address: string;
}

/**
 * Stands between the web server and socket.io's engine, which trusts every request: only a plain new WebSocket of
 * engine.io 4 reaches it, after the session was looked up, and it can answer only with the upgrade or a refusal.
 * There is no long polling.
 */
export class DashboardEntrance {
	#deps: EntranceDeps;
	#strangers = new HeldByNetwork(STRANGERS);
	#signedIn = new HeldByNetwork(SIGNED_IN);
	/** connections, by person */
	#ofPerson = new Map<string, number>();
	#flooding: FloodingSockets;
	#turns = new FairTurns();
	#unread: UnreadOutput;

	constructor(deps: EntranceDeps) {
		this.#deps = deps;
		this.#flooding = new FloodingSockets(deps);
		this.#unread = new UnreadOutput(deps);
	}

	/** The visitor of a connection, found by the request that socket.io keeps of it. */
	static visitorOf(request: object): Visitor {
		return (request as { visitor: Visitor }).visitor;
	}

	/** Call after something was sent to dashboards. */
	sent(): void {
		this.#unread.look();
	}

	/** The object that socket.io is attached to instead of the app. */
	before(app: DoorApp): object {
		const attached = {
			any: (path: string) => {
				app.any(path, (res) => refuse(res, 400, WEBSOCKET_ONLY));
				return attached;
			},
			ws: (path: string, behavior: Behavior) => {
				app.ws(path, this.#inFrontOf(behavior));
				return attached;
			},
			publish: (...message: Parameters<DoorApp['publish']>) => app.publish(...message),
		};
		return attached;
	}

	#inFrontOf(behavior: Behavior): Behavior {
		const { open, message, close, upgrade } = behavior;
		const mayPass = (ws: Socket, data: ArrayBuffer, isControl = false) =>
			this.#flooding.take(ws, ws.getUserData().visitor.sender, data, isControl);
		return {
			...behavior,
			upgrade: (res, req, context) => this.#upgrade(res, req, context, upgrade as unknown as EngineUpgrade),
			open: (ws) => {
				const { visitor } = ws.getUserData();
				visitor.leave = this.#placesOf(visitor).take(visitor.address);
				this.#count(visitor, 1);
				this.#unread.add(partyOf(visitor), ws);
				return open?.(ws);
			},
			// uWebSockets.js handles these by itself, but an endless stream of them would stall the hub, so they are counted.
			ping: (ws, data) => void mayPass(ws, data, true),
			pong: (ws, data) => void mayPass(ws, data, true),
			message: (ws, data, isBinary) => {
				if (!mayPass(ws, data)) return;
				// No command has a binary attachment; the parser would wait for it.
				if (isBinary) ws.end(UNSUPPORTED_DATA, 'Binary messages are not part of the protocol.');
				else this.#inTurn(ws, data, (frame) => message?.(ws, frame as ArrayBuffer, isBinary));
			},
			close: (ws: Socket, code, reason) => {
				const { visitor } = ws.getUserData();
				visitor.isGone = true;
				visitor.leave?.();
				this.#count(visitor, -1);
				this.#unread.remove(partyOf(visitor), ws);
				return close?.(ws, code, reason);
			},
		};
	}

	#inTurn(ws: Socket, data: ArrayBuffer, handle: (frame: ArrayBuffer | Buffer) => void): void {
		const { visitor } = ws.getUserData();
		const later = () => {
			// Node takes small buffers from a shared pool, which is much faster than an allocation for each.
			const copy = Buffer.from(new Uint8Array(data));
			return () => {
				if (visitor.isGone) return;
				try {
					handleNow(copy);
				} catch (error) {
					// Not inside a callback of the web server any more, so its guard does not catch this.
					this.#deps.log.error({ err: safeError(error) }, 'a dashboard command failed; its connection is closed');
					if (!visitor.isGone) ws.end(INTERNAL_ERROR, 'The hub could not do this. Its log says why.');
				}
			};
		};
		const handleNow = (frame: ArrayBuffer | Buffer) => {
			handle(frame);
			this.#unread.look(); // the frame was answered
		};
		if (!this.#turns.take(partyOf(visitor), data.byteLength, () => handleNow(data), later))
			this.#flooding.end(ws, visitor.sender);
	}

	#count({ who }: Visitor, change: 1 | -1): void {
		if (!who) return;
		const count = (this.#ofPerson.get(who.user.id) ?? 0) + change;
		if (count > 0) this.#ofPerson.set(who.user.id, count);
		else this.#ofPerson.delete(who.user.id);
	}

	#placesOf({ who }: Visitor): HeldByNetwork {
		return who ? this.#signedIn : this.#strangers;
	}

	async #upgrade(res: HttpResponse, req: HttpRequest, context: us_socket_context_t, engine: EngineUpgrade) {
		const asked = copy(res, req, this.#deps);
		let cut = false;
		res.onAborted(() => void (cut = true));
		const query = new URLSearchParams(asked.query);
		if (
			asked.method !== 'get' ||
			query.get('transport') !== 'websocket' ||
			query.get('EIO') !== '4' ||
			query.has('sid')
		)
			return refuse(res, 400, WEBSOCKET_ONLY);
		const { origin, headers, cookie } = asked;
		const from = {
			origin,
			host: headers.get('host'),
			secFetchSite: headers.get('sec-fetch-site'),
			overTls: isSecure(res),
		};
		if (!this.#deps.originAllowed(from)) return refuse(res, 403, 'This request came from another web page.');
		let who: Known | undefined;
		try {
			who = await this.#deps.whoIs(cookie);
		} catch (error) {
			this.#deps.log.error({ err: safeError(error) }, 'a session could not be looked up; the dashboard will try again');
			return cut ? undefined : refuse(res, 503, 'The hub could not read its database. Try again.');
		}
		if (cut) return;
		const { address } = asked;
		const visitor: Visitor = {
			who,
			cookie,
			address,
			sender: this.#flooding.sender(address, who !== undefined),
			isGone: false,
		};
		if (who && (this.#ofPerson.get(who.user.id) ?? 0) >= MAX_CONNECTIONS_OF_PERSON)
			return refuse(res, 429, 'You have too many live connections. Close some tabs.');
		const full = this.#placesOf(visitor).full(address);
		if (full === 'network') return refuse(res, 429, 'Too many live connections from this address.');
		if (full === 'all') return refuse(res, 503, 'Too many live connections. Try again later.');
		engine(answers(res, asked, visitor, this.#deps.log), { ...request(asked), visitor }, context);
	}
}

/** The session whose share of time and memory this visitor uses. */
function partyOf({ who }: Visitor): string {
	return who?.sessionId ?? STRANGER;
}

type CopyDeps = Pick<EntranceDeps, 'addressOf' | 'trustedProxies'>;

function copy(res: HttpResponse, req: HttpRequest, { addressOf, trustedProxies }: CopyDeps): Asked {
	const headers = new Map<string, string>();
	req.forEach((name, value) => void headers.set(name, value));
	return {
		method: req.getMethod(),
		url: req.getUrl(),
		query: req.getQuery() ?? '',
		headers,
		cookie: readCookie(res, req, trustedProxies),
		origin: originOf(req),
		address: addressOf(res.getRemoteAddressAsText(), forwardedFor(req)),
	};
}

/** The request as the engine reads it, with only the headers it needs: it is kept as long as the socket lives. */
function request({ method, url, query, headers }: Asked): object {
	const needed = new Map<string, string>(HANDSHAKE_HEADERS.map((name) => [name, headers.get(name) ?? '']));
	return {
		getMethod: () => method,
		getUrl: () => url,
		getQuery: () => query,
		getHeader: (name: string) => needed.get(name) ?? '',
		forEach: () => undefined,
	};
}

/** The answers the engine may give: the upgrade, or a refusal. It answers at once, before the request can be aborted. */
function answers(res: HttpResponse, { address }: Asked, visitor: Visitor, log: DoorLog): object {
	const given = {
		getRemoteAddressAsText: () => Buffer.from(address),
		onAborted: () => given,
		cork: (act: () => void) => (act(), given),
		writeStatus: () => given,
		writeHeader: () => given,
		end: () => refuse(res, 400, WEBSOCKET_ONLY),
		close: () => void res.close(),
		upgrade(data: EngineData, ...rest: [string, string, string, us_socket_context_t]) {
			try {
				res.upgrade({ ...data, visitor }, ...rest);
			} catch (error) {
				log.error({ err: safeError(error) }, 'a live connection failed while it began');
			}
			// Lost meanwhile: the engine would ping it in vain, and then close a socket that never was, which ends the process.
			if (!visitor.leave) data.transport.onClose();
		},
	};
	return given;
}

import type { HttpRequest, HttpResponse, TemplatedApp, WebSocket, WebSocketBehavior } from 'uWebSockets.js';
import { hasBody, headerFault, queryTooLong } from './limits/header-limit.ts';
import { safeError } from './safe-error.ts';
import type { DoorLog } from './rare-log.ts';
import { closeAfterAnswer, refuse } from './refuse.ts';

/** What a door may use of the web server. */
export type DoorApp = Pick<TemplatedApp, 'get' | 'post' | 'put' | 'patch' | 'del' | 'any' | 'ws' | 'publish'>;

type Handler = (res: HttpResponse, req: HttpRequest) => void | Promise<void>;
type Upgrade = NonNullable<WebSocketBehavior<unknown>['upgrade']>;
type Listeners = Omit<WebSocketBehavior<unknown>, 'upgrade'>;
type Open = (ws: WebSocket<unknown>, ...rest: unknown[]) => void;

/** Close code: the hub failed, not the other side (RFC 6455). */
const INTERNAL_ERROR = 1011;
/** The path of boards. */
const BOARDS = '/device';
/** Requests that may be handled in a later turn, because no body follows their headers. */
const WITHOUT_BODY = new Set(['get', 'head']);
const FAILED = 'The hub could not do this. Its log says why.';

/** Keeps count of connections. */
export interface Connections {
	/** a connection has become a WebSocket, which its door counts from now on */
	upgraded(): void;
	/** whether connections are to be closed after their answer, to make room */
	readonly crowded: boolean;
}

/** Decides whether a request is accepted; answers those that are not. */
export interface Requests {
	/** `later` handles the request in a later turn, if it may wait */
	admit(res: HttpResponse, req: HttpRequest, later?: (req: HttpRequest) => void): boolean;
	admitBoard(res: HttpResponse, req: HttpRequest): boolean;
}

/**
 * The app as every door gets it: an error thrown in a door's callback is logged here and ends only that request or
 * socket, never the process. It wraps all callbacks that uWebSockets.js makes by itself.
 */
export function guardApp(app: DoorApp, log: DoorLog, connections: Connections, requests: Requests): DoorApp {
	/** the socket of the upgrade under way, until its door hears of it */
	const upgraded: WebSocket<unknown>[] = [];
	// Built in, hence never compiled, which would allocate.
	const keepUpgraded = upgraded.push.bind(upgraded) as (ws: WebSocket<unknown>) => void;
	const report = (error: unknown, what: string) => log.error({ err: safeError(error) }, `${what} failed`);

	function run(what: string, act: () => unknown, rescue: () => void): void {
		const failed = (error: unknown) => {
			report(error, what);
			try {
				rescue();
			} catch {
				// The connection is gone already.
			}
		};
		try {
			const done = act();
			if (done instanceof Promise) done.catch(failed);
		} catch (error) {
			failed(error);
		}
	}

	/** Checks a request before any door sees it. Without `onAborted`, a lost connection would end the process. */
	function admit(res: HttpResponse, req: HttpRequest): boolean {
		res.onAborted(() => undefined);
		const fault = headerFault(req);
		// Where a faulty request ends, and the next one begins, is not sure.
		if (fault || connections.crowded) closeAfterAnswer(res);
		if (fault) return refused(res, fault.status, fault.words);
		if (queryTooLong(req)) return refused(res, 414, 'The address of this request is too long.');
		return true;
	}

	function refused(res: HttpResponse, status: number, words: string): false {
		refuse(res, status, words);
		return false;
	}

	const guardHandler =
		(handler: Handler, readsBodies: boolean): Handler =>
		(res, req) => {
			const handle = (act: () => unknown) => run('a request', act, () => refuse(res, 500, FAILED));
			const hasNone = WITHOUT_BODY.has(req.getMethod());
			const later = hasNone ? (kept: HttpRequest) => handle(() => handler(res, kept)) : undefined;
			const isUnread = !readsBodies && hasBody(req);
			// Nobody reads it, so nobody counts it: the connection ends with the answer.
			if (isUnread) closeAfterAnswer(res);
			handle(() => {
				if (!admit(res, req)) return;
				if (isUnread && hasNone) return void refused(res, 400, 'This request may have no body.');
				if (requests.admit(res, req, later)) return handler(res, req);
			});
		};

	/** Boards have limits of their own: all boards of a house may reconnect at once, from one address behind a router. */
	const mayUpgrade = (path: string, res: HttpResponse, req: HttpRequest) =>
		path === BOARDS ? requests.admitBoard(res, req) : requests.admit(res, req);

	const guardUpgrade =
		(path: string, upgrade: Upgrade, open: Open): Upgrade =>
		(res, req, context) => {
			openAfterUpgrade(res, open);
			closeAfterAnswer(res); // An answer is a refusal here.
			run(
				'an upgrade',
				() => admit(res, req) && mayUpgrade(path, res, req) && upgrade(res, req, context),
				() => refuse(res, 500, FAILED),
			);
		};

	/**
	 * Calls `open` once `res.upgrade` is through, and not while it is corked: an upgrade in a later turn makes
	 * uWebSockets.js read memory that it has freed, and closes the new socket if something else was put there meanwhile
	 * (mended in its sources by https://github.com/uNetworking/uWebSockets/pull/1929).
	 */
	function openAfterUpgrade(res: HttpResponse, open: Open): void {
		const { upgrade } = res;
		res.upgrade = (...args: Parameters<typeof upgrade>) => {
			res.cork(() => upgrade.apply(res, args));
			connections.upgraded();
			const ws = upgraded.pop();
			if (ws) open(ws);
		};
	}

	function guardListener(name: string, listener: (...args: unknown[]) => unknown): Open {
		return (ws, ...rest) => {
			const at = name === 'close' ? upgraded.indexOf(ws) : -1;
			if (at >= 0) return void upgraded.splice(at, 1); // it was never opened
			const end = () => void (name !== 'close' && ws.end(INTERNAL_ERROR, FAILED));
			run(`a socket's "${name}"`, () => listener(ws, ...rest), end);
		};
	}

	function guardListeners(listeners: Listeners): Listeners {
		const guarded: Record<string, unknown> = { ...listeners };
		for (const [name, listener] of Object.entries(listeners) as [string, unknown][])
			if (typeof listener === 'function') guarded[name] = guardListener(name, listener as () => unknown);
		return guarded;
	}

	const on = (method: 'get' | 'post' | 'put' | 'patch' | 'del' | 'any') => (path: string, handler: Handler) => {
		app[method](path, guardHandler(handler, method !== 'get' && method !== 'any'));
		return guarded as TemplatedApp;
	};
	const guarded: DoorApp = {
		get: on('get'),
		post: on('post'),
		put: on('put'),
		patch: on('patch'),
		del: on('del'),
		any: on('any'),
		ws(path, { upgrade, ...listeners }) {
			const { open = () => undefined, ...behavior } = guardListeners(listeners as Listeners);
			app.ws<unknown>(
				path,
				upgrade
					? { ...behavior, open: keepUpgraded, upgrade: guardUpgrade(String(path), upgrade, open) }
					: { ...behavior, open },
			);
			return guarded as TemplatedApp;
		},
		publish: (topic, message, isBinary, compress) => app.publish(topic, message, isBinary, compress),
	};
	return guarded;
}

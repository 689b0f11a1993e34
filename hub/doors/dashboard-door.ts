import type { Logger } from 'pino';
import { Server, type Socket } from 'socket.io';
import type { TemplatedApp } from 'uWebSockets.js';
import type { ZodType } from 'zod';
import {
	type Answer,
	type ApiError,
	type BrowserToHub,
	FollowBody,
	type HubToBrowser,
	type Live,
	SetRelayCommand,
	type UserView,
	WatchBody,
} from '../../protocol/dashboard.ts';
import { type Clock, type Timer, every } from '../base/clock.ts';
import type { Devices } from '../devices/devices.ts';
import { setWatched } from '../devices/set-watched.ts';
import { switchRelay } from '../devices/switch-relay.ts';
import { apiErrorOf } from './api-error.ts';
import type { DashboardFeed } from './dashboard-feed.ts';

export interface Who {
	user: UserView;
	sessionId: string;
}

export interface DashboardDoorDeps {
	devices: Devices;
	clock: Clock;
	log: Logger;
	whoIs: (cookieHeader: string | undefined) => Promise<Who | undefined>;
	originAllowed: (headers: Record<string, string | undefined>) => boolean;
	maySwitch: (user: UserView) => boolean;
}

interface SocketData extends Who {
	visible: boolean;
	cookie: string | undefined;
}

type DashboardSocket = Socket<BrowserToHub, HubToBrowser, Record<string, never>, SocketData>;

/** One message of a browser; commands are small. */
const MAX_MESSAGE_BYTES = 16 * 1_024;
/** What may wait to be sent to one dashboard: more is dropped, and the gap in the numbers makes it follow anew. */
const MAX_BACKPRESSURE_BYTES = 1_024 * 1_024;
/** A dashboard whose line was cut without a word notices after both at the latest. */
const PING_MS = 4_000;
const PONG_MS = 4_000;
/** How soon an open dashboard notices that its session has ended elsewhere or run out. */
const SESSION_CHECK_MS = 60_000;
/** Boards keep the quick pace this long after the last dashboard left: a reload is not a leave. */
const UNWATCHED_AFTER_MS = 5_000;
const FOLLOWERS = 'followers';

/** The browsers' live door: commands in, the feed's numbered stream out. */
export class DashboardDoor {
	#io: Server<BrowserToHub, HubToBrowser, Record<string, never>, SocketData>;
	#deps: DashboardDoorDeps;
	#feed: DashboardFeed | undefined;
	#unsent: Live[] = [];
	#unwatch: Timer | undefined;
	#sessionCheck: Timer;

	constructor(app: TemplatedApp, deps: DashboardDoorDeps) {
		this.#deps = deps;
		this.#io = new Server({
			serveClient: false,
			maxHttpBufferSize: MAX_MESSAGE_BYTES,
			pingInterval: PING_MS,
			pingTimeout: PONG_MS,
			allowRequest: (request, answer) =>
				answer(null, deps.originAllowed(request.headers as Record<string, string | undefined>)),
		});
		// attachApp hands its options on to uWebSockets.js, which socket.io's own types do not tell.
		this.#io.attachApp(app, { maxBackpressure: MAX_BACKPRESSURE_BYTES } as Parameters<Server['attachApp']>[1]);
		this.#io.use((socket, next) => {
			const cookie = socket.handshake.headers.cookie;
			deps.whoIs(cookie).then(
				(who) => {
					if (!who) return next(new Error('not-signed-in'));
					socket.data = { ...who, visible: false, cookie };
					next();
				},
				(error: unknown) => {
					deps.log.error({ err: error }, 'a session could not be looked up');
					next(new Error('internal'));
				},
			);
		});
		this.#io.on('connection', (socket) => this.#welcome(socket));
		this.#sessionCheck = every(deps.clock, SESSION_CHECK_MS, () => void this.#checkSessions());
	}

	/** The feed is made after the door, since it publishes through it. */
	serve(feed: DashboardFeed): void {
		this.#feed = feed;
	}

	/** What happens in one turn of the loop goes out together at its end: one write to each dashboard, not one an event. */
	publish(live: Live): void {
		if (this.#unsent.push(live) === 1) setImmediate(() => this.#sendOut());
	}

	#sendOut(): void {
		const followers = this.#io.to(FOLLOWERS);
		for (const live of this.#unsent.splice(0)) followers.emit('live', live);
	}

	/** A session has ended: its open dashboards go to the sign-in page. */
	endSession(sessionId: string): void {
		for (const socket of this.#io.of('/').sockets.values())
			if (socket.data.sessionId === sessionId) this.#sendAway(socket);
	}

	stop(): Promise<void> {
		this.#sessionCheck.cancel();
		this.#unwatch?.cancel();
		this.#sendOut();
		// Not disconnectSockets: a dashboard that was told to go does not come back by itself.
		return this.#io.close();
	}

	#welcome(socket: DashboardSocket): void {
		this.#on(socket, 'follow', FollowBody, (body) => {
			void socket.join(FOLLOWERS);
			// Joined and answered in one breath: no event can fall between.
			return { ok: true, value: this.#feed!.follow(socket.data.user, body) };
		});
		this.#on(socket, 'watch', WatchBody, ({ visible }) => {
			socket.data.visible = visible;
			this.#countWatchers();
			return { ok: true, value: null };
		});
		this.#on(socket, 'set-relay', SetRelayCommand, ({ device, relay, on, forMs }) => {
			const { user } = socket.data;
			if (!this.#deps.maySwitch(user)) return refuse({ code: 'not-allowed', message: 'You may not switch this.' });
			const sent = switchRelay(this.#deps.devices, { device, relay, on, forMs, by: user.name });
			return sent instanceof Promise ? sent.then(onItsWay) : onItsWay(sent);
		});
		socket.on('disconnect', () => this.#countWatchers());
	}

	/** Validates before it acts; an answer that nobody waits for is dropped. */
	#on<Body, Value>(
		socket: DashboardSocket,
		name: keyof BrowserToHub,
		schema: ZodType<Body>,
		act: (body: Body) => Answer<Value> | Promise<Answer<Value>>,
	): void {
		(socket as Socket).on(name, (body: unknown, answer: unknown) => {
			const reply = (value: Answer<Value>) => void (typeof answer === 'function' && answer(value));
			const parsed = schema.safeParse(body);
			if (!parsed.success) {
				const issue = parsed.error.issues[0];
				return reply(
					refuse({ code: 'bad-request', message: issue?.message ?? 'Bad request.', field: issue?.path.join('.') }),
				);
			}
			const failed = (error: unknown) => {
				this.#deps.log.error({ err: error, command: name }, 'a command failed');
				reply(refuse({ code: 'internal', message: 'The hub could not do this. Its log says why.' }));
			};
			try {
				const done = act(parsed.data);
				// What is done at once is answered at once: `follow` counts on it.
				if (done instanceof Promise) done.then(reply, failed);
				else reply(done);
			} catch (error) {
				failed(error);
			}
		});
	}

	#countWatchers(): void {
		const watched = [...this.#io.of('/').sockets.values()].some((socket) => socket.connected && socket.data.visible);
		this.#unwatch?.cancel();
		if (watched) setWatched(this.#deps.devices, true);
		else this.#unwatch = this.#deps.clock.after(UNWATCHED_AFTER_MS, () => setWatched(this.#deps.devices, false));
	}

	async #checkSessions(): Promise<void> {
		for (const socket of [...this.#io.of('/').sockets.values()]) {
			const who = await this.#deps.whoIs(socket.data.cookie).catch(() => ({ user: socket.data.user }));
			if (who) socket.data.user = who.user;
			else this.#sendAway(socket);
		}
	}

	#sendAway(socket: DashboardSocket): void {
		socket.emit('signed-out');
		socket.disconnect(true);
	}
}

function onItsWay(sent: Awaited<ReturnType<typeof switchRelay>>): Answer<null> {
	return sent.ok ? { ok: true, value: null } : refuse(apiErrorOf(sent.error));
}

function refuse(error: ApiError): { ok: false; error: ApiError } {
	return { ok: false, error };
}

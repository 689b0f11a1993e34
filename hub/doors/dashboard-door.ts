import { Server, type Socket } from 'socket.io';
import type { ZodType } from 'zod';
import type { UserView } from '../../protocol/dashboard/accounts.ts';
import type { ApiError } from '../../protocol/dashboard/errors.ts';
import {
	type Answer,
	type BrowserToHub,
	FollowBody,
	type HubToBrowser,
	type Live,
	SetRelayCommand,
	WatchBody,
} from '../../protocol/dashboard/live.ts';
import { faultOf } from '../../protocol/dashboard/faults.ts';
import { type Clock, type Timer, every } from '../base/clock.ts';
import type { Devices } from '../devices/devices.ts';
import { setWatched } from '../devices/presence/set-watched.ts';
import { switchRelay } from '../devices/relays/switch-relay.ts';
import { apiError, apiErrorOf, schemaError } from './api-error.ts';
import { DashboardEntrance, type EntranceDeps, type Known } from './dashboard-entrance.ts';
import type { DashboardFeed } from './dashboard-feed.ts';
import type { DoorApp } from './server/guarded-app.ts';
import { safeError } from './server/safe-error.ts';
import type { Who } from './server/who-is.ts';
import type { DoorLog } from './server/rare-log.ts';
import { SocketWindow, WINDOW_MS } from './server/limits/socket-window.ts';
import { storageError } from './server/storage-error.ts';

export interface DashboardDoorDeps extends Omit<EntranceDeps, 'whoIs'> {
	whoIs: (cookieHeader: string | undefined) => Promise<Who | undefined>;
	devices: Devices;
	clock: Clock;
	log: DoorLog;
	maySwitch: (user: UserView) => boolean;
	/** whether another process has ended sessions since the last call; must be cheap, it is called with every command */
	sessionsEndedElsewhere: () => boolean;
}

interface SocketData extends Known {
	visible: boolean;
	cookie: string | undefined;
	/** counts its commands, except those that switch relays */
	asks: SocketWindow;
}

type DashboardSocket = Socket<BrowserToHub, HubToBrowser, Record<string, never>, SocketData>;
type Act<Body> = (socket: DashboardSocket, body: Body) => Answer<unknown> | Promise<Answer<unknown>>;
type Command = Act<unknown>;

/** One message of a browser; commands are small. */
const MAX_MESSAGE_BYTES = 16 * 1_024;
/** What may wait to be sent to one dashboard. More is dropped, and the gap in the numbers makes it follow again. */
const MAX_BACKPRESSURE_BYTES = 1_024 * 1_024;
/** A dashboard whose connection was lost silently notices after both at the latest. */
const PING_MS = 4_000;
const PONG_MS = 4_000;
/** A socket that has not joined a namespace by then is closed. */
const CONNECT_MS = 5_000;
/** How soon an open dashboard that sends nothing notices that its session was ended by another process. */
const ENDED_ELSEWHERE_CHECK_MS = 1_000;
/** How soon it notices that its session has expired. */
const SESSION_CHECK_MS = 60_000;
/** Boards keep the fast pace this long after the last dashboard was closed, because it may only be reloading. */
const UNWATCHED_AFTER_MS = 5_000;
/** Per window: commands other than switching; no dashboard needs so many. */
const ASKS = { count: 300, bytes: Infinity };
/** Per window, for all tabs of a session: a snapshot of the whole house takes long to write. */
const FOLLOWS = { count: 24, bytes: Infinity };
/** Sessions for which follows are counted. */
const FOLLOWS_REMEMBERED = 256;
const FOLLOWERS = 'followers';
const TOO_MANY = apiErrorOf(faultOf('asks-too-often'), WINDOW_MS / 1_000);

/** The browsers' live connection: commands come in, the feed's numbered stream goes out. */
export class DashboardDoor {
	#entrance: DashboardEntrance;
	#io: Server<BrowserToHub, HubToBrowser, Record<string, never>, SocketData>;
	#deps: DashboardDoorDeps;
	#feed: DashboardFeed | undefined;
	#unsent: Live[] = [];
	#stopped = false;
	#unwatch: Timer | undefined;
	#commands: ReadonlyMap<string, Command>;
	#checking = Promise.resolve();
	#checkWaits = false; // for the round under way
	/** by connection, which can join the namespace more than once */
	#asks = new WeakMap<object, SocketWindow>();
	/** by session: how often each has followed recently */
	#follows = new Map<string, SocketWindow>();
	#timers: Timer[];
	/** how often sessions were ended; a socket whose session was looked up before the last time is looked up again */
	#endings = 0;

	constructor(app: DoorApp, deps: DashboardDoorDeps) {
		this.#deps = deps;
		this.#commands = this.#commandsByName();
		this.#io = new Server({
			serveClient: false,
			transports: ['websocket'],
			httpCompression: false,
			maxHttpBufferSize: MAX_MESSAGE_BYTES,
			pingInterval: PING_MS,
			pingTimeout: PONG_MS,
			connectTimeout: CONNECT_MS,
		});
		this.#entrance = new DashboardEntrance({ ...deps, whoIs: (cookie) => this.#lookUp(cookie) });
		// attachApp passes its options on to uWebSockets.js, which socket.io's own types do not show.
		this.#io.attachApp(this.#entrance.before(app), {
			maxBackpressure: MAX_BACKPRESSURE_BYTES,
		} as Parameters<Server['attachApp']>[1]);
		this.#io.use((socket, next) => {
			const { who, cookie } = DashboardEntrance.visitorOf(socket.request);
			if (who) {
				const asks = this.#asksOf(socket.request);
				socket.data = { ...who, visible: false, cookie, asks };
				return next();
			}
			next(new Error('not-signed-in'));
			setImmediate(() => socket.conn.close()); // after the error is sent
		});
		this.#io.on('connection', (socket) => {
			socket.onAny((name: string, ...args: unknown[]) => this.#onCommand(socket, name, args));
			socket.on('disconnect', () => this.#countWatchers());
		});
		this.#timers = [
			every(deps.clock, ENDED_ELSEWHERE_CHECK_MS, () => this.#checkEndedElsewhere()),
			every(deps.clock, SESSION_CHECK_MS, () => this.#checkSessions()),
		];
	}

	/** The feed is made after the door, since it publishes through it. */
	serve(feed: DashboardFeed): void {
		this.#feed = feed;
	}

	/** Events of one turn of the event loop are sent together at its end: one write per dashboard, not one per event. */
	publish(live: Live): void {
		// After a server is closed, socket.io would send its events through whichever was opened last in this process.
		if (!this.#stopped && this.#unsent.push(live) === 1) setImmediate(() => this.#sendOut());
	}

	#sendOut(): void {
		const followers = this.#io.to(FOLLOWERS);
		for (const live of this.#unsent.splice(0)) followers.emit('live', live);
		this.#entrance.sent();
	}

	/** A session has ended: its open dashboards go to the sign-in page. */
	endSession(sessionId: string): void {
		this.#endings++; // also makes a socket that is just connecting look its session up again
		for (const socket of this.#io.of('/').sockets.values())
			if (socket.data.sessionId === sessionId) this.#signOut(socket);
	}

	/** A session has another id and cookie: its open dashboards go on with these. */
	renewSession(before: string, sessionId: string, cookie: string): void {
		for (const { data } of this.#io.of('/').sockets.values())
			if (data.sessionId === before) Object.assign(data, { sessionId, cookie });
	}

	isHere(userId: string): boolean {
		return [...this.#io.of('/').sockets.values()].some((socket) => socket.connected && socket.data.user.id === userId);
	}

	stop(): Promise<void> {
		for (const timer of this.#timers) timer.cancel();
		this.#unwatch?.cancel();
		this.#sendOut();
		this.#stopped = true;
		// Not disconnectSockets: a dashboard that is disconnected that way does not reconnect by itself.
		return this.#io.close();
	}

	#commandsByName(): ReadonlyMap<string, Command> {
		const follow: Act<FollowBody> = (socket, body) => {
			if (!this.#mayFollow(socket)) return refuse(TOO_MANY);
			void socket.join(FOLLOWERS);
			// Joined and answered synchronously, so that no event can fall between.
			return { ok: true, value: this.#feed!.follow(socket.data.user, body) };
		};
		const watch: Act<WatchBody> = (socket, { visible }) => {
			socket.data.visible = visible;
			this.#countWatchers();
			return { ok: true, value: null };
		};
		const setRelay: Act<SetRelayCommand> = (socket, { device, relay, on, forMs }) => {
			const { user, actor } = socket.data;
			if (!this.#deps.maySwitch(user)) return refuse(apiError('may-not-switch'));
			const sent = switchRelay(this.#deps.devices, { device, relay, on, forMs, by: actor });
			return sent instanceof Promise ? sent.then(sentAnswer) : sentAnswer(sent);
		};
		return new Map<keyof BrowserToHub, Command>([
			['follow', command(FollowBody, follow)],
			['watch', command(WatchBody, watch)],
			['set-relay', command(SetRelayCommand, setRelay)],
		]);
	}

	#asksOf(connection: object): SocketWindow {
		const asks = this.#asks.get(connection) ?? new SocketWindow(this.#deps.clock, ASKS);
		this.#asks.set(connection, asks);
		return asks;
	}

	/** A page follows when it opens, and after each lost connection. */
	#mayFollow({ data: { sessionId } }: DashboardSocket): boolean {
		const window = this.#follows.get(sessionId) ?? new SocketWindow(this.#deps.clock, FOLLOWS);
		this.#follows.delete(sessionId);
		if (this.#follows.size >= FOLLOWS_REMEMBERED) this.#follows.delete(this.#follows.keys().next().value!);
		this.#follows.set(sessionId, window);
		return window.take(1, 0);
	}

	/** Handles one command; it is answered if the browser asked for an acknowledgement. */
	#onCommand(socket: DashboardSocket, name: string, args: unknown[]): void {
		const answer = typeof args.at(-1) === 'function' ? (args.pop() as (value: unknown) => void) : undefined;
		const reply = (value: Answer<unknown>) => answer?.(value);
		const failed = (error: unknown) => {
			this.#deps.log.error({ err: safeError(error), command: name }, 'a dashboard command failed');
			reply(refuse(storageError(error) ?? apiError('internal')));
		};
		try {
			const done = this.#run(socket, name, args);
			// `follow` must be answered in the same turn, or events could come before its snapshot.
			if (done instanceof Promise) done.then(reply).catch(failed);
			else reply(done);
		} catch (error) {
			failed(error);
		}
	}

	#run(socket: DashboardSocket, name: string, args: unknown[]): Answer<unknown> | Promise<Answer<unknown>> {
		// Switching is limited by the number of commands that the board has not answered yet.
		if (name !== 'set-relay' && !socket.data.asks.take(1, 0)) return refuse(TOO_MANY);
		const command = this.#commands.get(name);
		if (!command) return refuse(apiError('no-such-command', { commands: [...this.#commands.keys()].join(', ') }));
		if (args.length > 1) return refuse(apiError('one-body'));
		this.#checkEndedElsewhere();
		if (socket.data.endings === this.#endings) return command(socket, args[0]);
		return this.#isSignedIn(socket).then((isSignedIn) =>
			isSignedIn ? command(socket, args[0]) : refuse(apiError('not-signed-in')),
		);
	}

	/** Checks the sessions of all dashboards: the change is reported only once, and an idle one sends no command. */
	#checkEndedElsewhere(): void {
		if (!this.#deps.sessionsEndedElsewhere()) return;
		this.#endings++;
		setImmediate(() => this.#checkSessions()); // a command under way is answered before
	}

	async #lookUp(cookie: string | undefined): Promise<Known | undefined> {
		const endings = this.#endings;
		const who = await this.#deps.whoIs(cookie);
		return who && { ...who, endings };
	}

	/** Looks the session up; if it has ended, the dashboard goes to the sign-in page. */
	async #isSignedIn(socket: DashboardSocket): Promise<boolean> {
		const { cookie } = socket.data;
		const who = await this.#lookUp(cookie);
		if (cookie !== socket.data.cookie) return this.#isSignedIn(socket); // renewed meanwhile
		if (who) Object.assign(socket.data, who);
		else setImmediate(() => this.#signOut(socket)); // after its command is answered
		return who !== undefined;
	}

	#countWatchers(): void {
		const watched = [...this.#io.of('/').sockets.values()].some((socket) => socket.connected && socket.data.visible);
		this.#unwatch?.cancel();
		if (watched) setWatched(this.#deps.devices, true);
		else this.#unwatch = this.#deps.clock.after(UNWATCHED_AFTER_MS, () => setWatched(this.#deps.devices, false));
	}

	/** One round at a time; however often one is requested meanwhile, one more follows it. */
	#checkSessions(): void {
		if (this.#checkWaits) return;
		this.#checkWaits = true;
		this.#checking = this.#checking.then(() => {
			this.#checkWaits = false;
			return this.#checkEverySession();
		});
	}

	async #checkEverySession(): Promise<void> {
		for (const socket of [...this.#io.of('/').sockets.values()])
			await this.#isSignedIn(socket).catch((error: unknown) =>
				this.#deps.log.error({ err: safeError(error) }, 'a session could not be looked up; retrying within a minute'),
			);
	}

	#signOut(socket: DashboardSocket): void {
		socket.emit('signed-out');
		socket.disconnect(true);
	}
}

/** Validates the body before anything is done. */
function command<Body>(schema: ZodType<Body>, act: Act<Body>): Command {
	return (socket, body) => {
		const parsed = schema.safeParse(body);
		return parsed.success ? act(socket, parsed.data) : refuse(schemaError(parsed.error));
	};
}

function sentAnswer(sent: Awaited<ReturnType<typeof switchRelay>>): Answer<null> {
	return sent.ok ? { ok: true, value: null } : refuse(apiErrorOf(sent.error));
}

function refuse(error: ApiError): { ok: false; error: ApiError } {
	return { ok: false, error };
}

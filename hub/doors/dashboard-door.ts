import { Server } from 'socket.io';
import type { ZodType } from 'zod';
import type { ApiError } from '../../protocol/dashboard/errors.ts';
import {
	type Answer,
	type BrowserToHub,
	FollowBody,
	type HubToBrowser,
	type Live,
	type Missed,
	SetRelayCommand,
	type Snapshot,
	WatchBody,
} from '../../protocol/dashboard/live.ts';
import { faultOf } from '../../protocol/dashboard/faults.ts';
import type { AccountFacts } from '../accounts/facts.ts';
import { may } from '../accounts/roles.ts';
import { type Timer, every } from '../base/clock.ts';
import type { Events } from '../base/events.ts';
import type { Devices } from '../devices/devices.ts';
import { setWatched } from '../devices/presence/set-watched.ts';
import { switchRelay } from '../devices/relays/switch-relay.ts';
import type { DoorEvents } from '../operation/door-facts.ts';
import { apiError, apiErrorOf, schemaError, storageError } from './api-error.ts';
import { DashboardEntrance, type EntranceDeps } from './dashboard-entrance.ts';
import type { DashboardFeed, Told } from './dashboard-feed.ts';
import type { GuestFeed } from './guests/guest-feed.ts';
import { refusalToSwitch } from './guests/find-reached.ts';
import { CommandLimits } from './live/command-limits.ts';
import type { DashboardSocket, SocketData } from './live/dashboard-socket.ts';
import { EventSender } from './live/event-sender.ts';
import { enterRoom, isFollowing } from './live/rooms.ts';
import { SessionChecks, type SessionChecksDeps } from './live/session-checks.ts';
import type { DoorApp } from './server/guarded-app.ts';
import { safeError } from './server/safe-error.ts';
import { WINDOW_MS } from './server/limits/socket-window.ts';

export interface DashboardDoorDeps extends Omit<EntranceDeps, 'whoIs'>, SessionChecksDeps {
	devices: Devices;
	facts: DoorEvents;
}

/** What dashboards are told. */
interface Feeds {
	household: DashboardFeed;
	guests: GuestFeed;
	people: Events<AccountFacts>;
}

type Act<Body> = (socket: DashboardSocket, body: Body) => Answer<unknown> | Promise<Answer<unknown>>;
type Command = Act<unknown>;

/** One message of a browser; commands are small. */
const MAX_MESSAGE_BYTES = 16 * 1_024;
/** What may wait to be sent to one dashboard. More is dropped, and the gap in the numbers makes it follow again. */
const MAX_BACKPRESSURE_BYTES = 1_024 * 1_024;
/** A dashboard whose connection was lost silently notices after both at the latest. */
const PING_MS = 4_000;
const PONG_MS = 4_000;
/** A refused browser closes its socket itself. Were it closed before a busy browser has read why, the reason would be lost. */
const REFUSED_CLOSED_AFTER_MS = 1_000;
/** A socket that has not joined a namespace by then is closed. */
const CONNECT_MS = 5_000;
/** How soon an open dashboard that sends nothing notices that its session was ended by another process. */
const ENDED_ELSEWHERE_CHECK_MS = 1_000;
/** How soon it notices that its session has expired. */
const SESSION_CHECK_MS = 60_000;
/** Boards keep the fast pace this long after the last dashboard was closed, because it may only be reloading. */
const UNWATCHED_AFTER_MS = 5_000;
const TOO_MANY = apiErrorOf(faultOf('asks-too-often'), WINDOW_MS / 1_000);

/** The browsers' live connection: commands come in, the feed's numbered stream goes out. */
export class DashboardDoor {
	#entrance: DashboardEntrance;
	#io: Server<BrowserToHub, HubToBrowser, Record<string, never>, SocketData>;
	#deps: DashboardDoorDeps;
	#feeds: Feeds | undefined;
	#sender: EventSender;
	#stopped = false;
	#unwatch: Timer | undefined;
	#commands: ReadonlyMap<string, Command>;
	#limits: CommandLimits;
	#sessions: SessionChecks;
	#timers: Timer[];

	constructor(app: DoorApp, deps: DashboardDoorDeps) {
		this.#deps = deps;
		this.#commands = this.#commandsByName();
		this.#limits = new CommandLimits(deps.clock);
		this.#sessions = new SessionChecks(deps, () => this.#sockets());
		this.#io = new Server({
			serveClient: false,
			transports: ['websocket'],
			httpCompression: false,
			maxHttpBufferSize: MAX_MESSAGE_BYTES,
			pingInterval: PING_MS,
			pingTimeout: PONG_MS,
			connectTimeout: CONNECT_MS,
		});
		this.#entrance = new DashboardEntrance({ ...deps, whoIs: (cookie) => this.#sessions.lookUp(cookie) });
		// attachApp passes its options on to uWebSockets.js, which socket.io's own types do not show.
		this.#io.attachApp(this.#entrance.before(app), {
			maxBackpressure: MAX_BACKPRESSURE_BYTES,
		} as Parameters<Server['attachApp']>[1]);
		this.#sender = new EventSender(this.#io, deps.clock, () => this.#entrance.sent());
		this.#io.use((socket, next) => {
			const { who, cookie } = DashboardEntrance.visitorOf(socket.request);
			if (who) {
				const asks = this.#limits.asksOf(socket.request);
				socket.data = { ...who, visible: false, together: false, cookie, asks, changed: 0 };
				return next();
			}
			// A browser that is only about to get its new cookie tries again.
			next(new Error(this.#sessions.isRenewed(cookie) ? 'session-renewed' : 'not-signed-in'));
			deps.clock.after(REFUSED_CLOSED_AFTER_MS, () => socket.conn.close());
		});
		this.#io.on('connection', (socket) => {
			socket.onAny((name: string, ...args: unknown[]) => this.#onCommand(socket, name, args));
			socket.on('disconnect', () => {
				if (socket.data.stream) this.#feeds?.guests.leave(socket.data.user.id);
				this.#countWatchers();
			});
		});
		this.#timers = [
			every(deps.clock, ENDED_ELSEWHERE_CHECK_MS, () => this.#sessions.checkEndedElsewhere()),
			every(deps.clock, SESSION_CHECK_MS, () => this.#sessions.checkAll()),
		];
	}

	/** The feeds are made after the door, since they publish through it. */
	serve(feeds: Feeds): void {
		this.#feeds = feeds;
		feeds.people.on('PersonChanged', ({ user }) => this.#sessions.onPersonChanged(user));
		feeds.people.on('WallLocked', ({ session, locked }) => {
			for (const socket of this.#sessions.onWallLocked(session, locked))
				if (isFollowing(socket)) enterRoom(socket, locked);
		});
		feeds.people.on('SessionsEnded', ({ sessions }) => sessions.forEach((id) => this.#sessions.endSession(id)));
	}

	publish(told: Told): void {
		// After a server is closed, socket.io would send its events through whichever was opened last in this process.
		if (!this.#stopped) this.#sender.add(told);
	}

	#sockets(): DashboardSocket[] {
		return [...this.#io.of('/').sockets.values()];
	}

	/** A session has another id and cookie: its open dashboards come back with these. */
	renewSession(before: string): void {
		this.#sessions.renewSession(before);
	}

	isHere(userId: string): boolean {
		return this.#sockets().some(({ connected, data }) => connected && data.user.id === userId);
	}

	stop(): Promise<void> {
		for (const timer of this.#timers) timer.cancel();
		this.#unwatch?.cancel();
		this.#sender.send();
		this.#stopped = true;
		// Not disconnectSockets: a dashboard that is disconnected that way does not reconnect by itself.
		return this.#io.close();
	}

	#commandsByName(): ReadonlyMap<string, Command> {
		const follow: Act<FollowBody> = (socket, body) => {
			const { data } = socket;
			const { household, guests } = this.#feeds!;
			if (!this.#limits.mayFollow(data.sessionId)) return refuse(TOO_MANY);
			// Begun and answered synchronously, so that no event can fall between.
			if (!may(data.user, 'house.follow')) return followed(data, this.#followAsGuest(socket, guests));
			data.together = body.together === true;
			enterRoom(socket, data.wallLocked);
			return followed(data, household.follow(data, body));
		};
		const watch: Act<WatchBody> = (socket, { visible }) => {
			socket.data.visible = visible;
			this.#countWatchers();
			return { ok: true, value: null };
		};
		const setRelay: Act<SetRelayCommand> = (socket, { device, relay, on, forMs }) => {
			const { devices } = this.#deps;
			const refused = refusalToSwitch(devices, socket.data, { device, relay });
			if (refused) return refuse(apiErrorOf(refused));
			const sent = switchRelay(devices, { device, relay, on, forMs, by: socket.data.actor });
			return sent instanceof Promise ? sent.then(sentAnswer) : sentAnswer(sent);
		};
		return new Map<keyof BrowserToHub, Command>([
			['follow', command(FollowBody, follow)],
			['watch', command(WatchBody, watch)],
			['set-relay', command(SetRelayCommand, setRelay)],
		]);
	}

	/** All dashboards of a guest are in one room, and share one stream. */
	#followAsGuest(socket: DashboardSocket, guests: GuestFeed): Snapshot {
		const { user, reach } = socket.data;
		const room = `guest ${user.id}`;
		const send = (live: Live) => {
			if (this.#stopped) return;
			this.#io.to(room).emit('live', live);
			this.#entrance.sent();
		};
		const stream = (socket.data.stream ??= guests.join(
			{ user, reach },
			{ send, reachesChanged: () => this.#countWatchers() },
		));
		const snapshot = stream.follow();
		void socket.join(room); // after that: what `follow` finds changed is in the snapshot
		this.#countWatchers();
		return snapshot;
	}

	/** Handles one command; it is answered if the browser asked for an acknowledgement. */
	#onCommand(socket: DashboardSocket, name: string, args: unknown[]): void {
		const answer = typeof args.at(-1) === 'function' ? (args.pop() as (value: unknown) => void) : undefined;
		const reply = (value: Answer<unknown>) => {
			if (!value.ok) this.#deps.facts.emit('Refused', { door: 'live', code: value.error.code });
			answer?.(value);
		};
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
		if (this.#sessions.isKnown(socket)) return command(socket, args[0]);
		return this.#sessions.isSignedIn(socket).then((isSignedIn) => {
			// One that was closed meanwhile does nothing: its place in a stream would never be given back.
			return isSignedIn && socket.connected ? command(socket, args[0]) : refuse(apiError('not-signed-in'));
		});
	}

	#countWatchers(): void {
		if (this.#stopped) return;
		const watched = this.#sockets().some(({ connected, data }) => connected && data.visible && reachesAnything(data));
		if (!watched) {
			// Not begun anew by hidden dashboards that come and go.
			this.#unwatch ??= this.#deps.clock.after(UNWATCHED_AFTER_MS, () => setWatched(this.#deps.devices, false));
			return;
		}
		this.#unwatch?.cancel();
		this.#unwatch = undefined;
		setWatched(this.#deps.devices, true);
	}
}

/** The same snapshot or events for every reader, and whether this one's session is locked to its wall panel. */
function followed({ wallLocked }: SocketData, value: Snapshot | Missed): Answer<Snapshot | Missed> {
	return { ok: true, value: wallLocked ? { ...value, wallLocked: true } : value };
}

/** A guest who reaches nothing has nothing to watch. */
function reachesAnything({ user, stream }: SocketData): boolean {
	return may(user, 'house.follow') || stream?.reachesAnything === true;
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

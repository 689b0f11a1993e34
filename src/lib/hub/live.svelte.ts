import { type ManagerOptions, type Socket, io } from 'socket.io-client';
import type { UserView } from '$protocol/dashboard/people/accounts.ts';
import type { ApiError } from '$protocol/dashboard/errors.ts';
import type { BrowserToHub, HubToBrowser, Live, LiveEvent } from '$protocol/dashboard/live.ts';
import { words } from '$words/words.ts';
import { ByFrame } from './by-frame.ts';
import type { Device } from './device.svelte.ts';
import { HubState, type HubViews } from './hub-state.svelte.ts';
import { HubClock } from './hub-clock.svelte.ts';
import { translateError } from './translate-error.ts';
import { request } from './request.ts';
import { Stream } from './stream.ts';
import { type Toast, type ToastAction, Toasts } from './toasts.svelte.ts';

export type HubSocket = Pick<
	Socket<HubToBrowser, BrowserToHub>,
	'on' | 'emit' | 'timeout' | 'connect' | 'disconnect' | 'connected' | 'active'
>;

/** How long the hub may take to acknowledge a command. */
const ANSWER_MS = 5_000;
/** Pause after the hub has closed or refused a connection, or has refused to let it follow. */
const RETRY_MS = 2_000;
/** Failed connections in a row, each while the hub answers requests, that count as blocked. A starting hub causes a few. */
const BLOCKED_AFTER = 3;

/** Of these there may be hundreds a second. They change only what is drawn, so they wait for the next frame. */
const FREQUENT: ReadonlySet<LiveEvent['type']> = new Set(['relay', 'presence', 'reading', 'input', 'log', 'audit']);

/** Connects by WebSocket only; the hub accepts nothing else. `onPing` is called for every ping of the hub. */
export function connectToHub(onPing: () => void, transports: ManagerOptions['transports'] = ['websocket']): HubSocket {
	const socket = io({
		transports,
		// Short at first, because most losses last a moment. socket.io adds the jitter.
		reconnectionDelay: 200,
		reconnectionDelayMax: 2_000,
		timeout: 5_000,
	});
	socket.io.on('ping', onPing);
	return socket;
}

async function hubAnswersRequests(): Promise<boolean> {
	return (await request('GET', '/hub')).ok;
}

/** The only live link to the hub. Pages read the state of the house from it; nothing else knows the socket. */
export class LiveHub extends HubState {
	/** `waiting`: the hub is out of reach, and everything shown is the last known state */
	link: 'connecting' | 'live' | 'waiting' = $state('connecting');
	/** the hub answers requests, but something on the way lets no WebSocket through */
	blocked = $state(false);
	readonly #clock = new HubClock();
	readonly #toasts = new Toasts();
	readonly #signedOut: () => void;
	readonly #stopListeners: (() => void)[] = [];
	readonly #connect: (onPing: () => void) => HubSocket;
	readonly #hubAnswers: () => Promise<boolean>;
	#blockedTries = 0;
	/** the last sign of life of the hub, by the hub's clock */
	#heardAt = 0;
	#lastKnownAt: number | undefined = $state();
	#socket: HubSocket | undefined;
	#stream = new Stream();
	readonly #frequent = new ByFrame<LiveEvent>((event) => this.#apply(event));
	#following = false;
	#retry: ReturnType<typeof setTimeout> | undefined;

	constructor(
		signedOut: () => void,
		connect = (onPing: () => void) => connectToHub(onPing),
		hubAnswers = hubAnswersRequests,
	) {
		super();
		this.#signedOut = signedOut;
		this.#connect = connect;
		this.#hubAnswers = hubAnswers;
	}

	/** Requests would not be answered now. If only the WebSocket is blocked, they still are. */
	get outOfReach(): boolean {
		return this.link === 'waiting' && !this.blocked;
	}

	/** While the hub is out of reach: the time at which everything shown was known. */
	get asOf(): number | undefined {
		return this.#lastKnownAt;
	}

	/** The hub's time, Unix ms, for countdowns and ages. */
	get now(): number {
		return this.#clock.current;
	}

	/** The same in steps of a minute, for text that shows no seconds. */
	get minute(): number {
		return this.#clock.minute;
	}

	get toasts(): Toast[] {
		return this.#toasts.current;
	}

	/** When all that is shown was known, by the hub's clock. */
	get knownAt(): number {
		return this.#lastKnownAt ?? this.#heardAt;
	}

	/** Whether there is a session. Without one, what is shown is what this browser knew last. */
	get started(): boolean {
		return this.#socket !== undefined;
	}

	/**
	 * Before the hub has answered: shows what this browser knew last, at the time `at`. Nothing can be switched. `lost`: the hub
	 * is out of reach, and not only to be asked yet.
	 */
	showLastKnown(views: HubViews & { at: number }, lost: boolean): void {
		if (this.#socket) return;
		if (lost) this.link = 'waiting';
		if (this.known) return;
		this.takeSnapshot(views);
		this.#lastKnownAt = views.at;
		this.#clock.start();
	}

	start(user: UserView): void {
		if (this.user && this.user.id !== user.id) this.clear();
		this.user = user;
		if (this.#socket) return;
		const socket = (this.#socket = this.#connect(this.#markHeard));
		socket.on('connect', () => this.#follow(socket));
		socket.on('disconnect', () => this.#onLinkLost(socket));
		socket.on('connect_error', (error) => {
			if (error.message === 'not-signed-in') return this.#onSignedOut();
			this.#onLinkLost(socket);
			if (error.message === 'timeout' || 'type' in error) void this.#checkBlocked(socket); // the hub itself did not refuse it
		});
		socket.on('live', (live) => this.#onLive(socket, live));
		socket.on('lives', (lives) => lives.forEach((live) => this.#onLive(socket, live)));
		socket.on('wall-locked', (locked) => {
			this.wallLocked = locked;
			// A wall panel is told less than other pages, so what is known begins anew.
			this.#stream = new Stream();
			this.#follow(socket);
		});
		socket.on('signed-out', () => this.#onSignedOut());
		document.addEventListener('visibilitychange', this.#reportVisibility);
		this.#clock.start();
	}

	/** Calls `forget` at the end of a session: what belongs to one person must not be shown to the next. */
	onStop(forget: () => void): void {
		this.#stopListeners.push(forget);
	}

	/** Ends the session: closes the connection and clears the state of the house. */
	stop(): void {
		clearTimeout(this.#retry);
		document.removeEventListener('visibilitychange', this.#reportVisibility);
		this.#clock.stop();
		const socket = this.#socket;
		this.#socket = undefined;
		socket?.disconnect();
		this.#stream = new Stream();
		this.#frequent.drop();
		this.#following = false;
		this.clear();
		this.#toasts.clear();
		for (const forget of this.#stopListeners) forget();
		this.link = 'connecting';
		this.#lastKnownAt = undefined;
		this.#unblock();
	}

	/** Switches a relay; with `forMs` only for that time. The relay's `view` shows the result. */
	async setRelay(device: Device, id: number, on: boolean, forMs?: number): Promise<void> {
		const relay = device.relays.find(({ view }) => view.id === id);
		if (!relay || !this.#socket || this.link !== 'live') return;
		const answered = relay.ask(on);
		try {
			const command = { device: device.id, relay: id, on, ...(forMs === undefined ? {} : { forMs }) };
			const answer = await this.#socket.timeout(ANSWER_MS).emitWithAck('set-relay', command);
			// What came before the answer may be from before the tap.
			this.#frequent.flush();
			answered(answer.ok);
			if (!answer.ok) await this.#showRefusal(answer.error);
		} catch {
			answered(false);
			if (this.link === 'live') this.toast('warn', words.hub.unanswered); // otherwise the banner says it
		}
	}

	async #showRefusal(error: ApiError): Promise<void> {
		this.fail(await translateError(error));
	}

	fail(error: ApiError): void {
		this.toast('warn', error.message);
	}

	toast(kind: Toast['kind'], text: string, action?: ToastAction): void {
		this.#toasts.add(kind, text, action);
	}

	dismiss(id: number): void {
		this.#toasts.dismiss(id);
	}

	readonly #reportVisibility = (): void => {
		if (this.#socket?.connected)
			this.#socket.emit('watch', { visible: document.visibilityState === 'visible' }, () => undefined);
	};

	/** One request at a time: many events may arrive after a gap, and one answer fills the gap. */
	#follow(socket: HubSocket): void {
		if (this.#following) return;
		this.#following = true;
		const asked = performance.now();
		socket.timeout(ANSWER_MS).emit('follow', { ...this.#stream.since, together: true }, (unanswered, answer) => {
			if (socket !== this.#socket) return;
			this.#following = false;
			if (unanswered) return void (socket.connected && this.#follow(socket));
			if (!answer.ok) {
				void this.#showRefusal(answer.error);
				return this.#retryLater(() => socket.connected && this.#follow(socket));
			}
			// The hub read its clock somewhere between request and answer; the middle is the best guess.
			this.#clock.set(answer.value.now + (performance.now() - asked) / 2);
			this.wallLocked = answer.value.wallLocked === true;
			this.#frequent.flush();
			if (answer.value.kind === 'snapshot') this.takeSnapshot(answer.value);
			for (const event of this.#stream.begin(answer.value)) this.#apply(event);
			this.forgetTaps();
			this.link = 'live';
			this.#lastKnownAt = undefined;
			this.#markHeard();
			this.#unblock();
			this.#reportVisibility();
		});
	}

	readonly #markHeard = (): void => {
		this.#heardAt = this.#clock.exact;
	};

	#onLive(socket: HubSocket, live: Live): void {
		this.#markHeard();
		const event = this.#stream.take(live);
		if (event === 'gap') this.#follow(socket);
		// Only from a live message: the answer to `follow` contains a newer time than its missed events.
		else if (event !== 'known' && event.type === 'clock') this.#clock.set(event.now);
		else if (event !== 'known' && FREQUENT.has(event.type)) this.#frequent.add(event);
		else if (event !== 'known') {
			this.#frequent.flush();
			this.#apply(event);
		}
	}

	#apply(event: LiveEvent): void {
		if (event.type === 'relay' && (event.relay.offAt !== null || event.relay.heldUntil !== null)) this.#clock.tick();
		const news = this.apply(event);
		if (news?.kind === 'claimed') this.toast('claimed', words.claimedToast(news.name));
		else if (news) void translateError(news).then(({ kind, message }) => this.toast(kind, message));
	}

	/** A connection failed. If the hub answers requests nevertheless, WebSockets are blocked and the hub is not down. */
	async #checkBlocked(socket: HubSocket): Promise<void> {
		const answers = await this.#hubAnswers();
		if (socket !== this.#socket || socket.connected) return;
		this.#blockedTries = answers ? this.#blockedTries + 1 : 0;
		this.blocked = this.#blockedTries >= BLOCKED_AFTER;
	}

	#unblock(): void {
		this.#blockedTries = 0;
		this.blocked = false;
	}

	#onLinkLost(socket: HubSocket): void {
		if (socket !== this.#socket) return;
		this.#frequent.flush();
		if (this.link === 'live') this.#lastKnownAt = this.#heardAt;
		this.link = 'waiting';
		this.#following = false;
		this.forgetTaps();
		// socket.io reconnects after a lost link by itself, but not after the hub has closed or refused the connection.
		if (!socket.active) this.#retryLater(() => socket.connect());
	}

	#retryLater(act: () => void): void {
		clearTimeout(this.#retry);
		this.#retry = setTimeout(act, RETRY_MS);
	}

	#onSignedOut(): void {
		this.stop();
		this.#signedOut();
	}
}

import { type ManagerOptions, type Socket, io } from 'socket.io-client';
import type { UserView } from '$protocol/dashboard/accounts.ts';
import type { ApiError } from '$protocol/dashboard/errors.ts';
import type { BrowserToHub, HubToBrowser, Live, LiveEvent } from '$protocol/dashboard/live.ts';
import { words } from '$lib/words.ts';
import type { Device } from './device.svelte.ts';
import { House } from './house.svelte.ts';
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
/** After the hub has turned a socket away, or did not let it follow. */
const RETRY_MS = 2_000;
/** Failures in a row, each while the hub answers requests, before the way is called closed: a hub that starts fails some. */
const BLOCKED_AFTER = 3;

/** By WebSocket alone: the hub takes nothing else. `heard` is called for every sign of life of the hub. */
export function connectToHub(heard: () => void, transports: ManagerOptions['transports'] = ['websocket']): HubSocket {
	const socket = io({
		transports,
		// Quick at first, since most losses are a lift door; socket.io adds the jitter.
		reconnectionDelay: 200,
		reconnectionDelayMax: 2_000,
		timeout: 5_000,
	});
	socket.io.on('ping', heard);
	return socket;
}

async function asksHub(): Promise<boolean> {
	return (await request('GET', '/hub')).ok;
}

/** The one live link to the hub. Pages read its picture of the house; nothing else knows the socket. */
export class LiveHub extends House {
	/** `waiting`: the hub is out of reach, everything shown is what was last known */
	link: 'connecting' | 'live' | 'waiting' = $state('connecting');
	/** the hub answers requests, but something between here and it lets no WebSocket through */
	blocked = $state(false);
	readonly #clock = new HubClock();
	readonly #toasts = new Toasts();
	readonly #signedOut: () => void;
	readonly #connect: (heard: () => void) => HubSocket;
	readonly #hubAnswers: () => Promise<boolean>;
	#blockedTries = 0;
	/** when the hub was last heard, by its own clock */
	#heardAt = 0;
	#lastKnownAt: number | undefined = $state();
	#socket: HubSocket | undefined;
	#stream = new Stream();
	#following = false;
	#retry: ReturnType<typeof setTimeout> | undefined;

	constructor(signedOut: () => void, connect = (heard: () => void) => connectToHub(heard), hubAnswers = asksHub) {
		super();
		this.#signedOut = signedOut;
		this.#connect = connect;
		this.#hubAnswers = hubAnswers;
	}

	/** Nothing asked of the hub would be answered now. Where only its WebSocket is blocked, requests still are. */
	get outOfReach(): boolean {
		return this.link === 'waiting' && !this.blocked;
	}

	/** While the hub is out of reach: the moment at which all that is shown was true. */
	get asOf(): number | undefined {
		return this.#lastKnownAt;
	}

	/** The hub's time, Unix ms, for countdowns and ages. */
	get now(): number {
		return this.#clock.current;
	}

	/** The same, in steps of a minute, for what is told by the minute. */
	get minute(): number {
		return this.#clock.minute;
	}

	get toasts(): Toast[] {
		return this.#toasts.current;
	}

	start(user: UserView): void {
		this.user = user;
		if (this.#socket) return;
		const socket = (this.#socket = this.#connect(this.#heard));
		socket.on('connect', () => this.#follow(socket));
		socket.on('disconnect', () => this.#lost(socket));
		socket.on('connect_error', (error) => {
			if (error.message === 'not-signed-in') return this.#leave();
			this.#lost(socket);
			if (error.message === 'timeout' || 'type' in error) void this.#findBlock(socket); // not the hub’s own refusal
		});
		socket.on('live', (live) => this.#take(socket, live));
		socket.on('signed-out', () => this.#leave());
		document.addEventListener('visibilitychange', this.#watch);
		this.#clock.start();
	}

	/** Signed out: nothing of the house stays in memory. */
	stop(): void {
		clearTimeout(this.#retry);
		document.removeEventListener('visibilitychange', this.#watch);
		this.#clock.stop();
		const socket = this.#socket;
		this.#socket = undefined;
		socket?.disconnect();
		this.#stream = new Stream();
		this.#following = false;
		this.clear();
		this.link = 'connecting';
		this.#lastKnownAt = undefined;
		this.#unblock();
	}

	/** Asks for a relay, with `forMs` until then; how it ends is told by its `view`. */
	async setRelay(device: Device, id: number, on: boolean, forMs?: number): Promise<void> {
		const relay = device.relays.find(({ view }) => view.id === id);
		if (!relay || !this.#socket || this.link !== 'live') return;
		relay.asked = on;
		try {
			const command = { device: device.id, relay: id, on, ...(forMs === undefined ? {} : { forMs }) };
			const answer = await this.#socket.timeout(ANSWER_MS).emitWithAck('set-relay', command);
			if (answer.ok) return;
			relay.asked = null;
			await this.#refused(answer.error);
		} catch {
			relay.asked = null;
			if (this.link === 'live') this.toast('warn', words.hub.unanswered); // else the banner says it
		}
	}

	async #refused(error: ApiError): Promise<void> {
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

	readonly #watch = (): void => {
		if (this.#socket?.connected)
			this.#socket.emit('watch', { visible: document.visibilityState === 'visible' }, () => undefined);
	};

	/** One question at a time: events of a gap come by the dozen, and one answer fills it. */
	#follow(socket: HubSocket): void {
		if (this.#following) return;
		this.#following = true;
		const asked = performance.now();
		socket.timeout(ANSWER_MS).emit('follow', this.#stream.since, (unanswered, answer) => {
			if (socket !== this.#socket) return;
			this.#following = false;
			if (unanswered) return void (socket.connected && this.#follow(socket));
			if (!answer.ok) {
				void this.#refused(answer.error);
				return this.#later(() => socket.connected && this.#follow(socket));
			}
			// The hub looked at its clock while the answer was under way, most likely half way.
			this.#clock.set(answer.value.now + (performance.now() - asked) / 2);
			if (answer.value.kind === 'snapshot') this.takeSnapshot(answer.value);
			for (const event of this.#stream.begin(answer.value)) this.#apply(event);
			this.forgetTaps();
			this.link = 'live';
			this.#lastKnownAt = undefined;
			this.#heard();
			this.#unblock();
			this.#watch();
		});
	}

	readonly #heard = (): void => {
		this.#heardAt = this.#clock.exact;
	};

	#take(socket: HubSocket, live: Live): void {
		this.#heard();
		const event = this.#stream.take(live);
		if (event === 'gap') this.#follow(socket);
		// Only as it happens: the answer to `follow` has a newer one.
		else if (event !== 'known' && event.type === 'clock') this.#clock.set(event.now);
		else if (event !== 'known') this.#apply(event);
	}

	#apply(event: LiveEvent): void {
		if (event.type === 'relay' && (event.relay.offAt !== null || event.relay.heldUntil !== null)) this.#clock.tick();
		const news = this.apply(event);
		if (news?.kind === 'claimed') this.toast('claimed', words.pending.claimedToast(news.name));
		else if (news) void inWords(news).then(({ kind, message }) => this.toast(kind, message));
	}

	/** No connection came about. Where the hub answers requests all the same, the way is closed, and the hub is not away. */
	async #findBlock(socket: HubSocket): Promise<void> {
		const answers = await this.#hubAnswers();
		if (socket !== this.#socket || socket.connected) return;
		this.#blockedTries = answers ? this.#blockedTries + 1 : 0;
		this.blocked = this.#blockedTries >= BLOCKED_AFTER;
	}

	#unblock(): void {
		this.#blockedTries = 0;
		this.blocked = false;
	}

	#lost(socket: HubSocket): void {
		if (socket !== this.#socket) return;
		if (this.link === 'live') this.#lastKnownAt = this.#heardAt;
		this.link = 'waiting';
		this.#following = false;
		this.forgetTaps();
		// socket.io comes back by itself after a lost link, but not where the hub itself closed or refused it.
		if (!socket.active) this.#later(() => socket.connect());
	}

	#later(act: () => void): void {
		clearTimeout(this.#retry);
		this.#retry = setTimeout(act, RETRY_MS);
	}

	#leave(): void {
		this.stop();
		this.#signedOut();
	}
}

import { type Socket, io } from 'socket.io-client';
import { SvelteMap } from 'svelte/reactivity';
import type {
	ApiError,
	BrowserToHub,
	HubInfo,
	HubToBrowser,
	LiveEvent,
	Missed,
	PendingView,
	Snapshot,
	UserView,
} from '$protocol/dashboard.ts';
import { words } from '$lib/words.ts';
import { Device } from './device.svelte.ts';
import { Stream } from './stream.ts';

type HubSocket = Socket<HubToBrowser, BrowserToHub>;

/** Quick at first, since most losses are a lift door; never slower than this. */
const RECONNECT_MS = 200;
const RECONNECT_MAX_MS = 2_000;
/** How long the hub may take to acknowledge a command. */
const ANSWER_MS = 5_000;
const TOASTS_SHOWN = 3;

export interface Toast {
	id: number;
	kind: 'claimed' | 'info' | 'warn';
	text: string;
}

/**
 * The house as the hub tells it, kept up to date by one socket. Pages read its fields; nothing else knows the socket.
 */
export class LiveHub {
	/** `waiting`: the hub is out of reach, everything shown is what was last known */
	link: 'connecting' | 'live' | 'waiting' = $state('connecting');
	info: HubInfo | undefined = $state.raw();
	user: UserView | undefined = $state.raw();
	readonly devices = new SvelteMap<string, Device>();
	readonly pending = new SvelteMap<string, PendingView>();
	/** where a pending device went: the new device's id, so that the wizard can tell */
	readonly claimed = new SvelteMap<string, string>();
	toasts: Toast[] = $state.raw([]);
	/** the hub's clock, by second, for countdowns and ages */
	now = $state(Date.now());

	#socket: HubSocket | undefined;
	#stream = new Stream();
	#signedOut: () => void;
	#clock = { hub: Date.now(), page: performance.now() };
	#nextToast = 1;

	constructor(signedOut: () => void) {
		this.#signedOut = signedOut;
	}

	start(user: UserView): void {
		this.user = user;
		if (this.#socket) return;
		const socket: HubSocket = io({
			transports: ['websocket', 'polling'],
			reconnectionDelay: RECONNECT_MS,
			reconnectionDelayMax: RECONNECT_MAX_MS,
		});
		this.#socket = socket;
		socket.on('connect', () => this.#follow(socket));
		socket.on('disconnect', () => this.#lost());
		socket.on('connect_error', (error) => {
			if (error.message === 'not-signed-in') this.#leave();
			else this.#lost();
		});
		socket.on('live', (live) => {
			const event = this.#stream.take(live);
			if (event === 'gap') this.#follow(socket);
			else if (event !== 'known') this.#apply(event);
		});
		socket.on('stale', () => this.#follow(socket));
		socket.on('signed-out', () => this.#leave());
		document.addEventListener('visibilitychange', this.#watch);
		this.#tick = setInterval(() => (this.now = this.#hubNow()), 1_000);
	}

	/** Signed out, or another page without the house: nothing of it stays in memory. */
	stop(): void {
		this.#socket?.disconnect();
		this.#socket = undefined;
		clearInterval(this.#tick);
		document.removeEventListener('visibilitychange', this.#watch);
		this.#stream = new Stream();
		this.devices.clear();
		this.pending.clear();
		this.user = undefined;
		this.link = 'connecting';
	}

	/** Asks for a relay; how it ends is told by its `view`. */
	async setRelay(device: Device, id: number, on: boolean): Promise<void> {
		const relay = device.relays.find(({ view }) => view.id === id);
		if (!relay || !this.#socket || this.link !== 'live') return;
		relay.asked = on;
		try {
			const answer = await this.#socket
				.timeout(ANSWER_MS)
				.emitWithAck('set-relay', { device: device.id, relay: id, on });
			if (!answer.ok) {
				relay.asked = null;
				this.fail(answer.error);
			}
		} catch {
			relay.asked = null; // the link was lost; the banner says so
		}
	}

	fail(error: ApiError): void {
		this.toast('warn', error.message);
	}

	toast(kind: Toast['kind'], text: string): void {
		this.toasts = [...this.toasts, { id: this.#nextToast++, kind, text }].slice(-TOASTS_SHOWN);
	}

	dismiss(id: number): void {
		this.toasts = this.toasts.filter((toast) => toast.id !== id);
	}

	#tick: ReturnType<typeof setInterval> | undefined;

	#watch = (): void => {
		if (this.#socket?.connected)
			this.#socket.emit('watch', { visible: document.visibilityState === 'visible' }, () => undefined);
	};

	#follow(socket: HubSocket): void {
		socket.emit('follow', this.#stream.since, (answer) => {
			if (!answer.ok) return this.fail(answer.error);
			this.#begin(answer.value);
			this.#watch();
		});
	}

	#begin(answer: Snapshot | Missed): void {
		this.#clock = { hub: answer.now, page: performance.now() };
		this.now = answer.now;
		if (answer.kind === 'snapshot') this.#takeSnapshot(answer);
		for (const event of this.#stream.begin(answer)) this.#apply(event);
		for (const device of this.devices.values()) for (const relay of device.relays) relay.asked = null;
		this.link = 'live';
	}

	/** Cards that stay keep their place and their state, so that nothing jumps when the hub comes back. */
	#takeSnapshot({ hub, user, devices, pending }: Snapshot): void {
		this.info = hub;
		this.user = user;
		keepOnly(this.devices, devices);
		for (const view of devices) this.#takeDevice(view);
		keepOnly(this.pending, pending);
		for (const view of pending) this.pending.set(view.id, view);
	}

	#takeDevice(view: ConstructorParameters<typeof Device>[0]): void {
		const known = this.devices.get(view.id);
		if (known) known.take(view);
		else this.devices.set(view.id, new Device(view));
	}

	#apply(event: LiveEvent): void {
		switch (event.type) {
			case 'device':
				return this.#takeDevice(event.device);
			case 'device-removed':
				return void this.devices.delete(event.id);
			case 'relay':
				return this.devices
					.get(event.device)
					?.relays.find(({ view }) => view.id === event.relay.id)
					?.take(event.relay);
			case 'presence': {
				const device = this.devices.get(event.device);
				if (device) Object.assign(device, { presence: event.presence, vitals: event.vitals });
				return;
			}
			case 'reading':
				return this.devices.get(event.device)?.takeReading(event);
			case 'pending':
				return void this.pending.set(event.pending.id, event.pending);
			case 'pending-removed': {
				const name = this.pending.get(event.id)?.name;
				this.pending.delete(event.id);
				if (event.why === 'claimed' && event.device) {
					this.claimed.set(event.id, event.device);
					if (name) this.toast('claimed', words.pending.claimedToast(name));
				}
				return;
			}
			case 'notice':
				return this.toast(event.level, event.message);
		}
	}

	#hubNow(): number {
		return this.#clock.hub + performance.now() - this.#clock.page;
	}

	#lost(): void {
		this.link = this.link === 'connecting' && this.devices.size === 0 ? 'connecting' : 'waiting';
	}

	#leave(): void {
		this.stop();
		this.#signedOut();
	}
}

function keepOnly<V>(map: SvelteMap<string, V>, present: { id: string }[]): void {
	const ids = new Set(present.map(({ id }) => id));
	for (const id of [...map.keys()]) if (!ids.has(id)) map.delete(id);
}

import { type Socket, io } from 'socket.io-client';
import type { DeviceView } from '../../protocol/dashboard/devices.ts';
import type { ApiError } from '../../protocol/dashboard/errors.ts';
import { EMPTY_HOME } from '../../protocol/dashboard/empty-home.ts';
import type { HomeLayout } from '../../protocol/dashboard/home.ts';
import { NO_PREFERENCES } from '../../protocol/dashboard/people/no-preferences.ts';
import type { Preferences } from '../../protocol/dashboard/people/preferences.ts';
import { API } from '../../protocol/dashboard/limits.ts';
import type {
	Answer,
	BrowserToHub,
	HubToBrowser,
	Live,
	LiveEvent,
	Missed,
	Snapshot,
} from '../../protocol/dashboard/live.ts';
import type { AddDevice, PendingView } from '../../protocol/dashboard/pending.ts';
import type { SceneView } from '../../protocol/dashboard/scenes.ts';
import { PATIENCE_MS } from './patience.ts';
import { Waiting } from './waiting.ts';

export const PASSWORD = 'correct horse battery staple';
/** How soon a browser that is only about to get its new cookie comes back. */
const RETRY_MS = 50;

/** What a browser does, without the browser: REST with a cookie, and the live socket. */
export class BrowserSession {
	readonly origin: string;
	cookie = '';

	constructor(origin: string) {
		this.origin = origin;
	}

	/** Returns the raw answer; most tests use `call`. */
	request(method: string, path: string, body?: unknown): Promise<Response> {
		return fetch(`${this.origin}${API}${path}`, {
			method,
			headers: {
				origin: this.origin,
				...(this.cookie ? { cookie: this.cookie } : {}),
				...(body === undefined ? {} : { 'content-type': 'application/json' }),
			},
			...(body === undefined ? {} : { body: JSON.stringify(body) }),
		});
	}

	async call<T>(method: string, path: string, body?: unknown): Promise<T> {
		const answer = await this.request(method, path, body);
		const set = answer.headers.getSetCookie().find((cookie) => cookie.startsWith('mooring_session='));
		if (set) this.cookie = set.split(';')[0]!;
		const text = await answer.text();
		if (!answer.ok) throw new ApiFailure(answer.status, JSON.parse(text) as ApiError);
		return (text === '' ? undefined : JSON.parse(text)) as T;
	}

	setUp(code: string, name = 'anna'): Promise<unknown> {
		return this.call('POST', '/setup', { code, name, password: PASSWORD });
	}

	addVirtualBoard(change: Partial<AddDevice> = {}): Promise<PendingView> {
		return this.call('POST', '/pending', {
			name: 'Boiler room',
			board: 'virtual',
			relays: [
				{ id: 1, name: 'Pump', gpio: 0, activeLow: false },
				{ id: 2, name: 'Valve', gpio: 1, activeLow: false },
			],
			sensors: [{ id: 1, type: 'virtual' }],
			...change,
		});
	}

	async configFile(id: string): Promise<Uint8Array> {
		const answer = await this.request('GET', `/pending/${id}/config`);
		if (!answer.ok) throw new ApiFailure(answer.status, (await answer.json()) as ApiError);
		return new Uint8Array(await answer.arrayBuffer());
	}

	/** Connects, follows, and keeps the view up to date. */
	async open(): Promise<LiveView> {
		// A browser sends the cookie that it has at the moment, also when it comes back.
		const headers = Object.defineProperty({ origin: this.origin, cookie: '' }, 'cookie', {
			get: () => this.cookie,
			enumerable: true,
		});
		const socket: Socket<HubToBrowser, BrowserToHub> = io(this.origin, {
			transports: ['websocket'],
			extraHeaders: headers,
			reconnectionDelay: 20,
			reconnectionDelayMax: 100,
		});
		const view = new LiveView(socket);
		await view.until(() => view.following);
		return view;
	}
}

export class ApiFailure extends Error {
	readonly status: number;
	readonly api: ApiError;
	constructor(status: number, api: ApiError) {
		super(`${status} ${api.code}: ${api.message}`);
		this.status = status;
		this.api = api;
	}
}

/** A dashboard's view of the house, made only from the snapshot and the stream. */
export class LiveView {
	readonly devices = new Map<string, DeviceView>();
	readonly pending = new Map<string, PendingView>();
	readonly scenes = new Map<string, SceneView>();
	home: HomeLayout = EMPTY_HOME;
	preferences: Preferences = NO_PREFERENCES;
	readonly events: LiveEvent[] = [];
	readonly answers: (Snapshot | Missed)['kind'][] = [];
	following = false;
	signedOut = false;
	refused: string | undefined;
	epoch: string | undefined;
	seq = -1;
	gaps = 0;
	#closed = false;
	#waiting = new Waiting();

	constructor(readonly socket: Socket<HubToBrowser, BrowserToHub>) {
		socket.on('connect', () => this.#follow());
		socket.on('disconnect', (reason) => {
			this.#changed(() => (this.following = false));
			if (reason === 'io server disconnect' && !this.signedOut) this.#connectLater(); // the dashboard does too
		});
		socket.on('live', (live) => this.#changed(() => this.#take(live)));
		socket.on('signed-out', () => this.#changed(() => (this.signedOut = true)));
		socket.on('connect_error', (error) => {
			this.#changed(() => (this.refused = error.message));
			if (error.message === 'session-renewed') this.#connectLater();
		});
	}

	/** Resolves as soon as `condition` holds, which is checked after every event; fails after `ms`. */
	until(condition: () => unknown, ms = PATIENCE_MS, what = condition.toString()): Promise<void> {
		return this.#waiting.until(condition, ms, () => `did not become true in ${ms} ms: ${what}`);
	}

	device(name: string): DeviceView | undefined {
		return [...this.devices.values()].find((device) => device.name === name);
	}

	relay(device: string, relay: number) {
		return this.devices.get(device)?.relays.find(({ id }) => id === relay);
	}

	setRelay(device: string, relay: number, on: boolean, forMs?: number): Promise<Answer<null>> {
		return this.socket.emitWithAck('set-relay', { device, relay, on, ...(forMs === undefined ? {} : { forMs }) });
	}

	watch(visible: boolean): Promise<Answer<null>> {
		return this.socket.emitWithAck('watch', { visible });
	}

	close(): void {
		this.#closed = true;
		this.socket.disconnect();
	}

	#connectLater(): void {
		setTimeout(() => void (!this.#closed && this.socket.connect()), RETRY_MS);
	}

	/** Takes the answer in the turn in which it comes: events behind it in the same packet would pass for known ones otherwise. */
	#follow(): void {
		const since = this.epoch === undefined ? {} : { epoch: this.epoch, seq: this.seq };
		// A connection that is lost follows again when it is back.
		this.socket.emit('follow', since, (answer) => {
			if (!answer.ok) throw new Error(answer.error.message);
			this.#changed(() => this.#begin(answer.value));
		});
	}

	#begin(answer: Snapshot | Missed): void {
		this.answers.push(answer.kind);
		if (answer.kind === 'snapshot') {
			this.epoch = answer.epoch;
			this.seq = answer.seq;
			this.devices.clear();
			this.pending.clear();
			this.scenes.clear();
			for (const device of answer.devices) this.devices.set(device.id, device);
			for (const pending of answer.pending) this.pending.set(pending.id, pending);
			for (const scene of answer.scenes) this.scenes.set(scene.id, scene);
			this.home = answer.home;
			this.preferences = answer.preferences;
		} else for (const live of answer.events) this.#take(live);
		this.following = true;
	}

	#take({ seq, event }: Live): void {
		if (seq <= this.seq) return; // in the snapshot already
		if (seq !== this.seq + 1) this.gaps++;
		this.seq = seq;
		this.events.push(event);
		switch (event.type) {
			case 'device':
				this.devices.set(event.device.id, event.device);
				break;
			case 'device-removed':
				this.devices.delete(event.id);
				break;
			case 'relay': {
				const relays = this.devices.get(event.device)?.relays ?? [];
				const index = relays.findIndex(({ id }) => id === event.relay.id);
				if (index >= 0) relays[index] = event.relay;
				break;
			}
			case 'input': {
				const inputs = this.devices.get(event.device)?.inputs ?? [];
				const index = inputs.findIndex(({ id }) => id === event.input.id);
				if (index !== -1) inputs[index] = event.input;
				break;
			}
			case 'presence':
				Object.assign(this.devices.get(event.device) ?? {}, { presence: event.presence, vitals: event.vitals });
				break;
			case 'reading': {
				const device = this.devices.get(event.device);
				const { sensor, unit, value, at } = event;
				const known = device?.readings.find((reading) => reading.sensor === sensor && reading.unit === unit);
				if (known) Object.assign(known, { value, at });
				else device?.readings.push({ sensor, unit, value, at, recent: [] });
				break;
			}
			case 'pending':
				this.pending.set(event.pending.id, event.pending);
				break;
			case 'pending-removed':
				this.pending.delete(event.id);
				break;
			case 'scene':
				this.scenes.set(event.scene.id, event.scene);
				break;
			case 'scene-removed':
				this.scenes.delete(event.id);
				break;
			case 'home':
				this.home = event.home;
				break;
			case 'preferences':
				this.preferences = event.preferences;
		}
	}

	#changed(change: () => void): void {
		change();
		this.#waiting.changed();
	}
}

import { once } from 'node:events';
import WebSocket from 'ws';
import { BrowserSession, type LiveView } from '../harness/browser-session.ts';
import { HubProcess } from '../harness/hub-process.ts';
import { type BoardProcess, startBoard } from '../harness/boards/board-process.ts';
import { startBareRelay } from './lib/bare-process.ts';
import { startMosquitto } from './lib/mosquitto.ts';
import { MqttClient } from './lib/mqtt.ts';
import { ratio, report } from './lib/report.ts';
import { median, percentile } from './lib/statistics.ts';

/**
 * Toggle: dashboard → hub → board → hub → dashboard, against the same two hops on bare uWebSockets.js, and against a plain
 * toggle through Mosquitto where that is installed. Rounds of all take turns, so that a busy machine is busy for all.
 */
const ROUNDS = 7;
const ONE_IN_FLIGHT = 1_500;
const FLOOD = 12_000;
const IN_FLIGHT = 64;
const WARM_UP = 2_000;
/** about the size of a toggle's message */
const BARE_BYTES = 64;

interface Side {
	/** milliseconds of each of `count` toggles, one after the other */
	singles(count: number): Promise<number[]>;
	/** toggles a second, IN_FLIGHT at a time */
	flood(count: number): Promise<number>;
}

/** Toggles in flight need a relay each: a newer command for a relay replaces the older. */
const RELAYS = 8;
const DEVICES = IN_FLIGHT / RELAYS;

class HubSide implements Side {
	#view: LiveView;
	#devices: string[];
	constructor(view: LiveView, devices: string[]) {
		this.#view = view;
		this.#devices = devices;
	}

	async singles(count: number): Promise<number[]> {
		const times: number[] = [];
		for (let i = 0; i < count; i++) {
			const began = performance.now();
			await this.#toggle(this.#devices[0]!, 1);
			times.push(performance.now() - began);
		}
		return times;
	}

	async flood(count: number): Promise<number> {
		let left = count;
		const began = performance.now();
		const lane = async (device: string, relay: number) => {
			while (left-- > 0) await this.#toggle(device, relay);
		};
		await Promise.all(this.#devices.flatMap((device) => Array.from({ length: RELAYS }, (_, i) => lane(device, i + 1))));
		return (count / (performance.now() - began)) * 1_000;
	}

	/** Resolves when this dashboard has received the board's report. */
	#toggle(device: string, relay: number): Promise<void> {
		const { socket } = this.#view;
		const on = !this.#view.relay(device, relay)!.reported;
		return new Promise((resolve) => {
			this.#waiting.set(`${device}/${relay}`, { on, resolve });
			if (!this.#listening) {
				this.#listening = true;
				socket.on('live', ({ event }) => {
					if (event.type !== 'relay') return;
					const waiting = this.#waiting.get(`${event.device}/${event.relay.id}`);
					if (waiting && event.relay.reported === waiting.on && event.relay.wanted === null) {
						this.#waiting.delete(`${event.device}/${event.relay.id}`);
						waiting.resolve();
					}
				});
			}
			socket.emit('set-relay', { device, relay, on }, () => undefined);
		});
	}

	#listening = false;
	#waiting = new Map<string, { on: boolean; resolve: () => void }>();
}

class BareSide implements Side {
	#dashboard: WebSocket;
	constructor(dashboard: WebSocket) {
		this.#dashboard = dashboard;
	}

	async singles(count: number): Promise<number[]> {
		const times: number[] = [];
		const frame = Buffer.alloc(BARE_BYTES);
		for (let i = 0; i < count; i++) {
			const began = performance.now();
			this.#dashboard.send(frame);
			await once(this.#dashboard, 'message');
			times.push(performance.now() - began);
		}
		return times;
	}

	flood(count: number): Promise<number> {
		const frame = Buffer.alloc(BARE_BYTES);
		let sent = 0;
		let back = 0;
		const began = performance.now();
		return new Promise((resolve) => {
			const take = () => {
				if (++back === count) {
					this.#dashboard.off('message', take);
					resolve((count / (performance.now() - began)) * 1_000);
				} else if (sent++ < count) this.#dashboard.send(frame);
			};
			this.#dashboard.on('message', take);
			for (; sent < IN_FLIGHT; sent++) this.#dashboard.send(frame);
		});
	}
}

/** One relay per lane, as on the hub's side; a lane sends its next command when the last one is reported. */
class MqttSide implements Side {
	#client: MqttClient;
	#waiting = new Map<string, () => void>();
	#on = false;
	constructor(client: MqttClient) {
		this.#client = client;
		client.heard = (topic) => this.#waiting.get(topic)?.();
	}

	static async open(port: number): Promise<MqttSide> {
		const client = await MqttClient.open(port, 'dashboard');
		await client.subscribe('stat/#');
		return new MqttSide(client);
	}

	async singles(count: number): Promise<number[]> {
		const times: number[] = [];
		for (let i = 0; i < count; i++) {
			const began = performance.now();
			await this.#toggle(1);
			times.push(performance.now() - began);
		}
		return times;
	}

	async flood(count: number): Promise<number> {
		let left = count;
		const began = performance.now();
		const lane = async (relay: number) => {
			while (left-- > 0) await this.#toggle(relay);
		};
		await Promise.all(Array.from({ length: IN_FLIGHT }, (_, i) => lane(i + 1)));
		return (count / (performance.now() - began)) * 1_000;
	}

	#toggle(relay: number): Promise<void> {
		return new Promise((resolve) => {
			this.#waiting.set(`stat/bench/POWER${relay}`, resolve);
			this.#client.publish(`cmnd/bench/POWER${relay}`, (this.#on = !this.#on) ? 'ON' : 'OFF');
		});
	}
}

async function openBare(port: number, path: string): Promise<WebSocket> {
	const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, { perMessageDeflate: false });
	await once(socket, 'open');
	return socket;
}

const hub = new HubProcess({ MOORING_LOG: 'info' });
const boards: BoardProcess[] = [];
const bare = await startBareRelay();
const mosquitto = await startMosquitto();
try {
	await hub.start();
	const browser = new BrowserSession(hub.origin);
	await browser.setUp(hub.setUpCode);
	const view = await browser.open();
	const relays = Array.from({ length: RELAYS }, (_, i) => ({
		id: i + 1,
		name: `R${i + 1}`,
		gpio: i,
		activeLow: false,
	}));
	const files: Uint8Array[] = [];
	for (let i = 0; i < DEVICES; i++) {
		const pending = await browser.addVirtualBoard({ name: `Bench ${i}`, relays, sensors: [] });
		files.push(await browser.configFile(pending.id));
	}
	boards.push(await startBoard(files));
	await view.until(() => view.devices.size === DEVICES, 20_000);
	await view.until(
		() =>
			[...view.devices.values()].every(
				(d) => d.presence.state === 'online' && d.relays.every((r) => r.reported !== null),
			),
		20_000,
	);
	await view.watch(true);

	await bare.addEcho();
	const bareSide = new BareSide(await openBare(bare.port, '/dashboard'));
	const hubSide = new HubSide(view, [...view.devices.keys()]);

	await mosquitto?.addBoard();

	const sides: [string, Side][] = [
		['bare', bareSide],
		['hub', hubSide],
	];
	if (mosquitto) sides.push(['mosquitto', await MqttSide.open(mosquitto.port)]);
	const rounds = Object.fromEntries(
		sides.map(([name]) => [name, { p50: [] as number[], p99: [] as number[], rate: [] as number[] }]),
	);
	for (const [, side] of sides) {
		await side.singles(WARM_UP);
		await side.flood(WARM_UP);
	}
	for (let round = 0; round < ROUNDS; round++)
		for (const [name, side] of sides) {
			const times = await side.singles(ONE_IN_FLIGHT);
			rounds[name]!.p50.push(percentile(times, 0.5) * 1_000);
			rounds[name]!.p99.push(percentile(times, 0.99) * 1_000);
			rounds[name]!.rate.push(await side.flood(FLOOD));
		}
	type Key = 'p50' | 'p99' | 'rate';
	const m = (name: string, key: Key) => median(rounds[name]![key]);
	const table = (bench: string, other: string, goals: Record<Key, string>) => {
		const row = (what: string, key: Key, unit: string) => ({
			what,
			hub: `${m('hub', key).toFixed(0)} ${unit}`,
			against: `${m(other, key).toFixed(0)} ${unit}`,
			ratio: ratio(m('hub', key), m(other, key)),
			goal: goals[key],
		});
		report(
			bench,
			[
				row('one in flight, p50', 'p50', 'µs'),
				row('one in flight, p99', 'p99', 'µs'),
				row(`${IN_FLIGHT} in flight`, 'rate', '/s'),
			],
			{
				hubP50us: m('hub', 'p50'),
				[`${other}P50us`]: m(other, 'p50'),
				hubP99us: m('hub', 'p99'),
				[`${other}P99us`]: m(other, 'p99'),
				hubPerSecond: m('hub', 'rate'),
				[`${other}PerSecond`]: m(other, 'rate'),
			},
			{ against: other },
		);
	};
	table('toggle', 'bare', { p50: '≤ 1.6 ×', p99: '≤ 2 ×', rate: '≥ 0.5 ×' });
	if (mosquitto) table('toggle-mosquitto', 'mosquitto', { p50: '< 1 ×', p99: '< 1 ×', rate: '≥ 1 ×' });
	else console.log('Mosquitto is not installed (Debian: apt-get install mosquitto): it is not compared with.');
	view.close();
} finally {
	for (const board of boards) board.stop();
	bare.stop();
	mosquitto?.stop();
	await hub.remove();
}
process.exit(0);

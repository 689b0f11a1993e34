import { once } from 'node:events';
import WebSocket from 'ws';
import { BrowserSession, type LiveView } from '../harness/browser-session.ts';
import { HubProcess } from '../harness/hub-process.ts';
import { type BoardProcess, startBoard } from '../harness/board-process.ts';
import { startBareRelay } from './lib/bare-process.ts';
import { ratio, report } from './lib/report.ts';
import { median, percentile } from './lib/statistics.ts';

/**
 * Toggle: dashboard → hub → board → hub → dashboard, against the same two hops on bare uWebSockets.js. Rounds of both
 * take turns, so that a busy machine is busy for both.
 */
const ROUNDS = 7;
const ONE_IN_FLIGHT = 1_500;
const FLOOD = 12_000;
const IN_FLIGHT = 64;
const WARM_UP = 2_000;
/** about what a toggle weighs on the wire */
const BARE_BYTES = 64;

interface Side {
	/** milliseconds of each of `count` toggles, one after the other */
	singles(count: number): Promise<number[]>;
	/** toggles a second, IN_FLIGHT at a time */
	flood(count: number): Promise<number>;
}

/** Toggles need a relay each where many are in flight: a newer command for one relay replaces the older. */
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

	/** Done when this dashboard has been told that the board reported it. */
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

async function openBare(port: number, path: string): Promise<WebSocket> {
	const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, { perMessageDeflate: false });
	await once(socket, 'open');
	return socket;
}

const hub = new HubProcess({ MOORING_LOG: 'info' });
const boards: BoardProcess[] = [];
const bare = await startBareRelay();
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

	const rounds = {
		hub: { p50: [] as number[], p99: [] as number[], rate: [] as number[] },
		bare: { p50: [] as number[], p99: [] as number[], rate: [] as number[] },
	};
	for (const side of [hubSide, bareSide]) {
		await side.singles(WARM_UP);
		await side.flood(WARM_UP);
	}
	for (let round = 0; round < ROUNDS; round++)
		for (const [name, side] of [
			['bare', bareSide],
			['hub', hubSide],
		] as const) {
			const times = await side.singles(ONE_IN_FLIGHT);
			rounds[name].p50.push(percentile(times, 0.5) * 1_000);
			rounds[name].p99.push(percentile(times, 0.99) * 1_000);
			rounds[name].rate.push(await side.flood(FLOOD));
		}
	const m = (name: 'hub' | 'bare', key: 'p50' | 'p99' | 'rate') => median(rounds[name][key]);
	const row = (what: string, key: 'p50' | 'p99' | 'rate', unit: string, goal: string) => ({
		what,
		hub: `${m('hub', key).toFixed(0)} ${unit}`,
		against: `${m('bare', key).toFixed(0)} ${unit}`,
		ratio: ratio(m('hub', key), m('bare', key)),
		goal,
	});
	report(
		'toggle',
		[
			row('one in flight, p50', 'p50', 'µs', '≤ 1.6 ×'),
			row('one in flight, p99', 'p99', 'µs', '≤ 2 ×'),
			row(`${IN_FLIGHT} in flight`, 'rate', '/s', '≥ 0.5 ×'),
		],
		{
			hubP50us: m('hub', 'p50'),
			bareP50us: m('bare', 'p50'),
			hubP99us: m('hub', 'p99'),
			bareP99us: m('bare', 'p99'),
			hubPerSecond: m('hub', 'rate'),
			barePerSecond: m('bare', 'rate'),
		},
	);
	view.close();
} finally {
	for (const board of boards) board.stop();
	bare.stop();
	await hub.remove();
}
process.exit(0);

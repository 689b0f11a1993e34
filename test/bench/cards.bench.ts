import { type Socket, io } from 'socket.io-client';
import type { BrowserToHub, HubToBrowser } from '../../protocol/dashboard/live.ts';
import { DESK, PHONE, launch } from '../browser/harness/chromium.ts';
import { startBoard } from '../harness/boards/board-process.ts';
import { BrowserSession, type LiveView } from '../harness/browser-session.ts';
import { HubProcess } from '../harness/hub-process.ts';
import { PlainPage } from './lib/plain-page.ts';
import { ratio, report } from './lib/report.ts';
import { median, percentile } from './lib/statistics.ts';

/**
 * Frames a second of Home with 200 tiles, of a Devices page with 200 devices, and of a Home with 400 tiles, under 500 relay
 * updates a second, against the same page at rest: real hub, real virtual boards, Chromium without a graphics card. Every tap is
 * one update, and also one entry of the audit log. A round begins once the page is in the rush (src/lib/hub/rush.ts): the tiles
 * that were switched in the quarter of a second before that still fade.
 */
const UPDATES_A_SECOND = 500;
const ROUNDS = 5;
const ROUND_MS = 3_000;
const TICK_MS = 20;
const ROOMS = ['Kitchen', 'Garden', 'Attic', 'Cellar', 'Workshop', 'Hall', 'Bath', 'Porch'];
const RELAYS = 2;

type State = 'rest' | 'busy';
/** Of a dashboard that only switches: until it follows, it is told nothing, and takes no time for it. */
type Switches = Socket<HubToBrowser, BrowserToHub>;

/** What one round showed; `p95` of the time between two frames, `work` of the main thread, ms a second. */
interface Round {
	fps: number;
	p95: number;
	rate: number;
	work: number;
}

/** Taps the relays of all devices in turn at the given rate; returns a function that ends it and tells how many were switched a second. */
function tapping(switches: Switches, devices: readonly string[]): () => number {
	const began = performance.now();
	let tapped = 0;
	let switched = 0;
	const timer = setInterval(() => {
		const due = ((performance.now() - began) / 1_000) * UPDATES_A_SECOND;
		for (; tapped < due; tapped++) {
			const device = devices[tapped % devices.length]!;
			const turn = Math.floor(tapped / devices.length);
			const command = { device, relay: 1 + (turn % RELAYS), on: Math.floor(turn / RELAYS) % 2 === 0 };
			switches.emit('set-relay', command, ({ ok }) => void (switched += Number(ok)));
		}
	}, TICK_MS);
	return () => {
		clearInterval(timer);
		return switched / ((performance.now() - began) / 1_000);
	};
}

/** Milliseconds between the frames of one round; `scrolled` scrolls the page meanwhile. */
function frames(page: PlainPage, scrolled: boolean): Promise<number[]> {
	return page.evaluate(
		({ ms, scrolled }) =>
			new Promise<number[]>((done) => {
				scrollTo(0, 0);
				const gaps: number[] = [];
				const began = performance.now();
				let last = began;
				requestAnimationFrame(function frame(now) {
					if (now > last) gaps.push(now - last);
					last = now;
					if (scrolled) scrollBy(0, 24);
					if (now - began < ms) requestAnimationFrame(frame);
					else done(gaps);
				});
			}),
		{ ms: ROUND_MS, scrolled },
	);
}

/** Resolves when the page shows at least one of `what`. */
function shown(page: PlainPage, what: string): Promise<void> {
	return page.evaluate(
		(what) =>
			new Promise<void>((done) => {
				const look = () => (document.querySelector(what) ? done() : setTimeout(look, 50));
				look();
			}),
		what,
	);
}

/** Resolves when the page knows that more changes than anybody can follow. */
function inRush(page: PlainPage): Promise<void> {
	return page.evaluate(
		() =>
			new Promise<void>((done) => {
				const look = () => ('rush' in document.documentElement.dataset ? done() : requestAnimationFrame(look));
				look();
			}),
		undefined,
	);
}

/** Whether all devices are there, online, and have told their relays. */
function isThere(view: LiveView, devices: number): boolean {
	return (
		view.devices.size === devices &&
		[...view.devices.values()].every(
			(device) => device.presence.state === 'online' && device.relays.every(({ reported }) => reported !== null),
		)
	);
}

const hub = new HubProcess({ MOORING_LOG: 'info' });
const browser = await launch();
const boards: { stop(): void }[] = [];
try {
	await hub.start();
	const owner = new BrowserSession(hub.origin);
	await owner.setUp(hub.setUpCode);
	const view = await owner.open();
	const switches: Switches = io(hub.origin, {
		transports: ['websocket'],
		extraHeaders: { origin: hub.origin, cookie: owner.cookie },
	});
	const figures: Record<string, number> = {};
	const rows: Parameters<typeof report>[1] = [];

	const relays = Array.from({ length: RELAYS }, (_, at) => ({
		id: at + 1,
		name: `Relay ${at + 1}`,
		gpio: at,
		activeLow: false,
	}));
	const houseOf = async (devices: number): Promise<string[]> => {
		const files: Uint8Array[] = [];
		for (let i = view.devices.size; i < devices; i++)
			files.push(await owner.configFile((await owner.addVirtualBoard({ name: `Device ${i}`, relays })).id));
		boards.push(await startBoard(files));
		await view.until(() => isThere(view, devices), 60_000);
		const ids = [...view.devices.keys()];
		for (const [i, id] of ids.entries()) await owner.call('PATCH', `/devices/${id}`, { room: ROOMS[i % ROOMS.length] });
		return ids;
	};

	const measure = async (name: string, viewport: typeof PHONE, path: string, devices: string[], goal: string) => {
		const page = await PlainPage.open(browser, { origin: hub.origin, cookie: owner.cookie, viewport });
		await page.goto(hub.origin + path);
		await shown(page, path === '/' ? '.tile' : 'article');
		for (const scrolled of [false, true]) {
			const seen: Record<State, Round[]> = { rest: [], busy: [] };
			for (let round = 0; round < ROUNDS; round++)
				for (const state of ['rest', 'busy'] as const) {
					const end = state === 'busy' ? tapping(switches, devices) : () => 0;
					if (state === 'busy') await inRush(page);
					const before = await page.workMs();
					const gaps = await frames(page, scrolled);
					seen[state].push({
						fps: gaps.length / (ROUND_MS / 1_000),
						p95: percentile(gaps, 0.95),
						work: ((await page.workMs()) - before) / (ROUND_MS / 1_000),
						rate: end(),
					});
				}
			const m = (state: State, key: keyof Round) => median(seen[state].map((round) => round[key]));
			const what = `${name}${scrolled ? ', scrolled' : ''}, ${m('busy', 'rate').toFixed(0)} updates/s`;
			const row = (title: string, key: keyof Round, unit: string, goal: string) =>
				rows.push({
					what: `${title}, ${what}`,
					hub: `${m('busy', key).toFixed(1)}${unit}`,
					against: `${m('rest', key).toFixed(1)}${unit}`,
					ratio: ratio(m('busy', key), m('rest', key)),
					goal,
				});
			row('frames a second', 'fps', '', goal);
			row('work a second', 'work', ' ms', '');
			const key = `${name.replace(/ (.)/g, (_, letter: string) => letter.toUpperCase())}${scrolled ? 'Scrolled' : ''}`;
			Object.assign(figures, {
				[`${key}Fps`]: m('busy', 'fps'),
				[`${key}FpsAtRest`]: m('rest', 'fps'),
				[`${key}FrameP95ms`]: m('busy', 'p95'),
				[`${key}WorkMsPerSecond`]: m('busy', 'work'),
				[`${key}UpdatesPerSecond`]: m('busy', 'rate'),
			});
		}
		await page.close();
	};

	const hundred = await houseOf(100);
	view.close();
	await measure('home phone', PHONE, '/', hundred, '60');
	await measure('home desk', DESK, '/', hundred, '60');
	view.socket.connect();
	await view.until(() => view.following);
	const all = await houseOf(200);
	view.close();
	await measure('devices phone', PHONE, '/devices', all, '60');
	await measure('devices desk', DESK, '/devices', all, '60');
	await measure('home of 400 phone', PHONE, '/', all, '');
	await measure('home of 400 desk', DESK, '/', all, '');
	report('cards', rows, figures);
	switches.disconnect();
} finally {
	for (const board of boards) board.stop();
	await browser.close();
	await hub.remove();
}
process.exit(0);

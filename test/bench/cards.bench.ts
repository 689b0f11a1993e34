import type { Page } from 'playwright-core';
import { DESK, PHONE, launch, openPage } from '../browser/harness/chromium.ts';
import { startBoard } from '../harness/boards/board-process.ts';
import { BrowserSession, type LiveView } from '../harness/browser-session.ts';
import { HubProcess } from '../harness/hub-process.ts';
import { ratio, report } from './lib/report.ts';
import { median, percentile } from './lib/statistics.ts';

/**
 * Frames a second of a dashboard with 200 device cards, and of Home with a tile for each of their relays, under 500 relay
 * updates a second, against the same page at rest:
 * real hub, real virtual boards, Chromium without a graphics card. Every tap is one update, and also one entry of the
 * audit log.
 */
const CARDS = 200;
const UPDATES_A_SECOND = 500;
const ROUNDS = 5;
const ROUND_MS = 3_000;
const TICK_MS = 20;
const ROOMS = ['Kitchen', 'Garden', 'Attic', 'Cellar', 'Workshop'];

type State = 'rest' | 'busy';

/** What one round showed; `p95` of the time between two frames, `work` of the main thread, ms a second. */
interface Round {
	fps: number;
	p95: number;
	rate: number;
	work: number;
}

/** Taps relays all over the house at the given rate; returns a function that ends it. */
function tapping(view: LiveView): () => void {
	const devices = [...view.devices.keys()];
	const began = performance.now();
	let tapped = 0;
	const timer = setInterval(() => {
		const due = ((performance.now() - began) / 1_000) * UPDATES_A_SECOND;
		for (; tapped < due; tapped++) {
			const device = devices[tapped % devices.length]!;
			view.socket.emit('set-relay', { device, relay: 1, on: !view.relay(device, 1)!.reported }, () => undefined);
		}
	}, TICK_MS);
	return () => clearInterval(timer);
}

/** How many ms a second the page's main thread works, by its own CPU clock, so that other programs do not count. */
async function workOf(page: Page): Promise<() => Promise<number>> {
	const cdp = await page.context().newCDPSession(page);
	await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
	const taskMs = async () =>
		(await cdp.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration')!.value * 1_000;
	let last = await taskMs();
	return async () => {
		const now = await taskMs();
		const spent = now - last;
		last = now;
		return spent / (ROUND_MS / 1_000);
	};
}

/** Milliseconds between the frames of one round; `scrolled` scrolls the page meanwhile. */
function frames(page: Page, scrolled: boolean): Promise<number[]> {
	return page.evaluate(
		({ ms, scrolled }) =>
			new Promise<number[]>((done) => {
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

const hub = new HubProcess({ MOORING_LOG: 'info' });
const browser = await launch();
let boards: { stop(): void } | undefined;
try {
	await hub.start();
	const owner = new BrowserSession(hub.origin);
	await owner.setUp(hub.setUpCode);
	const view = await owner.open();
	const relays = [1, 2].map((id) => ({ id, name: `Relay ${id}`, gpio: id - 1, activeLow: false }));
	const files: Uint8Array[] = [];
	for (let i = 0; i < CARDS; i++)
		files.push(await owner.configFile((await owner.addVirtualBoard({ name: `Device ${i}`, relays })).id));
	boards = await startBoard(files);
	await view.until(
		() =>
			view.devices.size === CARDS &&
			[...view.devices.values()].every(
				(device) => device.presence.state === 'online' && device.relays.every(({ reported }) => reported !== null),
			),
		60_000,
	);
	let i = 0;
	for (const id of view.devices.keys())
		await owner.call('PATCH', `/devices/${id}`, { room: ROOMS[i++ % ROOMS.length] });
	await view.watch(true);

	let updates = 0;
	view.socket.on('live', ({ event }) => void (event.type === 'relay' && updates++));
	const figures: Record<string, number> = {};
	const rows: Parameters<typeof report>[1] = [];
	for (const [name, viewport, path] of [
		['phone', PHONE, '/devices'],
		['desk', DESK, '/devices'],
		['homePhone', PHONE, '/'],
		['homeDesk', DESK, '/'],
	] as const) {
		const { page, context } = await openPage(browser, hub.origin, { viewport });
		const [cookie, value] = owner.cookie.split('=') as [string, string];
		await context.addCookies([{ name: cookie, value, url: hub.origin }]);
		await page.goto(path);
		await page
			.locator(path === '/' ? '.tile' : 'article')
			.first()
			.waitFor();
		const work = await workOf(page);
		for (const scrolled of [false, true]) {
			const seen: Record<State, Round[]> = { rest: [], busy: [] };
			for (let round = 0; round < ROUNDS; round++)
				for (const state of ['rest', 'busy'] as const) {
					await page.evaluate(() => scrollTo(0, 0));
					const end = state === 'busy' ? tapping(view) : undefined;
					await work();
					updates = 0;
					const gaps = await frames(page, scrolled);
					seen[state].push({
						fps: gaps.length / (ROUND_MS / 1_000),
						p95: percentile(gaps, 0.95),
						rate: updates / (ROUND_MS / 1_000),
						work: await work(),
					});
					end?.();
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
			row('frames a second', 'fps', '', '60');
			row('work a second', 'work', ' ms', '< 500 ms');
			const key = `${name}${scrolled ? 'Scrolled' : ''}`;
			Object.assign(figures, {
				[`${key}Fps`]: m('busy', 'fps'),
				[`${key}FpsAtRest`]: m('rest', 'fps'),
				[`${key}FrameP95ms`]: m('busy', 'p95'),
				[`${key}WorkMsPerSecond`]: m('busy', 'work'),
				[`${key}UpdatesPerSecond`]: m('busy', 'rate'),
			});
		}
		await context.close();
	}
	report('cards', rows, figures);
	view.close();
} finally {
	boards?.stop();
	await browser.close();
	await hub.remove();
}
process.exit(0);

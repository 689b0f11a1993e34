import { type Socket, createServer } from 'node:net';
import type { Page } from 'playwright-core';
import { DESK, PHONE, launch, openPage } from '../browser/harness/chromium.ts';
import { shellInstalled } from '../browser/harness/shell.ts';
import { startBoard } from '../harness/boards/board-process.ts';
import { BrowserSession } from '../harness/browser-session.ts';
import { HubProcess } from '../harness/hub-process.ts';
import { report } from './lib/report.ts';
import { median } from './lib/statistics.ts';

/**
 * How soon Home is there with 30 devices: the first paint and the first tile of a browser that has nothing yet, on a
 * processor four times as slow; how far anything moves meanwhile; and the first tile of what was last known, from the
 * service worker's shell, while something swallows all requests in the hub's place.
 */
const DEVICES = 30;
const ROUNDS = 7;
const SLOWER = 4;
const ROOMS = ['Kitchen', 'Living room', 'Bathroom', 'Bedroom', 'Cellar', 'Garden', 'Garage', 'Attic'];

interface Seen {
	paint: number;
	tile: number;
	shift: number;
}

/** Notes in every page when its first tile came, ms since the navigation began. */
function noteTile(): void {
	const watched = new MutationObserver(() => {
		if (!document.querySelector('.tile')) return;
		(window as { tileAt?: number }).tileAt = performance.now();
		watched.disconnect();
	});
	watched.observe(document, { childList: true, subtree: true });
}

function seen(page: Page): Promise<Seen> {
	return page.evaluate(async () => {
		let shift = 0;
		await new Promise<void>((done) => {
			new PerformanceObserver((list) => {
				for (const entry of list.getEntries()) shift += (entry as unknown as { value: number }).value;
			}).observe({ type: 'layout-shift', buffered: true });
			requestAnimationFrame(() => setTimeout(done));
		});
		return {
			paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN,
			tile: (window as { tileAt?: number }).tileAt ?? NaN,
			shift,
		};
	});
}

const hub = new HubProcess({ MOORING_LOG: 'info' });
const browser = await launch();
let boards: { stop(): void } | undefined;
let session: BrowserSession;

async function opened(viewport: typeof PHONE, serviceWorkers: 'allow' | 'block') {
	const { page, context } = await openPage(browser, hub.origin, { viewport, serviceWorkers });
	const [name, value] = session.cookie.split('=') as [string, string];
	await context.addCookies([{ name, value, url: hub.origin }]);
	await page.addInitScript(noteTile);
	return { page, context };
}

/** A browser that has nothing of this hub, on a slow processor. */
async function firstVisit(viewport: typeof PHONE): Promise<Seen> {
	const { page, context } = await opened(viewport, 'block');
	const cdp = await context.newCDPSession(page);
	await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
	await page.goto('/');
	await page.getByRole('switch', { disabled: false }).first().waitFor();
	const figures = await seen(page);
	await context.close();
	return figures;
}

/** A browser that has been here before, while nobody answers. */
async function unanswered(page: Page): Promise<Seen> {
	await page.goto('about:blank');
	await page.goto('/');
	await page.locator('.tile').first().waitFor();
	return seen(page);
}

try {
	await hub.start();
	session = new BrowserSession(hub.origin);
	await session.setUp(hub.setUpCode);
	const view = await session.open();
	const relays = [1, 2].map((id) => ({ id, name: `Relay ${id}`, gpio: id - 1, activeLow: false }));
	const files: Uint8Array[] = [];
	for (let i = 0; i < DEVICES; i++)
		files.push(await session.configFile((await session.addVirtualBoard({ name: `Device ${i}`, relays })).id));
	boards = await startBoard(files);
	await view.until(
		() =>
			view.devices.size === DEVICES && [...view.devices.values()].every(({ presence }) => presence.state === 'online'),
		60_000,
	);
	let i = 0;
	for (const id of view.devices.keys())
		await session.call('PATCH', `/devices/${id}`, { room: ROOMS[i++ % ROOMS.length] });
	view.close();

	const figures: Record<string, number> = {};
	const rows: Parameters<typeof report>[1] = [];
	const row = (what: string, value: string, goal: string) =>
		rows.push({ what, hub: value, against: '', ratio: '', goal });
	for (const [name, viewport] of [
		['phone', PHONE],
		['desk', DESK],
	] as const) {
		const visits: Seen[] = [];
		for (let round = 0; round < ROUNDS; round++) visits.push(await firstVisit(viewport));
		const paint = median(visits.map((visit) => visit.paint));
		const tile = median(visits.map((visit) => visit.tile));
		const shift = Math.max(...visits.map((visit) => visit.shift));
		row(`first paint, ${name}, ${SLOWER} × slower`, `${paint.toFixed(0)} ms`, '550 ms');
		row(`first tile, ${name}, ${SLOWER} × slower`, `${tile.toFixed(0)} ms`, '');
		row(`layout shift, ${name}`, shift.toFixed(4), '0');
		Object.assign(figures, { [`${name}PaintMs`]: paint, [`${name}TileMs`]: tile, [`${name}Shift`]: shift });
	}

	const { page, context } = await opened(PHONE, 'allow');
	await page.goto('/');
	await page.getByRole('switch', { disabled: false }).first().waitFor();
	await shellInstalled(page);
	await page.goto('about:blank');
	await hub.stop();
	const swallowed: Socket[] = [];
	const silent = createServer((socket) => swallowed.push(socket.on('error', () => undefined)));
	await new Promise<void>((resolve) => silent.listen(hub.port, hub.host, resolve));
	const seenThen: Seen[] = [];
	for (let round = 0; round < ROUNDS; round++) seenThen.push(await unanswered(page));
	const [bar, tile] = [median(seenThen.map(({ paint }) => paint)), median(seenThen.map(({ tile }) => tile))];
	row('first paint, nobody answers: the bar, before any script', `${bar.toFixed(0)} ms`, '');
	row('first tile of what was last known, nobody answers', `${tile.toFixed(0)} ms`, '300 ms');
	Object.assign(figures, { unansweredPaintMs: bar, unansweredTileMs: tile });
	report('home', rows, figures, { against: '', ratio: '' });
	await context.close();
	for (const socket of swallowed) socket.destroy();
	silent.close();
} finally {
	boards?.stop();
	await browser.close();
	await hub.remove();
}
process.exit(0);

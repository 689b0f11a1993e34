import type { Page } from 'playwright-core';
import { DESK, launch, openPage } from '../browser/harness/chromium.ts';
import { startBoard } from '../harness/boards/board-process.ts';
import { BrowserSession } from '../harness/browser-session.ts';
import { HubProcess } from '../harness/hub-process.ts';
import { report } from './lib/report.ts';
import { median } from './lib/statistics.ts';

/**
 * The wall on a tablet of many years ago: when its 60 tiles are there, and how long its frames take while a hundred relays a
 * second change, beside those of the same page at rest.
 */
const SLOWER = 6;
const DEVICES = 30;
const CHANGES_A_SECOND = 100;
const SECONDS = 5;
const REST_SECONDS = 2;
const ROUNDS = 5;

const hub = new HubProcess({ MOORING_LOG: 'info' });
const browser = await launch();
let boards: { stop(): void } | undefined;

type View = Awaited<ReturnType<BrowserSession['open']>>;

/** How long the frames of so many seconds took, ms. */
function framesOf(page: Page, seconds: number): Promise<number[]> {
	return page.evaluate(
		(forMs) =>
			new Promise<number[]>((resolve) => {
				const took: number[] = [];
				let before = performance.now();
				const end = before + forMs;
				const next = (now: number) => {
					took.push(now - before);
					before = now;
					if (now < end) requestAnimationFrame(next);
					else resolve(took.slice(1));
				};
				requestAnimationFrame(next);
			}),
		seconds * 1_000,
	);
}

async function round(session: BrowserSession, view: View): Promise<{ tiles: number; rest: number; busy: number }> {
	const { page, context } = await openPage(browser, hub.origin, { viewport: DESK, hasTouch: true });
	const client = await context.newCDPSession(page);
	await client.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
	const [name, value] = session.cookie.split('=') as [string, string];
	await context.addCookies([{ name, value, url: hub.origin }]);
	await page.addInitScript(() => {
		const look = () => {
			if (document.querySelectorAll('.tile').length < 60) requestAnimationFrame(look);
			else (window as { tilesAt?: number }).tilesAt = performance.now();
		};
		look();
	});
	await page.goto('/wall');
	await page.waitForFunction(() => (window as { tilesAt?: number }).tilesAt !== undefined);
	const tiles = await page.evaluate(() => (window as { tilesAt?: number }).tilesAt!);
	const rest = median(await framesOf(page, REST_SECONDS));
	const frames = framesOf(page, SECONDS);
	const devices = [...view.devices.keys()];
	const answers: Promise<unknown>[] = [];
	let sent = 0;
	const timer = setInterval(() => {
		for (let n = 0; n < CHANGES_A_SECOND / 10; n++, sent++)
			answers.push(
				view.setRelay(
					devices[sent % DEVICES]!,
					(Math.floor(sent / DEVICES) % 2) + 1,
					Math.floor(sent / (2 * DEVICES)) % 2 === 0,
				),
			);
	}, 100);
	const busy = median(await frames);
	clearInterval(timer);
	await Promise.all(answers);
	await context.close();
	return { tiles, rest, busy };
}

try {
	await hub.start();
	const session = new BrowserSession(hub.origin);
	await session.setUp(hub.setUpCode);
	const view = await session.open();
	const files: Uint8Array[] = [];
	for (let n = 1; n <= DEVICES; n++) {
		const relays = [1, 2].map((id) => ({ id, name: `Relay ${id}`, gpio: id - 1, activeLow: false }));
		const { id } = await session.addVirtualBoard({ name: `Board ${n}`, relays });
		files.push(await session.configFile(id));
	}
	boards = await startBoard(files);
	const all = () => [...view.devices.values()];
	await view.until(() => all().filter(({ presence }) => presence.state === 'online').length === DEVICES, 60_000);
	let n = 0;
	for (const id of view.devices.keys()) await session.call('PATCH', `/devices/${id}`, { room: `Room ${++n % 6}` });
	const rounds: Awaited<ReturnType<typeof round>>[] = [];
	for (let n = 0; n < ROUNDS; n++) rounds.push(await round(session, view));
	const of = (what: 'tiles' | 'rest' | 'busy') => median(rounds.map((one) => one[what]));
	const figures = { tilesMs: of('tiles'), restFrameMs: of('rest'), busyFrameMs: of('busy') };
	report(
		'wall',
		[
			{
				what: `60 tiles, ${SLOWER} × slower`,
				hub: `${figures.tilesMs.toFixed(0)} ms`,
				against: '',
				ratio: '',
				goal: '',
			},
			{
				what: `a frame, ${CHANGES_A_SECOND} changes a second`,
				hub: `${figures.busyFrameMs.toFixed(1)} ms`,
				against: `${figures.restFrameMs.toFixed(1)} ms`,
				ratio: (figures.busyFrameMs / figures.restFrameMs).toFixed(2),
				goal: '50 ms',
			},
		],
		figures,
		{ against: 'at rest' },
	);
} finally {
	boards?.stop();
	await browser.close();
	await hub.remove();
}
process.exit(0);

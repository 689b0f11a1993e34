import { afterEach, beforeEach, expect, it } from 'vitest';
import { setTimeout as sleep } from 'node:timers/promises';
import type { BrowserSession, LiveView } from '../harness/browser-session.ts';
import { TestHub } from '../harness/hub.ts';
import { CuttingProxy } from './cutting-proxy.ts';
import { PosixBoard } from './posix-board.ts';

// The firmware's own tests cut a link at every single byte; here the real hub is at its other end.

/** Bytes between two cuts: no divisor of any frame's length, so that every part of every frame has its cut. */
const EVERY_BYTES = 29;
/** More bytes than a registration has in both directions. */
const REGISTRATION_BYTES = 1_100;
/** Boards at a time. */
const AT_ONCE = 8;
/** A board waits a little longer after every try; a busy machine adds to it. */
const COMES_BACK_MS = 40_000;

let hub: TestHub;
let browser: BrowserSession;
let view: LiveView;

beforeEach(async () => {
	hub = await new TestHub().start();
	browser = await hub.owner();
	view = await browser.open();
});
afterEach(async () => {
	view.close();
	await hub.remove();
});

const port = () => Number(new URL(hub.origin).port);
const isOnline = (name: string) => view.device(name)?.presence.state === 'online';

/** Runs `act` for each, a few at a time. */
async function eachOf<T>(items: T[], act: (item: T) => Promise<void>): Promise<void> {
	const left = [...items];
	await Promise.all(
		Array.from({ length: AT_ONCE }, async () => {
			for (let item = left.shift(); item !== undefined; item = left.shift()) await act(item);
		}),
	);
}

it('a link cut anywhere in handshake and claim ends with a claimed board', async () => {
	const cuts = Array.from({ length: Math.ceil(REGISTRATION_BYTES / EVERY_BYTES) }, (_, n) => n * EVERY_BYTES);
	let cut = 0;
	await eachOf(cuts, async (cutAfter) => {
		const name = `Cut after ${cutAfter}`;
		const pending = await browser.addVirtualBoard({ name });
		const proxy = await CuttingProxy.start(port(), cutAfter);
		const board = new PosixBoard(proxy.address).start(await browser.configFile(pending.id));
		try {
			await view.until(() => isOnline(name), COMES_BACK_MS, `${name}: ${board.lines.join(' | ')}`);
			expect(view.pending.has(pending.id)).toBe(false);
			if (proxy.wasCut) cut++;
		} finally {
			await board.remove();
			proxy.close();
		}
	});
	expect(view.devices.size).toBe(cuts.length);
	// The last cuts lie behind the end of the claim.
	expect(cut).toBeGreaterThan(cuts.length * 0.75);
	expect(cut).toBeLessThan(cuts.length);
}, 120_000);

it('a power cut at any moment of a claim ends with a claimed board', async () => {
	const moments = Array.from({ length: 12 }, (_, n) => n * 16);
	await eachOf(moments, async (ms) => {
		const name = `Power cut after ${ms} ms`;
		const pending = await browser.addVirtualBoard({ name });
		const file = await browser.configFile(pending.id);
		const board = new PosixBoard(hub.origin).start(file);
		try {
			await sleep(ms);
			await board.cutPower();
			board.start(file);
			await view.until(() => isOnline(name), COMES_BACK_MS, `${name}: ${board.lines.join(' | ')}`);
			expect(view.pending.has(pending.id)).toBe(false);
		} finally {
			await board.remove();
		}
	});
	expect(view.devices.size).toBe(moments.length);
}, 120_000);

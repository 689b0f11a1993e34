import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { AuditEntry } from '../../../protocol/dashboard/history.ts';
import { type BoardProcess, startBoard } from '../../harness/boards/board-process.ts';
import { BrowserSession, type LiveView } from '../../harness/browser-session.ts';
import { bundle } from '../../harness/bundled-process.ts';
import { HubProcess } from '../../harness/hub-process.ts';

const BOARDS = 6;
/** How long the hub does not run each time, ms: what happens to it, and no waiting for something. */
const STALLS = [2_000, 5_000];

let hub: HubProcess;
let boards: BoardProcess;
let browser: BrowserSession;
let view: LiveView;

beforeEach(async () => {
	hub = new HubProcess({}, await bundle('hub/main.ts'));
	await hub.start();
	browser = new BrowserSession(hub.origin);
	await browser.setUp(hub.setUpCode);
	view = await browser.open();
	const files: Uint8Array[] = [];
	for (let n = 0; n < BOARDS; n++) {
		const { id } = await browser.addVirtualBoard({ name: `Board ${n}`, sensors: [] });
		files.push(await browser.configFile(id));
	}
	boards = await startBoard(files);
	await view.until(() => states().filter((state) => state === 'online').length === BOARDS, 20_000);
	await view.watch(true);
}, 60_000);
afterEach(async () => {
	view?.close();
	boards?.stop();
	await hub.remove();
});

const states = () => [...view.devices.values()].map(({ presence }) => presence.state);
const seen = () => [...view.devices.values()].map(({ presence }) => presence.lastSeenAt ?? 0);

/** Every board was heard after this moment, over its link. */
async function allAnswer(): Promise<void> {
	for (const { id, relays } of [...view.devices.values()]) {
		const relay = relays[0]!;
		await browser.call('PUT', `/devices/${id}/relays/${relay.id}`, { on: !relay.reported });
	}
}

it('tells no board AWAY after the hub itself was stopped for two and for five seconds under a watching dashboard', async () => {
	await allAnswer();
	const before = view.events.length;
	for (const ms of STALLS) {
		process.kill(hub.pid, 'SIGSTOP');
		await sleep(ms);
		process.kill(hub.pid, 'SIGCONT');
		await allAnswer();
	}
	const told = view.events.slice(before).flatMap((event) => (event.type === 'presence' ? event.presence.state : []));
	expect(told.filter((state) => state !== 'online')).toEqual([]);
	const { entries } = await browser.call<{ entries: AuditEntry[] }>('GET', '/audit?kind=presence&limit=200');
	expect(entries.filter(({ what }) => what === 'away')).toEqual([]);
	expect(states()).toEqual(Array.from({ length: BOARDS }, () => 'online'));
	expect(Math.min(...seen())).toBeGreaterThan(0);

	// A board that is gone is still told: nobody was made patient by the stop.
	boards.stop();
	await view.until(() => states().every((state) => state !== 'online'), 20_000);
}, 90_000);

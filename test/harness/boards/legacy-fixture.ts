import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { LegacyDevice, RelayView } from '../../../protocol/dashboard/devices.ts';
import type { AuditEntry } from '../../../protocol/dashboard/history.ts';
import { ManualClock } from '../../../hub/base/manual-clock.ts';
import type { ApiFailure, BrowserSession, LiveView } from '../browser-session.ts';
import { TestHub } from '../hub.ts';
import { poll as pollAt } from './legacy-board.ts';

/** What the tests of boards with older firmware share: a hub, its clock, and a shed with such a board, made anew for each. */
export const DAY_MS = 86_400_000;
export const SHED = {
	name: 'Shed',
	relays: [
		{ id: 1, name: 'Lamp' },
		{ id: 2, name: 'Fan' },
	],
};
export const OFF = { success: true, relay1: false, relay2: false };
export const ON = { success: true, relay1: true, relay2: false };

export let clock: ManualClock;
export let hub: TestHub;
export let browser: BrowserSession;
export let view: LiveView;
export let token: string;
export let id: string;
/** where the hub's data lie */
let data: string;
const endings: (() => unknown)[] = [];

export async function setUp(): Promise<void> {
	clock = new ManualClock();
	hub = await new TestHub({ clock }, { MOORING_TRUSTED_PROXY: '127.0.0.1' }).start();
	const first = hub;
	endings.push(() => first.remove());
	data = hub.data;
	browser = await hub.owner();
	view = await browser.open();
	endings.push(() => view.close());
	({
		token,
		device: { id },
	} = await add());
	await view.until(() => device());
}

export async function tearDown(): Promise<void> {
	for (const end of endings.splice(0).reverse()) await end();
}

type Report = Parameters<typeof pollAt>[2];

export const add = (body: object = SHED, by = browser) => by.call<LegacyDevice>('POST', '/legacy-devices', body);
export const poll = (report: Report = {}, by = token) => pollAt(hub.origin, by, report);
export const states = async (report: Report = {}) => (await poll(report)).body;
export const device = () => view.devices.get(id)!;
export const relay = (number = 1) => view.relay(id, number)!;
export const presence = () => device().presence.state;
export const put = (on: boolean, forMs?: number) =>
	browser.call<RelayView>('PUT', `/devices/${id}/relays/1`, { on, ...(forMs ? { forMs } : {}) });
export const failure = (call: Promise<unknown>) =>
	call.then(
		() => undefined,
		(error: ApiFailure) => ({ status: error.status, message: error.api.message, field: error.api.field }),
	);
export const log = (): AuditEntry[] => view.events.flatMap((event) => (event.type === 'audit' ? [event.entry] : []));

/** A command that a person sees as under way: it is kept, and the board has not been told. */
export async function ask(on: boolean, forMs?: number): Promise<void> {
	expect(await view.setRelay(id, 1, on, forMs)).toEqual({ ok: true, value: null });
	await view.until(() => relay().wanted === on);
}

/** The hub as it is after a power cut at this very moment: its data as they lie on disk, the old one gone. */
export async function powerCut(whileOut: () => void = () => undefined): Promise<void> {
	const copy = mkdtempSync(join(tmpdir(), 'mooring-cut-'));
	cpSync(data, copy, { recursive: true });
	data = copy;
	view.close();
	await hub.stop();
	whileOut();
	hub = await new TestHub({ clock }, { MOORING_DATA: data }).start();
	const cut = hub;
	endings.push(async () => {
		await cut.remove();
		rmSync(copy, { recursive: true, force: true });
	});
	const { cookie } = browser;
	browser = hub.browser();
	browser.cookie = cookie;
	view = await browser.open();
	endings.push(() => view.close());
}

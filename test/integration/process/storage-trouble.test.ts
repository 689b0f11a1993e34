import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { DeviceView } from '../../../protocol/dashboard/devices.ts';
import type { ApiError } from '../../../protocol/dashboard/errors.ts';
import { type BrowserSession, type LiveView, PASSWORD } from '../../harness/browser-session.ts';
import { TestHub } from '../../harness/hub.ts';
import { lockDatabase } from '../../harness/lock-database.ts';
import { SmallDisk } from '../../harness/small-disk.ts';

const DISK_MB = 24;
const NAME = 'Boiler room';
const TIMEOUT_MS = 90_000;

const endings: (() => unknown)[] = [];
afterEach(async () => {
	for (const end of endings.splice(0).reverse()) await end();
});

interface Household {
	hub: TestHub;
	browser: BrowserSession;
	view: LiveView;
	/** of a device whose board is connected */
	id: string;
	/** of pending devices: one to be played, one to be renewed, one to be deleted */
	pending: string;
	late: string;
	unwanted: string;
	scene: string;
}

async function household(hub: TestHub): Promise<Household> {
	await hub.start();
	const browser = await hub.owner();
	const view = await browser.open();
	endings.push(() => view.close());
	const { id: claimed } = await browser.addVirtualBoard({ name: NAME });
	await browser.call('POST', `/pending/${claimed}/virtual-board`);
	await view.until(() => view.device(NAME)?.presence.state === 'online');
	const { id } = view.device(NAME)!;
	const pending = await browser.addVirtualBoard({ name: 'Attic' });
	const late = await browser.addVirtualBoard({ name: 'Barn' });
	const unwanted = await browser.addVirtualBoard({ name: 'Shed' });
	const scene = await browser.call<{ id: string }>('POST', '/scenes', sceneOf(id, 'Evening'));
	return { hub, browser, view, id, pending: pending.id, late: late.id, unwanted: unwanted.id, scene: scene.id };
}

const RELAY = { id: 1, name: 'Pump', gpio: 0, activeLow: false };

const sceneOf = (device: string, name: string) => ({
	name,
	icon: 'light',
	kind: 'scene',
	members: [{ device, relay: 1, on: true }],
});

/** Every kind of change a person can ask for that must be on the disk before it is answered. */
function changes({ id, pending, late, unwanted, scene }: Household): [method: string, path: string, body?: unknown][] {
	return [
		['POST', '/session', { name: 'anna', password: PASSWORD }],
		['PATCH', `/devices/${id}`, { name: 'Cellar' }],
		['POST', `/devices/${id}/token/rotate`],
		['POST', '/pending', { name: 'New', board: 'virtual', relays: [RELAY], sensors: [] }],
		['POST', `/pending/${late}/renew`],
		['POST', '/legacy-devices', { name: 'Old', relays: [{ id: 1, name: 'Pump' }] }],
		['POST', '/scenes', sceneOf(id, 'Morning')],
		['PUT', '/settings', { timeZone: 'Europe/Berlin', place: null, historyDays: 400 }],
		['POST', `/pending/${pending}/virtual-board`],
		['DELETE', `/scenes/${scene}`],
		['DELETE', `/pending/${unwanted}`],
		['DELETE', `/devices/${id}`],
		['DELETE', '/session'],
	];
}

const FULL = "507 storage: The hub's disk is full. Relays still work; nothing was changed.";
const LOCKED = /^503 busy: The hub's database is busy, or another program has locked it\. .+, again in 5 s$/;

/** What each of these changes is answered, all asked for at once. */
async function answers(house: Household): Promise<Record<string, string>> {
	const told = await Promise.all(
		changes(house).map(async ([method, path, body]) => {
			const answer = await house.browser.request(method, path, body);
			const text = await answer.text();
			const { code, message } = (text === '' ? {} : JSON.parse(text)) as Partial<ApiError>;
			const retry = answer.headers.get('retry-after');
			return [`${method} ${path}`, `${answer.status} ${code}: ${message}${retry ? `, again in ${retry} s` : ''}`];
		}),
	);
	return Object.fromEntries(told) as Record<string, string>;
}

async function switches({ view, id }: Household, on: boolean): Promise<void> {
	expect(await view.setRelay(id, 1, on)).toEqual({ ok: true, value: null });
	await view.until(() => view.relay(id, 1)?.reported === on);
}

/** Every change is done now, and there after a restart. */
async function worksAgain({ hub, browser, id, scene }: Household): Promise<void> {
	await browser.call('POST', '/session', { name: 'anna', password: PASSWORD });
	await browser.call('PATCH', `/devices/${id}`, { name: 'Cellar' });
	await browser.call('DELETE', `/scenes/${scene}`);
	await hub.stop();
	await hub.start();
	const { devices } = await browser.call<{ devices: DeviceView[] }>('GET', '/devices');
	expect(devices.map(({ name }) => name)).toContain('Cellar');
	expect(await browser.call('GET', '/scenes')).toEqual({ scenes: [] });
}

describe('a hub whose disk is full', () => {
	it(
		'says so at every change, sign-in too, while relays still switch, and goes on when there is room',
		async ({ skip }) => {
			const hub = new TestHub();
			endings.push(() => hub.remove());
			const disk = SmallDisk.mount(hub.data, DISK_MB);
			skip(!disk, 'only root can mount a small disk');
			endings.push(() => disk!.unmount());
			const house = await household(hub);
			disk!.fill();
			for (const [change, answer] of Object.entries(await answers(house))) expect(answer, change).toBe(FULL);
			await switches(house, true);
			disk!.empty();
			await worksAgain(house);
		},
		TIMEOUT_MS,
	);
});

describe('a hub whose database is locked by another program', () => {
	it(
		'says so at every change, sign-in too, while relays still switch, and goes on when it is free',
		async () => {
			const hub = new TestHub();
			endings.push(() => hub.remove());
			const house = await household(hub);
			const lock = await lockDatabase(join(hub.data, 'mooring.db'));
			endings.push(() => lock.unlock());
			const asked = answers(house);
			await switches(house, true);
			await switches(house, false);
			const { [`POST /pending/${house.pending}/virtual-board`]: played, ...told } = await asked;
			expect(played).toMatch(/^202 /); // a file of its own
			for (const [change, answer] of Object.entries(told)) expect(answer, change).toMatch(LOCKED);
			await lock.unlock();
			await worksAgain(house);
		},
		TIMEOUT_MS,
	);
});

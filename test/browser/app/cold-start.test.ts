import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { BrowserSession } from '../../harness/browser-session.ts';
import { guestOf } from '../../harness/member.ts';
import { violations } from '../harness/axe.ts';
import { House } from '../harness/house.ts';
import { cachedPaths, lastKnown, shellInstalled } from '../harness/shell.ts';

const LOST = 'The hub is out of reach.';
const AS_OF = /All this is as of \d\d:\d\d/;

describe('a dashboard that is opened while the hub is off', () => {
	const house = new House();
	const contexts: BrowserContext[] = [];
	let kitchen: string;
	let running = true;

	beforeAll(async () => {
		await house.start();
		kitchen = (await house.add('Kitchen', ['Lights', 'Fan'])).id;
		await house.add('Cellar', ['Boiler']);
		const members = [{ device: kitchen, relay: 1, on: false }];
		await house.owner.call('POST', '/scenes', { name: 'All lights', kind: 'group', members });
	});
	beforeEach(() => start());
	afterEach(async () => {
		await Promise.all(contexts.splice(0).map((context) => context.close()));
		expect(house.complaints.splice(0)).toEqual([]);
	});
	afterAll(() => house.remove());

	async function stop(): Promise<void> {
		running = false;
		await house.hub.stop();
	}
	async function start(): Promise<void> {
		if (!running) await house.hub.start();
		running = true;
	}
	const online = (page: Page) => page.getByText('ONLINE', { exact: true }).first().waitFor();
	const switches = (page: Page) => page.getByRole('switch');

	/** A browser that has had the dashboard open, and has it open no more. */
	async function visited(session: BrowserSession = house.owner): Promise<BrowserContext> {
		const page = await house.open('/', session, { serviceWorkers: 'allow' });
		contexts.push(page.context());
		await online(page);
		await shellInstalled(page);
		await page.close();
		return page.context();
	}
	async function open(context: BrowserContext, path = '/'): Promise<Page> {
		const page = await context.newPage();
		page.setDefaultTimeout(10_000);
		page.on('pageerror', (error) => house.complaints.push(String(error)));
		await page.goto(path);
		return page;
	}

	it('shows what was known last with its age, switches nothing, and comes alive by itself', async () => {
		const context = await visited();
		await stop();
		const page = await open(context);
		await page.getByText(AS_OF).waitFor();
		const card = page.getByRole('article', { name: 'Kitchen' });
		expect(await card.innerText()).toMatch(/WAS (ONLINE|AWAY|OFFLINE)\s+as of \d\d:\d\d/);
		expect(await page.locator('.status--online').count()).toBe(0);
		expect(await switches(page).count()).toBe(3);
		for (const one of await switches(page).all()) {
			expect(await one.isDisabled()).toBe(true);
			expect(await one.getAttribute('data-state')).toBe('unknown');
		}
		expect(await violations(page)).toEqual([]);
		await start();
		await online(page);
		await page.locator('.banner').waitFor({ state: 'detached' });
		await page.getByRole('switch', { name: /^Lights/ }).click();
		await expect.poll(() => house.view.relay(kitchen, 1)!.reported).toBe(true);
	});

	it('shows what has changed until it was left', async () => {
		const context = await visited();
		const left = await open(context);
		await online(left);
		const fan = left.getByRole('switch', { name: /^Fan/ });
		const before = await fan.getAttribute('aria-checked');
		await fan.click();
		await expect.poll(() => fan.getAttribute('data-state')).toBe(before === 'true' ? 'off' : 'on');
		await left.goto('about:blank');
		await stop();
		await left.goto('/');
		await left.getByText(AS_OF).waitFor();
		expect(await left.getByRole('switch', { name: /^Fan/ }).getAttribute('aria-checked')).not.toBe(before);
	});

	it('opens every page, also one that was not open before', async () => {
		const context = await visited();
		await stop();
		const page = await open(context, `/devices/${kitchen}`);
		await page.getByText(AS_OF).waitFor();
		await page.getByText('This page fills by itself').waitFor();
		await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Activity' }).click();
		await page.getByText('This page fills by itself').waitFor();
		await start();
		await page.getByText('The hub started').first().waitFor();
	});

	it('asks the hub alone: nothing of the API, of the live connection or of a download is in the cache', async () => {
		const context = await visited();
		const page = await open(context);
		await online(page);
		await page.goto('/settings');
		await page.getByRole('combobox').waitFor();
		const others = [
			'/api/v1/hub',
			'/api/v1/session',
			'/api/v1/audit.csv',
			'/metrics',
			'/healthz',
			'/_app/version.json',
		];
		const ask = () =>
			page.evaluate(
				(paths) =>
					Promise.all(
						paths.map((path) =>
							fetch(path).then(
								({ ok }) => ok,
								() => false,
							),
						),
					),
				others,
			);
		expect(await ask()).toEqual(others.map(() => true));
		const cached = Object.values(await cachedPaths(page)).flat();
		expect(cached).toContain('/');
		expect(cached.filter((path) => !/^\/($|_app\/immutable\/|[\w-]+\.(svg|png|js|webmanifest)$)/.test(path))).toEqual(
			[],
		);
		await stop();
		expect(await ask()).toEqual(others.map(() => false));
		await expect(page.goto('/api/v1/hub')).rejects.toThrow('ERR_CONNECTION_REFUSED');
	});

	it('shows a guest what the guest saw, and nothing else is kept', async () => {
		const guest = await guestOf(house.hub, 'mia', [{ kind: 'relay', device: kitchen, relay: 2, may: 'switch' }]);
		const context = await visited(guest);
		await stop();
		const page = await open(context);
		await page.getByText(AS_OF).waitFor();
		expect(await switches(page).count()).toBe(1);
		const kept = await lastKnown(page);
		expect(kept).toContain('Fan');
		for (const hidden of ['Lights', 'Cellar', 'Boiler', 'All lights', 'ESP_']) expect(kept).not.toContain(hidden);
	});

	it('shows nothing after a sign-out', async () => {
		const session = house.hub.browser();
		await session.call('POST', '/session', { name: 'anna', password: 'correct horse battery staple' });
		const context = await visited(session);
		const page = await open(context);
		await online(page);
		const other = await open(context);
		await online(other);
		expect(await lastKnown(page)).toContain('Kitchen');
		await page
			.getByRole('button', { name: /your account/ })
			.or(page.locator('summary'))
			.first()
			.click();
		await page.getByRole('button', { name: 'Sign out' }).click();
		await page.getByLabel('User name').waitFor();
		await other.getByLabel('User name').waitFor();
		expect(await lastKnown(page)).toBeNull();
		await stop();
		const cold = await open(context);
		await cold.getByText(LOST).waitFor();
		expect(await cold.getByText('Kitchen').count()).toBe(0);
	});

	it('goes to the sign-in when the hub says that the session has ended meanwhile', async () => {
		const session = house.hub.browser();
		await session.call('POST', '/session', { name: 'anna', password: 'correct horse battery staple' });
		const context = await visited(session);
		await session.call('DELETE', '/session');
		await stop();
		const page = await open(context);
		await page.getByText(AS_OF).waitFor();
		await start();
		await page.getByLabel('User name').waitFor();
		expect(await lastKnown(page)).toBeNull();
		expect(await page.getByText('Kitchen').count()).toBe(0);
	});

	it('keeps nothing of one person once another has signed in', async () => {
		const ben = await guestOf(house.hub, 'ben', [{ kind: 'device', device: kitchen, may: 'see' }]);
		const context = await visited();
		const [name, value] = ben.cookie.split('=') as [string, string];
		await context.addCookies([{ name, value, url: house.hub.origin }]);
		const page = await open(context);
		await page.getByRole('article', { name: 'Kitchen' }).waitFor();
		await expect.poll(() => lastKnown(page)).toContain('"ben"');
		expect(await lastKnown(page)).not.toContain('Cellar');
	});
});

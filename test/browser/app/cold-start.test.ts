import { type Socket, createServer } from 'node:net';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { BrowserSession } from '../../harness/browser-session.ts';
import { guestOf } from '../../harness/people/member.ts';
import { signInAs } from '../../harness/people/people.ts';
import { violations } from '../harness/axe.ts';
import { BrowserHouse } from '../harness/browser-house.ts';
import { cachedPaths, lastKnown, shellInstalled } from '../harness/shell.ts';

const LOST = 'The hub is out of reach.';
const AS_OF = /All this is as of \d\d:\d\d/;

describe('a dashboard that is opened while the hub is off', () => {
	const house = new BrowserHouse();
	/** the owner's, which several tests use */
	let page: Page;
	const others: Page[] = [];
	let kitchen: string;
	let running = true;

	beforeAll(async () => {
		await house.start();
		kitchen = (await house.add('Kitchen', ['Lights', 'Fan'])).id;
		await house.add('Cellar', ['Boiler']);
		const members = [{ device: kitchen, relay: 1, on: false }];
		await house.owner.call('POST', '/scenes', { name: 'All lights', kind: 'group', members });
		page = await visited(house.owner);
	});
	beforeEach(() => start());
	afterEach(async () => {
		await page.goto('about:blank');
		await Promise.all(others.splice(0).map((other) => other.context().close()));
		// Without a session the hub's answer is a refusal, and browsers complain of each.
		expect(house.complaints.splice(0).filter((text) => !text.includes('status of 401'))).toEqual([]);
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
	const online = (page: Page) => page.getByRole('switch', { disabled: false }).first().waitFor();
	const switches = (page: Page) => page.getByRole('switch');

	/** A page whose browser has had the dashboard open, and has it open no more. */
	async function visited(session: BrowserSession): Promise<Page> {
		const page = await house.open('/', session, { serviceWorkers: 'allow' });
		await online(page);
		await shellInstalled(page);
		await page.goto('about:blank');
		return page;
	}
	async function visitedBy(session: BrowserSession): Promise<Page> {
		const other = await visited(session);
		others.push(other);
		return other;
	}

	it('shows what was known last with its age, switches nothing, and comes alive by itself', async () => {
		await stop();
		await page.goto('/');
		await page.getByText(AS_OF).waitFor();
		// three relays, and a group of one of them; each opens its sheet, which says why it cannot be switched
		expect(await switches(page).count()).toBe(0);
		await expect.poll(() => page.locator('.tile').count()).toBe(4);
		await expect.poll(() => page.locator('.tile[data-is=unknown]').count()).toBe(4);
		await page
			.getByRole('button', { name: /^Lights/ })
			.getByText(/^Was (on|off)$/)
			.waitFor();
		expect(await violations(page)).toEqual([]);
		await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Devices' }).click();
		const card = page.getByRole('article', { name: 'Kitchen' });
		await expect.poll(() => card.innerText()).toMatch(/WAS (ONLINE|AWAY|OFFLINE)\s+as of \d\d:\d\d/);
		expect(await page.locator('.status--online').count()).toBe(0);
		await expect.poll(() => switches(page).count()).toBe(3);
		for (const one of await switches(page).all()) {
			expect(await one.isDisabled()).toBe(true);
			expect(await one.getAttribute('data-state')).toBe('unknown');
		}
		expect(await violations(page)).toEqual([]);
		await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Home' }).click();
		await start();
		await online(page);
		await page.locator('.banner').waitFor({ state: 'detached' });
		await page.getByRole('switch', { name: /^Lights/ }).click();
		await expect.poll(() => house.view.relay(kitchen, 1)!.reported).toBe(true);
	});

	it('does so too where requests are swallowed instead of refused, as by a machine that hangs', async () => {
		await stop();
		const silent = createServer();
		const swallowed: Socket[] = [];
		silent.on('connection', (socket) => swallowed.push(socket.on('error', () => undefined)));
		const { port, hostname } = new URL(house.hub.origin);
		await new Promise<void>((resolve) => silent.listen(Number(port), hostname, resolve));
		await page.goto('/');
		// What was last known is there before the hub counts as lost.
		await page.locator('.tile[data-is=unknown]').first().waitFor();
		expect(await page.locator('.banner').count()).toBe(0);
		await page.getByText(AS_OF).waitFor();
		expect(swallowed.length).toBeGreaterThan(1);
		// What was swallowed stays unanswered.
		silent.close();
		await start();
		await page.locator('.banner').waitFor({ state: 'detached', timeout: 30_000 });
		await online(page);
		for (const socket of swallowed) socket.destroy();
	});

	it('shows what has changed until it was left', async () => {
		await page.goto('/');
		await online(page);
		const fan = page.getByRole('switch', { name: /^Fan/ });
		const before = await fan.getAttribute('aria-checked');
		await fan.click();
		await expect.poll(() => fan.getAttribute('aria-checked')).toBe(String(before !== 'true'));
		await page.goto('about:blank');
		await stop();
		await page.goto('/');
		await page.getByText(AS_OF).waitFor();
		const was = before === 'true' ? 'Was off' : 'Was on';
		await page.getByRole('button', { name: `Fan ${was}` }).waitFor();
	});

	it('opens every page, also one that was not open before', async () => {
		await stop();
		await page.goto(`/devices/${kitchen}`);
		await page.getByText(AS_OF).waitFor();
		await page.getByText('This page fills by itself').waitFor();
		await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Activity' }).click();
		await page.getByText('This page fills by itself').waitFor();
		await start();
		await page.getByText('The hub started').first().waitFor();
	});

	it('asks the hub alone: nothing of the API, of the live connection or of a download is in the cache', async () => {
		await page.goto('/settings');
		await page.getByRole('combobox', { name: 'Time zone' }).waitFor();
		const paths = ['/api/v1/hub', '/api/v1/session', '/api/v1/audit.csv', '/metrics', '/healthz', '/_app/version.json'];
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
				paths,
			);
		expect(await ask()).toEqual(paths.map(() => true));
		const cached = Object.values(await cachedPaths(page)).flat();
		expect(cached).toContain('/');
		expect(cached.filter((path) => !/^\/($|_app\/immutable\/|[\w-]+\.(svg|png|js|webmanifest)$)/.test(path))).toEqual(
			[],
		);
		await stop();
		expect(await ask()).toEqual(paths.map(() => false));
		const opened = await page.context().newPage();
		await expect(opened.goto('/api/v1/hub')).rejects.toThrow('ERR_CONNECTION_REFUSED');
		await opened.close();
	});

	it('shows a guest what the guest saw, and nothing else is kept', async () => {
		const guest = await guestOf(house.hub, 'mia', [{ kind: 'relay', device: kitchen, relay: 2, may: 'switch' }]);
		const page = await visitedBy(guest);
		await stop();
		await page.goto('/');
		await page.getByText(AS_OF).waitFor();
		await expect.poll(() => page.locator('.tile[data-is=unknown]').count()).toBe(1);
		const kept = await lastKnown(page);
		expect(kept).toContain('Fan');
		for (const hidden of ['Lights', 'Cellar', 'Boiler', 'All lights', 'ESP_']) expect(kept).not.toContain(hidden);
	});

	it('shows nothing after a sign-out', async () => {
		const page = await visitedBy(await signInAs(house.hub, 'anna'));
		await page.goto('/');
		await online(page);
		const second = await page.context().newPage();
		await second.goto('/');
		await online(second);
		expect(await lastKnown(page)).toContain('Kitchen');
		await page.locator('summary').click();
		await page.getByRole('button', { name: 'Sign out' }).click();
		for (const one of [page, second]) await one.getByLabel('User name').waitFor();
		await second.close();
		expect(await lastKnown(page)).toBeNull();
		await stop();
		await page.goto('/');
		await page.getByText(LOST).waitFor();
		expect(await page.getByText('Kitchen').count()).toBe(0);
	});

	it('goes to the sign-in when the hub says that the session has ended meanwhile', async () => {
		const session = await signInAs(house.hub, 'anna');
		const page = await visitedBy(session);
		await session.call('DELETE', '/session');
		await stop();
		await page.goto('/');
		await page.getByText(AS_OF).waitFor();
		await start();
		await page.getByLabel('User name').waitFor();
		expect(await lastKnown(page)).toBeNull();
		expect(await page.getByText('Kitchen').count()).toBe(0);
		expect(house.complaints.splice(0).filter((text) => !text.includes('status of 401'))).toEqual([]);
	});

	it('keeps nothing of one person once another has signed in', async () => {
		const ben = await guestOf(house.hub, 'ben', [{ kind: 'device', device: kitchen, may: 'see' }]);
		const page = await visitedBy(await signInAs(house.hub, 'anna'));
		const [name, value] = ben.cookie.split('=') as [string, string];
		await page.context().addCookies([{ name, value, url: house.hub.origin }]);
		// Until the hub says who this is, Home shows what anna saw, and asks for nothing in her name: a refusal is a complaint.
		let seen = false;
		await page.route('**/api/v1/session', async (route) => {
			await page.getByText('Boiler', { exact: true }).waitFor();
			seen = true;
			await route.continue();
		});
		await page.goto('/');
		await expect.poll(() => seen).toBe(true);
		await page.getByRole('heading', { name: 'Cellar' }).waitFor({ state: 'detached' });
		await page.getByText('Fan', { exact: true }).waitFor();
		await expect.poll(() => lastKnown(page)).toContain('"ben"');
		expect(await lastKnown(page)).not.toContain('Cellar');
	});
});

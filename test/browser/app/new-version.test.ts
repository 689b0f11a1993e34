import { rmSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { TestHub } from '../../harness/hub.ts';
import { LAST_KNOWN } from '../../../src/lib/shell/forget-last-known.ts';
import { violations } from '../harness/axe.ts';
import { BrowserHouse } from '../harness/browser-house.ts';
import { nextBuild } from '../harness/next-build.ts';
import { cachedPaths, shellInstalled } from '../harness/shell.ts';

const NEW = 'The hub has a new version of this dashboard.';

describe('a hub that comes back with a new version', () => {
	const next = nextBuild();
	/** what the hub is started with; undefined: the build itself */
	const served: { dashboard?: string } = {};
	const house = new BrowserHouse(new TestHub(served));
	const pages: Page[] = [];

	beforeAll(async () => {
		await house.start();
		await house.add('Kitchen', ['Lights']);
	});
	afterEach(async () => {
		await Promise.all(pages.splice(0).map((page) => page.context().close()));
		await house.hub.stop();
		delete served.dashboard;
		await house.hub.start();
		house.complaints.splice(0);
	});
	afterAll(async () => {
		await house.remove();
		rmSync(next, { recursive: true, force: true });
	});

	const online = (page: Page) => page.getByRole('switch', { name: /^Lights/, disabled: false }).waitFor();
	async function open(options = {}): Promise<Page> {
		const page = await house.open('/', house.owner, options);
		pages.push(page);
		await online(page);
		// The part that comes once the link is live keeps what is known.
		await page.waitForFunction((name) => localStorage.getItem(name), LAST_KNOWN);
		return page;
	}
	async function update(): Promise<void> {
		await house.hub.stop();
		served.dashboard = next;
		await house.hub.start();
	}
	const linkTo = (page: Page, name: string) =>
		page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name }).click();
	const entry = (page: Page) => page.locator('link[rel=modulepreload]').first().getAttribute('href');

	it.each(['block', 'allow'] as const)(
		'is said quietly, and comes at a tap (service workers: %s)',
		async (serviceWorkers) => {
			const page = await open({ serviceWorkers });
			if (serviceWorkers === 'allow') await shellInstalled(page);
			const before = await entry(page);
			await update();
			await page.getByText(NEW).waitFor();
			expect(await violations(page)).toEqual([]);
			expect(await entry(page)).toBe(before);
			await page.getByRole('button', { name: 'Reload' }).click();
			await expect.poll(() => entry(page).catch(() => before)).not.toBe(before);
			await online(page);
			expect(await page.getByText(NEW).count()).toBe(0);
		},
	);

	it('comes by itself with the next page', async () => {
		const page = await open();
		await linkTo(page, 'Automations');
		await page.getByRole('heading', { name: 'Automations', level: 1 }).waitFor();
		await page.goBack();
		await online(page);
		const before = await entry(page);
		await update();
		await page.getByText(NEW).waitFor();
		await linkTo(page, 'Automations');
		await expect.poll(() => entry(page).catch(() => before)).not.toBe(before);
		await page.getByRole('heading', { name: 'Automations', level: 1 }).waitFor();
		expect(new URL(page.url()).pathname).toBe('/automations');
		await page.goBack();
		await online(page);
		expect(new URL(page.url()).pathname).toBe('/');
	});

	it('also where the files of the next page are gone', async () => {
		const page = await open();
		const before = await entry(page);
		await update();
		await page.getByText(NEW).waitFor();
		await linkTo(page, 'Activity');
		await page.getByLabel('Days').waitFor();
		expect(await entry(page)).not.toBe(before);
	});

	it('comes with the next page also where the part that says so did not arrive', async () => {
		const page = await open();
		let lost = 0;
		await page.route('**/_app/immutable/**/*.js', async (route) => {
			const response = await route.fetch();
			const body = await response.text();
			if (lost > 0 || !body.includes('/service-worker.js')) return route.fulfill({ response, body });
			lost++;
			await route.abort();
		});
		await page.reload();
		await online(page);
		await expect.poll(() => lost).toBe(1);
		await page.unrouteAll({ behavior: 'wait' });
		const before = await entry(page);
		const asked = page.waitForResponse('**/_app/version.json');
		await update();
		await (await asked).finished();
		await linkTo(page, 'Automations');
		await expect.poll(() => entry(page).catch(() => before)).not.toBe(before);
	});

	it('asks before it drops what is typed', async () => {
		const page = await open();
		await linkTo(page, 'More');
		await page.getByRole('main').getByRole('link', { name: 'Settings' }).click();
		await page.getByLabel('Kept for (days)').fill('400');
		await update();
		await page.getByText(NEW).waitFor();
		await linkTo(page, 'Devices');
		await page.getByRole('dialog', { name: 'Leave the settings without saving?' }).waitFor();
		await page.getByRole('button', { name: 'Cancel' }).click();
		expect(await page.getByLabel('Kept for (days)').inputValue()).toBe('400');
	});

	it('brings its own shell; the files of the version before stay while a page of it is open', async () => {
		const page = await open({ serviceWorkers: 'allow' });
		await shellInstalled(page);
		const [old] = Object.keys(await cachedPaths(page));
		await update();
		await page.getByText(NEW).waitFor();
		await expect.poll(async () => Object.keys(await cachedPaths(page)), { timeout: 20_000 }).toEqual([old, `${old}1`]);
		await page.waitForFunction((name) => caches.open(name).then((cache) => cache.match('/')), `${old}1`);
		// A part that was not loaded until now.
		await page.getByRole('button', { name: 'Arrange' }).click();
		await page.getByRole('button', { name: 'Done' }).waitFor();
		await house.hub.stop();
		const cold = await page.context().newPage();
		await cold.goto('/');
		await cold.getByText('The hub is out of reach.').waitFor();
	});

	it('is said by a page that was opened with the shell of the version before', async () => {
		const page = await open({ serviceWorkers: 'allow' });
		await shellInstalled(page);
		const before = await entry(page);
		await house.hub.stop();
		await page.reload();
		await page.getByText('The hub is out of reach.').first().waitFor();
		served.dashboard = next;
		await house.hub.start();
		await page.getByText(NEW).waitFor();
		expect(await entry(page)).toBe(before);
		await page.getByRole('button', { name: 'Reload' }).click();
		await expect.poll(() => entry(page).catch(() => before)).not.toBe(before);
		await online(page);
	});

	it('is not said when the same version comes back', async () => {
		const page = await open();
		await house.hub.stop();
		await page.getByText('The hub is out of reach.').first().waitFor();
		const asked = page.waitForResponse('**/_app/version.json');
		await house.hub.start();
		await (await asked).finished();
		await online(page);
		expect(await page.getByText(NEW).count()).toBe(0);
	});
});

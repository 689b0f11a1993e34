import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { violations } from '../harness/axe.ts';
import { BrowserHouse } from '../harness/browser-house.ts';
import { shellInstalled } from '../harness/shell.ts';

describe('the dashboard as an app', () => {
	const house = new BrowserHouse(undefined, { windows: true });
	const pages: Page[] = [];
	beforeAll(() => house.start());
	afterEach(async () => {
		await Promise.all(pages.splice(0).map((page) => page.context().close()));
		expect(house.complaints.splice(0)).toEqual([]);
	});
	afterAll(() => house.remove());

	async function open(options = {}): Promise<Page> {
		const page = await house.open('/', house.owner, options);
		pages.push(page);
		await page.getByRole('heading', { name: 'No devices yet' }).waitFor();
		return page;
	}
	/** What Chromium sends to a page that it can install. It does not in a profile without a disk, as tests have. */
	const offer = (page: Page) =>
		page.evaluate(() => {
			const asked = async () => void (document.title = 'Install?');
			dispatchEvent(Object.assign(new Event('beforeinstallprompt', { cancelable: true }), { prompt: asked }));
		});
	const openMenu = async (page: Page) => {
		await page.locator('summary').click();
		await page.getByRole('button', { name: 'Sign out' }).waitFor();
	};
	const install = (page: Page) => page.getByRole('button', { name: 'Install as an app' });
	const dismiss = (page: Page) => page.getByRole('button', { name: 'Do not offer the app again' });

	it('can be installed, as far as Chromium is concerned', async () => {
		const page = await open({ serviceWorkers: 'allow' });
		await shellInstalled(page);
		const chromium = await page.context().newCDPSession(page);
		const { errors, data } = await chromium.send('Page.getAppManifest');
		expect([errors, data]).toEqual([[], expect.stringContaining('"/scenes"')]);
		const { installabilityErrors } = await chromium.send('Page.getInstallabilityErrors');
		expect(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== 'in-incognito')).toEqual([]);
	});

	it('is offered in the account menu where the browser can install it', async () => {
		const page = await open();
		await openMenu(page);
		expect(await install(page).count()).toBe(0);
		await page.keyboard.press('Escape');
		await offer(page);
		await openMenu(page);
		expect(await violations(page)).toEqual([]);
		await install(page).click();
		await expect.poll(() => page.title()).toBe('Install?');
		expect(await install(page).count()).toBe(0);
	});

	it('is not offered again to who does not want it', async () => {
		const page = await open();
		await offer(page);
		await openMenu(page);
		await dismiss(page).click();
		await install(page).waitFor({ state: 'detached' });
		await page.reload();
		await page.getByRole('heading', { name: 'No devices yet' }).waitFor();
		await offer(page);
		await openMenu(page);
		expect(await install(page).count()).toBe(0);
	});

	it('has the browser’s bars in the colour of the chosen theme, also after a reload', async () => {
		const page = await open({ colorScheme: 'light' });
		const bars = () =>
			page.evaluate(() =>
				[...document.querySelectorAll<HTMLMetaElement>('meta[name=theme-color]')]
					.filter(({ media }) => matchMedia(media).matches)
					.map(({ content }) => content),
			);
		const [light] = await bars();
		await openMenu(page);
		await page.getByText('Dark', { exact: true }).click();
		const [dark, ...more] = await bars();
		expect([more, light === dark]).toEqual([[], false]);
		await page.reload();
		await page.getByRole('heading', { name: 'No devices yet' }).waitFor();
		expect(await bars()).toEqual([dark]);
		await openMenu(page);
		await page.getByText('System', { exact: true }).click();
		expect(await bars()).toEqual([light]);
	});

	it('is explained on an iPhone, where only the person can install it', async () => {
		const page = await open();
		await page.addInitScript(() => Object.defineProperty(navigator, 'standalone', { value: false }));
		await page.reload();
		await openMenu(page);
		await page.getByText('Share → Add to Home Screen').waitFor();
		expect(await violations(page)).toEqual([]);
		await dismiss(page).click();
		await page.getByText('Share → Add to Home Screen').waitFor({ state: 'detached' });
	});
});

import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { BrowserSession, LiveView } from '../../harness/browser-session.ts';
import { TestHub } from '../../harness/hub.ts';
import { DESK, launch, openPage } from './chromium.ts';

/** A hub with two dashboards of its owner, a phone and a desk; the tests of a file go on from where the one before left them. */
export const hub = new TestHub();
export let owner: BrowserSession;
export let view: LiveView;
export let phone: Page;
export let desk: Page;
/** what the browsers' consoles had to complain of */
export const complaints: string[] = [];
let browser: Browser;

export async function openDashboards(): Promise<void> {
	await hub.start();
	owner = await hub.owner();
	view = await owner.open();
	browser = await launch();
	const open = async (options: Parameters<Browser['newContext']>[0]) => {
		const { page, context } = await openPage(browser, hub.origin, { reducedMotion: 'reduce', ...options });
		await signIn(context);
		page.on('pageerror', (error) => complaints.push(String(error)));
		page.on('console', (message) => {
			if (message.type() === 'error' && !/status of 409/.test(message.text())) complaints.push(message.text());
		});
		return page;
	};
	phone = await open({ colorScheme: 'dark' });
	desk = await open({ viewport: DESK, colorScheme: 'light' });
}

export async function closeDashboards(): Promise<void> {
	view.close();
	await browser?.close();
	await hub.remove();
}

function signIn(context: BrowserContext): Promise<void> {
	const [name, value] = owner.cookie.split('=') as [string, string];
	return context.addCookies([{ name, value, url: hub.origin }]);
}

export const both = () => [phone, desk];
export const relay = (page: Page, name: RegExp) => page.getByRole('switch', { name });
export const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
export const save = (page: Page) => page.getByRole('button', { name: 'Save', exact: true }).click();
export const section = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
export const relayName = (page: Page) =>
	section(page, 'Relay Configuration').getByRole('textbox', { name: 'Name', exact: true });
export const status = (page: Page, word: string) => page.getByText(word, { exact: true }).first().waitFor();

export async function openBoth(id: string): Promise<void> {
	for (const page of both()) {
		await page.goto(`/devices/${id}`);
		await section(page, 'Relay Configuration').waitFor();
	}
}

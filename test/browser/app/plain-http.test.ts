import { rmSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { BrowserSession } from '../../harness/browser-session.ts';
import { TestHub } from '../../harness/hub.ts';
import { launch, openPage } from '../harness/chromium.ts';
import { nextBuild } from '../harness/next-build.ts';

/** A name in the house: over plain HTTP browsers trust only this machine's own addresses. */
const NAME = 'mooring.test';
const next = nextBuild();
const served: { dashboard?: string } = {};
const hub = new TestHub(served, { MOORING_ALLOWED_HOSTS: NAME });
let owner: BrowserSession;
let browser: Browser;

beforeAll(async () => {
	await hub.start();
	owner = await hub.owner();
	browser = await launch({ args: [`--host-resolver-rules=MAP ${NAME} 127.0.0.1`] });
});
afterAll(async () => {
	await browser?.close();
	await hub.remove();
	rmSync(next, { recursive: true, force: true });
});

it('over plain HTTP the dashboard works as ever: it keeps nothing, and a new version is said all the same', async () => {
	const origin = hub.origin.replace('127.0.0.1', NAME);
	const { page, context } = await openPage(browser, origin, { serviceWorkers: 'allow' });
	const complaints: string[] = [];
	page.on('pageerror', (error) => complaints.push(String(error)));
	const [name, value] = owner.cookie.split('=') as [string, string];
	await context.addCookies([{ name, value, url: origin }]);
	await page.goto('/');
	await page.getByRole('heading', { name: 'No devices yet' }).waitFor();
	// Only how this person wants times and numbers to be written is known before the hub has answered.
	const kept = () => page.evaluate(() => [isSecureContext, 'serviceWorker' in navigator, Object.keys(localStorage)]);
	await expect.poll(kept).toEqual([false, false, ['mooring-formats']]);
	await hub.stop();
	await page.getByText('The hub is out of reach.').first().waitFor();
	served.dashboard = next;
	await hub.start();
	await page.getByText('The hub has a new version of this dashboard.').waitFor();
	await page.getByRole('button', { name: 'Reload' }).click();
	await page.getByText('The hub has a new version of this dashboard.').waitFor({ state: 'detached' });
	await page.getByRole('heading', { name: 'No devices yet' }).waitFor();
	expect(complaints).toEqual([]);
});

import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { TestHub } from '../harness/hub.ts';
import { openPage, sharedBrowser } from './harness/chromium.ts';

const hub = new TestHub();
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
	await hub.start();
	({ page, context } = await openPage(await sharedBrowser(), hub.origin, { hasTouch: true, reducedMotion: 'reduce' }));
	page.setDefaultTimeout(10_000);
});
afterAll(async () => {
	await context?.close();
	await hub.remove();
});

it('from the printed link to the first relay switched: three fields, of which the link fills one, and five taps', async () => {
	let taps = 0;
	const tap = async (what: ReturnType<Page['getByRole']>) => {
		taps++;
		await what.tap();
	};
	await page.goto(`/setup#code=${hub.setUpCode}`);
	await expect.poll(() => page.getByRole('textbox').count()).toBe(3);
	await tap(page.getByLabel('User name'));
	await page.keyboard.type('anna');
	await tap(page.getByLabel('Password', { exact: true }));
	await page.keyboard.type('correct horse battery');
	await tap(page.getByRole('button', { name: 'Become the owner' }));
	await tap(page.getByRole('button', { name: 'Try it with a virtual board' }));
	// It is claimed by itself, and its tiles are there.
	const light = page.getByRole('switch', { name: /^Light Off/ });
	await tap(light);
	await page.getByRole('switch', { name: /^Light On/, checked: true }).waitFor();
	expect(taps).toBe(5);
});

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
	const tryIt = page.getByRole('button', { name: 'Try it with a virtual board' });
	await tryIt.waitFor();
	// Nothing is to be set up, so no notice comes and pushes the page down.
	await page.evaluate(() => {
		const notices: string[] = [];
		Object.assign(globalThis, { notices });
		new MutationObserver(() => {
			const notice = document.querySelector('nav.attention');
			if (notice) notices.push(notice.textContent);
		}).observe(document.body, { childList: true, subtree: true });
	});
	await tap(tryIt);
	// It is claimed by itself, and its tiles are there.
	const light = page.getByRole('switch', { name: /^Light Off/ });
	await tap(light);
	await page.getByRole('switch', { name: /^Light On/, checked: true }).waitFor();
	expect(taps).toBe(5);
	expect(await page.evaluate(() => (globalThis as unknown as { notices: string[] }).notices)).toEqual([]);
});

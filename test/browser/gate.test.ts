import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BrowserHouse } from './harness/browser-house.ts';

describe('before the sign-in', () => {
	const house = new BrowserHouse();
	let page: Page;

	beforeAll(async () => {
		await house.start();
		page = await house.open('about:blank');
	});
	afterAll(() => house.remove());
	beforeEach(() => page.context().clearCookies());

	it('the printed link is taken also where Set-up is open already', async () => {
		await page.goto('/setup');
		const code = page.getByLabel('Set-up code');
		await code.waitFor();
		await page.goto('/setup#code=7YXT-3MEK');
		await expect.poll(() => code.inputValue()).toBe('7YXT-3MEK');
		await expect.poll(() => new URL(page.url()).hash).toBe('');
	});

	it('Set-up of a hub that has an owner says so before its form, and leads to the sign-in', async () => {
		await page.goto('/setup');
		const said = page.getByText('Already set up?');
		await said.waitFor();
		const top = (what: Locator) => what.evaluate((element) => element.getBoundingClientRect().top);
		expect(await top(said)).toBeLessThan(await top(page.getByRole('heading', { name: 'Set up this hub' })));
		await said.getByRole('link', { name: 'Sign in' }).click();
		await page.getByRole('heading', { name: 'Sign in' }).waitFor();
	});

	it('what was said of a hub out of reach goes with the next letter typed, or when the hub is back', async () => {
		await page.goto('/signin');
		await page.getByLabel('User name').fill('anna');
		await page.getByLabel('Password', { exact: true }).fill('wrong');
		await house.hub.stop();
		const submit = page.getByRole('button', { name: 'Sign in' });
		const said = page.getByText('The hub is out of reach. Try again in a moment.');
		await submit.click();
		await said.waitFor();
		await page.getByLabel('Password', { exact: true }).pressSequentially('x');
		await said.waitFor({ state: 'detached' });
		await submit.click();
		await said.waitFor();
		await house.hub.start();
		await said.waitFor({ state: 'detached' });
	});
});

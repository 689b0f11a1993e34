import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { House } from './harness/house.ts';

describe('before the sign-in', () => {
	const house = new House();
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
});

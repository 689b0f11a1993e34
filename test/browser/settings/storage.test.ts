import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { memberOf } from '../../harness/people/member.ts';
import { violations } from '../harness/axe.ts';
import { DESK, PHONE } from '../harness/chromium.ts';
import { BrowserHouse } from '../harness/browser-house.ts';

const house = new BrowserHouse();
beforeAll(async () => {
	await house.start();
	// A start after an unclean stop has the database checked.
	await house.hub.stop();
	rmSync(join(house.hub.data, 'clean-stop'));
	await house.hub.start();
});
afterAll(() => house.remove());
afterEach(() => expect(house.complaints.splice(0)).toEqual([]));

const card = (page: Page) => page.getByRole('region', { name: 'Storage' });

it.each([
	['a phone', PHONE],
	['a desk', DESK],
])('the owner sees size, free room and the last check beside the backup, on %s', async (_, viewport) => {
	const page = await house.open('/settings', house.owner, { viewport });
	await card(page).getByText('Last check').waitFor();
	const shown = (await card(page).locator('dl').innerText()).replaceAll(/\s+/g, ' ');
	expect(shown).toMatch(
		/^Database [\d.]+ (KB|MB) Free on its disk [\d.]+ (MB|GB|TB) Last check (just now|1 minute ago|\d+ minutes ago): undamaged$/,
	);
	const [backup, storage] = [
		await page.getByRole('region', { name: 'Backup' }).boundingBox(),
		await card(page).boundingBox(),
	];
	expect(storage!.y).toBeGreaterThan(backup!.y + backup!.height);
	expect(storage!.x).toBe(backup!.x);
	expect(storage!.width).toBe(backup!.width);
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(viewport.width);
	expect(await violations(page)).toEqual([]);
});

it('a damaged database and a full disk are told in words', async () => {
	const page = await house.open('/settings');
	await page.route('**/api/v1/storage', (route) =>
		route.fulfill({
			json: { bytes: 50_000_000, freeBytes: 60_000_000, check: { at: Date.now() - 9_000_000, ok: false } },
		}),
	);
	await page.reload();
	await card(page).getByText('The database is damaged').waitFor();
	await card(page).getByText('A check found it 2 hours ago.').waitFor();
	await card(page).getByText('There is little room left').waitFor();
	expect(await card(page).getByText('Last check').count()).toBe(0);
	expect(await violations(page)).toEqual([]);
});

it('a member sees nothing of it', async () => {
	const bens = await house.open('/settings', await memberOf(house.hub));
	await bens.getByRole('region', { name: 'About this hub' }).waitFor();
	expect(await card(bens).count()).toBe(0);
});

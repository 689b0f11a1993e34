import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { LIMITS } from '../../../hub/accounts/limits/failure-counter.ts';
import { memberOf } from '../../harness/people/member.ts';
import { violations } from '../harness/axe.ts';
import { DESK, PHONE } from '../harness/chromium.ts';
import { BrowserHouse } from '../harness/browser-house.ts';

const house = new BrowserHouse();
beforeAll(() => house.start());
afterAll(() => house.remove());
afterEach(() => expect(house.complaints.splice(0)).toEqual([]));

const card = (page: Page) => page.getByRole('region', { name: 'Locked out' });
const overflow = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

/** Wrong passwords from this machine, until it is locked out for whoever is not known. */
async function lockOut(): Promise<void> {
	for (let n = 0; n < LIMITS.failures; n++)
		await house.hub.browser().request('POST', '/session', { name: n % 2 ? 'anna' : 'nobody', password: 'wrong' });
}

it('an owner sees at once who is locked out, from Activity too, and lifts it', async () => {
	await house.owner.call('PUT', '/settings', { timeZone: 'Asia/Tokyo', place: null, historyDays: 365 });
	const settings = await house.open('/settings', house.owner, { viewport: PHONE, colorScheme: 'dark' });
	await card(settings).getByText('Nobody is locked out.').waitFor();
	const activity = await house.open('/activity', house.owner, { viewport: DESK });
	await activity.getByRole('heading', { name: 'Activity' }).waitFor();
	expect(await activity.getByText('locked out').count()).toBe(0);

	await lockOut();
	const row = card(settings).getByRole('listitem');
	await row.getByText('127.0.0.1').waitFor();
	await row.getByText('20 wrong passwords for anna and names that nobody has').waitFor();
	// By the clock of the house, nine hours ahead.
	const inTokyo = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Tokyo', hour: '2-digit' }).format(Date.now());
	expect(await row.textContent()).toMatch(
		new RegExp(`Since (today|tomorrow|\\w{3}) \\d\\d:\\d\\d · until (today|tomorrow) (${inTokyo}|\\d\\d):\\d\\d`),
	);
	for (const page of [settings, activity]) expect(await violations(page)).toEqual([]);
	expect(await overflow(settings)).toBeLessThanOrEqual(0);

	await activity.getByText('127.0.0.1 must wait after too many wrong passwords for anna').waitFor();
	await activity.getByRole('link', { name: '1 address is locked out · See' }).click();
	await activity.waitForURL('**/settings#locked-out');
	await card(activity).getByRole('listitem').waitFor();
	await expect
		.poll(() => card(activity).evaluate((element) => element.getBoundingClientRect().top < innerHeight))
		.toBe(true);

	await settings.getByRole('button', { name: 'Lift the lock-out of 127.0.0.1, wrong passwords' }).click();
	await settings.getByText('127.0.0.1 may try again now.').waitFor();
	for (const page of [settings, activity]) await card(page).getByText('Nobody is locked out.').waitFor();
	const again = await house.hub.browser().request('POST', '/session', { name: 'nobody', password: 'wrong' });
	expect(again.status).toBe(401);
	await activity.goto('/activity');
	await activity.getByText('anna let 127.0.0.1 try again').waitFor();
	expect(await activity.getByRole('link', { name: /locked out/ }).count()).toBe(0);
});

it('a member is not told of it, apart from the history', async () => {
	const ben = await memberOf(house.hub);
	await lockOut();
	const page = await house.open('/activity', ben);
	await page.getByText('127.0.0.1 must wait after too many wrong passwords').first().waitFor();
	expect(await page.getByRole('link', { name: /locked out/ }).count()).toBe(0);
	await page.goto('/settings');
	await page.getByRole('region', { name: 'About this hub' }).waitFor();
	expect(await card(page).count()).toBe(0);
});

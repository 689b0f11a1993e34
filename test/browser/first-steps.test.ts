import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { HttpsView } from '../../protocol/dashboard/https.ts';
import { PASSPHRASE } from '../harness/backup/crafted.ts';
import { PASSWORD } from '../harness/browser-session.ts';
import { invite, signInAs } from '../harness/people/people.ts';
import { memberOf } from '../harness/people/member.ts';
import { BrowserHouse } from './harness/browser-house.ts';
import { PHONE } from './harness/chromium.ts';

const house = new BrowserHouse();
let page: Page;

beforeAll(async () => {
	await house.start();
	page = await house.open('/', house.owner, { viewport: PHONE });
});
afterAll(() => house.remove());

const list = (on = page) => on.getByRole('region', { name: 'First steps' });
const said = (text: string, on = page) => list(on).getByText(text, { exact: true }).waitFor();
const step = (name: string) => list().getByRole('link', { name });

it('a new house has four steps, each ticked as soon as the hub has it', async () => {
	await said('0 of 4 done');
	await house.add('Gate', ['Bolt']);
	await said('1 of 4 done');
	await invite(house.owner);
	await said('2 of 4 done');
	const backup = await house.owner.request('POST', '/backup', { passphrase: PASSPHRASE, current: PASSWORD });
	await backup.arrayBuffer();
	await said('3 of 4 done');
	expect(
		await list()
			.getByRole('link', { name: /^Done:/ })
			.count(),
	).toBe(3);
	// It stands after the tiles.
	const tile = await page.locator('.tile').first().boundingBox();
	expect(tile!.y).toBeLessThan(200);
	expect((await list().boundingBox())!.y).toBeGreaterThan(tile!.y);
	expect(house.complaints).toEqual([]);
});

it.each([
	[/Add a board/, '/add'],
	[/Invite somebody/, '/people'],
	[/Set up a backup/, '/settings#backup'],
	[/Turn on HTTPS/, '/settings#https'],
])('%s leads to its page', async (name, path) => {
	expect(await list().getByRole('link', { name }).getAttribute('href')).toBe(path);
});

it('shows a card of the settings when it leads there', async () => {
	const settings = await house.open('/', house.owner, { viewport: PHONE });
	await list(settings)
		.getByRole('link', { name: /Turn on HTTPS/ })
		.click();
	const heading = settings.locator('#https');
	await expect.poll(async () => (await heading.boundingBox())?.y ?? Infinity).toBeLessThan(PHONE.height);
});

it('is for owners alone', async () => {
	const ben = await house.open('/', await memberOf(house.hub), { viewport: PHONE });
	await ben.getByRole('switch', { name: /Bolt/ }).waitFor();
	expect(await list(ben).count()).toBe(0);
});

it('vanishes for good once all is done', async () => {
	const cleo = await signInAs(house.hub, 'anna');
	const view = await cleo.open();
	await cleo.call('PUT', '/account/home', { ...view.home, hidesFirstSteps: false });
	const done = await house.open('about:blank', cleo, { viewport: PHONE });
	await done.route('**/api/v1/https', async (route) => {
		const answer = await route.fetch();
		await route.fulfill({ json: { ...((await answer.json()) as HttpsView), mode: 'own-certificate' } });
	});
	await done.goto(house.hub.origin);
	await view.until(() => view.home.hidesFirstSteps === true);
	await list(done).waitFor({ state: 'detached' });
	// It would put the list away again: there all is done.
	await done.context().close();
	await cleo.call('PUT', '/account/home', { ...view.home, hidesFirstSteps: false });
	view.close();
});

it('is hidden for good, on all dashboards of this person', async () => {
	const tablet = await house.open('/', await signInAs(house.hub, 'anna'));
	await said('3 of 4 done', tablet);
	await said('3 of 4 done');
	await expect.poll(() => step('Turn on HTTPS').count()).toBe(1);
	await list().getByRole('button', { name: 'Hide the first steps for good' }).click();
	// A desk has no “More”.
	await page.getByText('Hidden. The menu has everything.').waitFor();
	for (const dashboard of [page, tablet]) await list(dashboard).waitFor({ state: 'detached' });
	await page.reload();
	await page.getByRole('switch', { name: /Bolt/ }).waitFor();
	expect(await list().count()).toBe(0);
	expect(house.complaints).toEqual([]);
});

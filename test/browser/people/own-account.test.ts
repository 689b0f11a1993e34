import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { InvitationMade } from '../../../protocol/dashboard/people/people.ts';
import { BrowserSession, PASSWORD } from '../../harness/browser-session.ts';
import { violations } from '../harness/axe.ts';
import { PHONE } from '../harness/chromium.ts';
import { BrowserHouse } from '../harness/browser-house.ts';

const house = new BrowserHouse();
let kitchen: string;

beforeAll(async () => {
	await house.start();
	kitchen = (await house.add('Kitchen', ['Ceiling', 'Oven'])).id;
});
afterAll(() => house.remove());
afterEach(() => {
	// A refusal is an answer; browsers complain of each.
	const others = house.complaints.splice(0).filter((text) => !/status of 4\d\d/.test(text));
	expect(others).toEqual([]);
});

/** A member who has accepted an invitation. */
async function join(name: string): Promise<BrowserSession> {
	const body = { role: 'member', access: null, current: PASSWORD };
	const { secret } = await house.owner.call<InvitationMade>('POST', '/invitations', body);
	const session = new BrowserSession(house.hub.origin);
	await session.call('POST', '/invitations/accept', { secret, name, password: PASSWORD });
	return session;
}

describe('one’s own account', () => {
	it('has a new name and a new password; other sessions end and this one goes on', async () => {
		const session = await join('Kim');
		const other = new BrowserSession(house.hub.origin);
		await other.call('POST', '/session', { name: 'Kim', password: PASSWORD });
		const page = await house.open('/', session, { viewport: PHONE });
		await page.getByLabel('Kim, your account').click();
		await page.getByRole('link', { name: 'Your account' }).click();
		await page.getByText('2 sessions').waitFor();
		expect(await violations(page)).toEqual([]);
		await page.getByLabel('User name').fill('Kimberly');
		await page.getByRole('button', { name: 'Save name' }).click();
		await page.getByLabel('Kimberly, your account').waitFor();
		await page.getByLabel('Current password').fill('not this one');
		await page.getByLabel('New password').fill('another five words of it');
		await page.getByRole('button', { name: 'Change password' }).click();
		await page.getByText('Your current password is wrong.').first().waitFor();
		expect(await page.getByLabel('New password').inputValue()).toBe('another five words of it');
		await page.getByLabel('Current password').fill(PASSWORD);
		await page.getByRole('button', { name: 'Change password' }).click();
		await page.getByText('Your password is changed.').waitFor();
		await page.getByText('1 session', { exact: true }).waitFor();
		expect((await other.request('GET', '/session')).status).toBe(401);
		await page.locator('[data-link=live]').waitFor({ state: 'attached' }); // it comes back with the new cookie
		await page.getByRole('main').getByRole('link', { name: 'More' }).click();
		await page.getByRole('navigation').getByRole('link', { name: 'Home' }).click();
		await page.getByRole('switch', { name: /^Oven/ }).click();
		await expect.poll(() => house.view.relay(kitchen, 2)!.reported).toBe(true);
	});

	it('lists its sessions and ends them', async () => {
		const session = await join('Ada');
		const others = [new BrowserSession(house.hub.origin), new BrowserSession(house.hub.origin)];
		for (const other of others) await other.call('POST', '/session', { name: 'Ada', password: PASSWORD });
		const page = await house.open('/account', session, { viewport: PHONE });
		await page.getByText('3 sessions').waitFor();
		await page.getByText(/This session/).waitFor();
		await page
			.getByRole('button', { name: /^End the session/ })
			.first()
			.click();
		await page.getByText('2 sessions').waitFor();
		const signedIn = await Promise.all(others.map(async (other) => (await other.request('GET', '/session')).ok));
		expect(signedIn.filter(Boolean)).toHaveLength(1);
		await page.getByLabel('User name').fill('not saved');
		await page.getByRole('button', { name: 'Sign out' }).last().click();
		await page.getByRole('heading', { name: 'Sign in' }).waitFor();
	});
});

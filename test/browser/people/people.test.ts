import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { InvitationBody } from '../../../protocol/dashboard/people/people.ts';
import { invite as inviteBy, join as joinAs, person } from '../../harness/people/people.ts';
import { PASSWORD } from '../../harness/browser-session.ts';
import { violations } from '../harness/axe.ts';
import { DESK, PHONE } from '../harness/chromium.ts';
import { BrowserHouse } from '../harness/browser-house.ts';

const house = new BrowserHouse();
const pages: Page[] = [];
let gate: string;
let kitchen: string;

beforeAll(async () => {
	await house.start();
	gate = (await house.add('Gate', ['Opener', 'Lamp'])).id;
	kitchen = (await house.add('Kitchen', ['Ceiling', 'Oven'])).id;
	await house.owner.call('PATCH', `/devices/${kitchen}`, { room: 'Ground floor' });
});
afterAll(() => house.remove());
afterEach(async () => {
	await Promise.all(pages.splice(0).map((page) => page.context().close()));
	// A refusal is an answer; browsers complain of each.
	const others = house.complaints.splice(0).filter((text) => !/status of 4\d\d/.test(text));
	expect(others).toEqual([]);
});

async function open(path: string, session = house.owner, viewport = PHONE): Promise<Page> {
	const page = await house.open(path, session, { viewport });
	pages.push(page);
	return page;
}
/** A browser in which nobody is signed in. */
async function stranger(path: string): Promise<Page> {
	const page = await open('about:blank');
	await page.context().clearCookies();
	await page.goto(new URL(path, house.hub.origin).href);
	return page;
}
const OPENER = { kind: 'relay', device: '', relay: 1, may: 'switch' } as const;
const personCalled = (name: string) => person(house.owner, name);
const invite = (body: Partial<InvitationBody>) => inviteBy(house.owner, body);
const join = (name: string, body: Partial<InvitationBody> = {}) => joinAs(house.hub, house.owner, name, body);
const guest = (name: string, grants = [{ ...OPENER, device: gate }]) =>
	join(name, { role: 'guest', access: { grants, until: null, weekly: null } });
const tiles = (page: Page) => page.getByRole('main').getByRole('listitem');
const personIn = (page: Page, name: string) =>
	page.getByRole('list', { name: 'Everybody with an account' }).getByRole('listitem').filter({ hasText: name });

describe('an invitation', () => {
	it('is made on a phone, opens once, and leads to a home with nothing but what was chosen', async () => {
		const owner = await open('/people');
		await owner.getByRole('button', { name: 'Invite' }).click();
		const dialog = owner.getByRole('dialog', { name: 'Invite somebody' });
		await dialog.getByRole('button', { name: 'Make link' }).click();
		await dialog.getByText('Choose at least one room, device or relay.').first().waitFor();
		const add = dialog.getByLabel('Add room, device or relay…');
		await add.selectOption({ label: 'Opener' });
		await add.selectOption({ label: 'Lamp' });
		await dialog.getByLabel('Lamp, Gate: may').selectOption('See');
		await dialog.getByText('Member', { exact: true }).click();
		await dialog.getByRole('button', { name: 'Make link' }).click();
		await dialog.getByText('A password is needed.').waitFor();
		expect(await violations(owner)).toEqual([]);
		await dialog.getByText('Guest', { exact: true }).click();
		await dialog.getByRole('button', { name: /^Babysitter/ }).click();
		await dialog.getByText(/Ends (today|tomorrow) 02:00, by the time of UTC/).waitFor();
		await dialog.getByLabel('For whom (optional)').fill('Mia');
		expect(await violations(owner)).toEqual([]);
		await dialog.getByRole('button', { name: 'Make link' }).click();
		await dialog.getByRole('img', { name: 'QR code of the invitation' }).waitFor();
		await dialog.getByText('This link works only on this computer.').waitFor();
		const link = await dialog.getByRole('group', { name: 'Link of the invitation' }).innerText();
		expect(link).toMatch(new RegExp(`^${house.hub.origin}/join#[\\w-]{20,}$`));
		expect(await violations(owner)).toEqual([]);
		await dialog.getByRole('button', { name: 'Done' }).click();
		await owner.getByRole('button', { name: 'Withdraw the invitation for Mia' }).waitFor();

		const phone = await stranger(link);
		await phone.getByText(/^anna invites you as a guest, until (today|tomorrow) 02:00\.$/).waitFor();
		expect(phone.url()).toBe(`${house.hub.origin}/join`);
		expect(await phone.getByLabel('User name').inputValue()).toBe('Mia');
		expect(await violations(phone)).toEqual([]);
		await phone.getByLabel('Password', { exact: true }).fill('four random words');
		await phone.getByRole('button', { name: 'Accept' }).click();
		await phone.getByText(/^Guest until (today|tomorrow) \d\d:\d\d$/).waitFor();
		await phone.getByRole('switch', { name: /^Opener/ }).click();
		await expect.poll(() => house.view.relay(gate, 1)!.reported).toBe(true);
		expect((await tiles(phone).allInnerTexts()).map((text) => text.split('\n')[0])).toEqual(['Opener', 'Lamp']);
		await expect.poll(() => phone.getByRole('switch').count()).toBe(1);
		for (const name of [
			'Details',
			'Activity',
			'Settings',
			'Scenes',
			'Automations',
			'Add',
			'Devices',
			'More',
			'Gate',
			'Kitchen',
		])
			expect(await phone.getByText(name, { exact: true }).filter({ visible: true }).count(), name).toBe(0);
		expect(await violations(phone)).toEqual([]);

		await personIn(owner, 'Mia').waitFor();
		expect(await owner.getByRole('button', { name: /^Withdraw/ }).count()).toBe(0);
		await owner.reload();
		await personIn(owner, 'Mia').getByText('Online now').waitFor();
		const again = await stranger(link);
		await again.getByRole('heading', { name: 'This invitation does not work' }).waitFor();
		expect(await violations(again)).toEqual([]);
	});

	it('that is withdrawn, or whose link lost its end, says so', async () => {
		const { secret } = await invite({ name: 'Jonas' });
		const owner = await open('/people');
		await owner.getByRole('button', { name: 'Withdraw the invitation for Jonas' }).click();
		await owner.getByText('The invitation is withdrawn.').waitFor();
		const page = await stranger(`/join#${secret}`);
		await page.getByRole('heading', { name: 'This invitation does not work' }).waitFor();
		await page.goto('/join');
		await page.getByRole('heading', { name: 'This link is incomplete' }).waitFor();
	});

	it('says to who is signed in that accepting signs them out, and does', async () => {
		const { secret } = await invite({});
		const tom = await join('Tom');
		const page = await open(`/join#${secret}`, tom);
		await page.getByText('You are signed in here as Tom.').waitFor();
		await page.getByLabel('User name').fill('tom');
		await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
		await page.getByRole('button', { name: 'Accept' }).click();
		await page.getByText('There is a person called tom already').first().waitFor();
		await page.getByText('You are signed in here as Tom.').waitFor();
		await page.getByLabel('User name').fill('Ida');
		await page.getByRole('button', { name: 'Accept' }).click();
		await page.getByLabel('Ida, your account').waitFor();
		expect((await tom.request('GET', '/session')).status).toBe(401);
	});
});

describe('the people page', () => {
	it('changes what a guest may do, who loses it at once', async () => {
		const session = await guest('Öykü');
		const phone = await open('/', session);
		await phone.getByRole('switch', { name: /^Opener/ }).waitFor();
		const owner = await open('/people', house.owner, DESK);
		await personIn(owner, 'Öykü').getByRole('link').click();
		await owner.getByLabel('Opener, Gate: may').selectOption('See');
		await owner.getByRole('button', { name: 'Save' }).click();
		await expect.poll(() => phone.getByRole('switch').count()).toBe(0);
		await owner.getByLabel('Add room, device or relay…').selectOption({ label: 'Ground floor' });
		await owner.getByLabel('Opener, Gate: may').selectOption('No');
		expect(await violations(owner)).toEqual([]);
		await owner.getByRole('button', { name: 'Save' }).click();
		await phone.getByRole('region', { name: 'Ground floor' }).getByText('Oven').waitFor();
		await expect.poll(() => tiles(phone).count()).toBe(2);
		await owner.getByRole('button', { name: 'End all sessions' }).click();
		await phone.getByRole('heading', { name: 'Sign in' }).waitFor();
	});

	it('keeps what somebody is changing when the same person is changed elsewhere', async () => {
		await guest('Noor');
		const { id, access } = await personCalled('Noor');
		const owner = await open(`/people/${id}`);
		await owner.getByLabel('Opener, Gate: may').selectOption('See');
		await house.owner.call('PATCH', `/people/${id}`, { access: { ...access, until: Date.now() + 3 * 3_600_000 } });
		await owner.getByText('Somebody else changed this person.').waitFor();
		expect(await owner.getByLabel('Opener, Gate: may').inputValue()).toBe('see');
		expect(await violations(owner)).toEqual([]);
		await owner.getByRole('button', { name: 'Show theirs' }).click();
		expect(await owner.getByLabel('Opener, Gate: may').inputValue()).toBe('switch');
		await owner.getByText(/^Ends (today|tomorrow) \d\d:\d\d, by the time of UTC\.$/).waitFor();
	});

	it('removes a person after saying what becomes of their devices', async () => {
		const emma = await join('Emma');
		await emma.addVirtualBoard({ name: 'Emma’s lamp' });
		const hers = await open('/', emma);
		await hers.getByRole('heading', { name: 'Home', level: 1 }).waitFor();
		const owner = await open(`/people/${(await personCalled('Emma')).id}`);
		// What is not saved of somebody who goes is no reason to ask.
		await owner.getByLabel('May update the firmware of other people’s boards').check();
		await owner.getByRole('button', { name: 'Remove', exact: true }).click();
		const dialog = owner.getByRole('dialog', { name: 'Remove Emma?' });
		await dialog.getByRole('group', { name: 'Their pending devices' }).getByText('Delete').click();
		await dialog.getByRole('button', { name: 'Remove', exact: true }).click();
		await dialog.getByText('A password is needed.').waitFor();
		expect(await violations(owner)).toEqual([]);
		await dialog.getByLabel('Your current password').fill(PASSWORD);
		await dialog.getByLabel('Your current password').press('Enter');
		await personIn(owner, 'anna').waitFor();
		await expect.poll(() => personIn(owner, 'Emma').count()).toBe(0);
		expect(new URL(owner.url()).pathname).toBe('/people');
		await hers.getByRole('heading', { name: 'Sign in' }).waitFor();
		expect([...house.view.pending.values()].map(({ name }) => name)).not.toContain('Emma’s lamp');
	});

	it('says before anything is sent that the only owner stays one', async () => {
		const { id } = await personCalled('anna');
		const owner = await open(`/people/${id}`);
		await owner.getByText('The only owner cannot get another role.').waitFor();
		await owner.getByText('You cannot remove yourself.').waitFor();
		expect(await owner.getByRole('radio').count()).toBe(0);
		await owner.getByRole('link', { name: 'People' }).first().click();
		await personIn(owner, 'anna').waitFor();
	});

	it('signs an owner out who takes another role, without a complaint', async () => {
		const ole = await join('Ole');
		const { id } = await personCalled('Ole');
		await house.owner.call('PATCH', `/people/${id}`, { role: 'owner', current: PASSWORD });
		await ole.call('POST', '/session', { name: 'Ole', password: PASSWORD });
		const page = await open(`/people/${id}`, ole);
		await page.getByRole('group', { name: 'Role' }).getByText('Member').click();
		await page.getByLabel('Your current password').fill('wrong');
		await page.getByRole('button', { name: 'Save' }).click();
		await page.getByText('Your current password is wrong.').first().waitFor();
		expect(await violations(page)).toEqual([]);
		await page.getByLabel('Your current password').fill(PASSWORD);
		await page.getByRole('button', { name: 'Save' }).click();
		await page.getByRole('heading', { name: 'Sign in' }).waitFor();
		expect(await page.locator('.toast').allInnerTexts()).toEqual([]);
		expect((await personCalled('Ole')).role).toBe('member');
	});

	it('is not for members, who are told so, and not for guests', async () => {
		const member = await open('/people', await join('Lea'), DESK);
		await member.getByRole('heading', { name: 'Not for your account' }).waitFor();
		expect(await member.getByRole('link', { name: 'People' }).count()).toBe(0);
		for (const path of ['people', 'settings', 'activity', 'scenes', 'add', 'more', 'devices', `devices/${gate}`]) {
			const page = await open(`/${path}`, await guest(`Guest of ${path}`));
			await page.getByRole('heading', { name: 'Not for your account' }).waitFor();
			await page.context().close();
		}
	});
});

describe('a guest', () => {
	it('whose things are all taken away is told so in words, and sees new ones at once', async () => {
		const session = await guest('Ben');
		const { id } = await personCalled('Ben');
		const page = await open('/', session);
		await page.getByRole('switch', { name: /^Opener/ }).waitFor();
		const give = (room: string) =>
			house.owner.call('PATCH', `/people/${id}`, {
				access: { grants: [{ kind: 'room', room, may: 'see' }], until: null, weekly: null },
			});
		await house.owner.call('PATCH', `/devices/${gate}`, { room: 'Yard' });
		await give('Yard');
		await expect.poll(() => page.getByRole('switch').count()).toBe(0);
		await house.owner.call('PATCH', `/devices/${gate}`, { room: null });
		await page.getByRole('heading', { name: 'Nothing to see at the moment.' }).waitFor();
		expect(await violations(page)).toEqual([]);
		await give('Ground floor');
		await page.getByRole('region', { name: 'Ground floor' }).getByText('Oven').waitFor();
		await expect.poll(() => tiles(page).count()).toBe(2);
	});
});

describe('where there is little room', () => {
	/** what a browser's own setting of 200 % makes of a text's 16 px */
	const LARGE_TEXT_PX = 32;
	const overflow = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

	it.each([
		['at 320 px', { width: 320, height: 640 }, 16],
		['at 200 % text', PHONE, LARGE_TEXT_PX],
	])('%s everything of people fits, and every button can be reached', async (_, viewport, text) => {
		const show = async (path: string, session = house.owner) => {
			const page = await open('about:blank', session, viewport);
			const cdp = await page.context().newCDPSession(page);
			await cdp.send('Page.setFontSizes', { fontSizes: { standard: text } });
			await page.goto(new URL(path, house.hub.origin).href);
			expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe(`${text}px`);
			return page;
		};
		const session = await guest(`Guest at ${text}`);
		const { id } = await personCalled(`Guest at ${text}`);
		const weekly = { weekdays: 31, fromMinute: 480, toMinute: 720 };
		const grants = [{ ...OPENER, device: gate }];
		await house.owner.call('PATCH', `/people/${id}`, { access: { grants, until: Date.now() + 86_400_000, weekly } });

		const panel = await show(`/people/${id}`);
		await panel.getByLabel('Opener, Gate: may').selectOption('See');
		await panel.getByRole('button', { name: 'Save' }).scrollIntoViewIfNeeded();
		expect(await overflow(panel)).toBeLessThanOrEqual(0);

		const list = await show('/people');
		await list.getByRole('button', { name: 'Invite' }).click();
		expect(await overflow(list)).toBeLessThanOrEqual(0);
		const dialog = list.getByRole('dialog');
		await dialog.getByLabel('Add room, device or relay…').selectOption({ label: 'Ceiling' });
		await dialog.getByText('Only at certain hours of the week').click();
		expect(await dialog.evaluate((element) => element.scrollWidth - element.clientWidth)).toBeLessThanOrEqual(0);
		await dialog.getByRole('button', { name: 'Make link' }).click();
		await dialog.getByRole('img', { name: 'QR code of the invitation' }).waitFor();
		expect(await dialog.evaluate((element) => element.scrollWidth - element.clientWidth)).toBeLessThanOrEqual(0);
		const link = await dialog.getByRole('group', { name: 'Link of the invitation' }).innerText();

		const joining = await show(link, session);
		await joining.getByRole('button', { name: 'Accept' }).scrollIntoViewIfNeeded();
		const account = await show('/account', session);
		await account.getByText('1 session', { exact: true }).waitFor();
		const home = await show('/', session);
		await home.getByRole('heading', { level: 1 }).waitFor();
		for (const page of [joining, account, home]) expect(await overflow(page), page.url()).toBeLessThanOrEqual(0);
	});
});

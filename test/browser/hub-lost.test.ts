import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { DeviceConfig } from '../../protocol/dashboard/plan.ts';
import { TestHub } from '../harness/hub.ts';
import { StrippingProxy } from '../harness/network/stripping-proxy.ts';
import { ShiftedClock } from '../harness/shifted-clock.ts';
import { violations } from './harness/axe.ts';
import { DESK } from './harness/chromium.ts';
import { BrowserHouse } from './harness/browser-house.ts';

const LOST = 'The hub is out of reach.';
const AS_OF = /as of \d\d:\d\d/;
/** A board whose hub was away for long tries again after 30 s at the latest. */
const BOARD_BACK_MS = 40_000;

describe('while the hub is out of reach', () => {
	const house = new BrowserHouse();
	let kitchen: string;
	let pending: string;
	const pages: Page[] = [];
	let running = true;

	beforeAll(async () => {
		await house.start();
		kitchen = (await house.add('Kitchen', ['Lights', 'Fan'])).id;
		const boiler = await house.owner.addVirtualBoard({ name: 'Boiler room' });
		await house.owner.call('POST', `/pending/${boiler.id}/virtual-board`);
		await house.view.until(() => house.view.device('Boiler room')?.readings[0]?.value);
		const members = [{ device: kitchen, relay: 1, on: false }];
		await house.owner.call('POST', '/scenes', { name: 'All lights', kind: 'group', members });
		pending = (await house.owner.addVirtualBoard({ name: 'Attic' })).id;
	});
	afterAll(() => house.remove());
	afterEach(async () => {
		if (!running) await start();
		await Promise.all(pages.splice(0).map((page) => page.context().close()));
		expect(house.complaints.splice(0)).toEqual([]);
	});

	const open = async (path: string, ready: (page: Page) => Promise<unknown>, options = {}) => {
		const page = await house.open(path, house.owner, options);
		pages.push(page);
		await ready(page);
		return page;
	};
	const online = (page: Page) => page.getByText('ONLINE', { exact: true }).first().waitFor();
	const switches = (page: Page) =>
		page.getByRole('switch', { name: /^Lights/, disabled: false }).waitFor({ timeout: BOARD_BACK_MS });
	const lose = async (...all: Page[]) => {
		await house.hub.stop();
		running = false;
		for (const page of all) await page.getByText(LOST).first().waitFor();
	};
	const start = async () => {
		await house.hub.start();
		running = true;
	};
	const back = async (...all: Page[]) => {
		await start();
		for (const page of all) await page.locator('.banner').waitFor({ state: 'detached' });
	};
	const text = (page: Page) => page.locator('body').innerText();

	it('every page says as of when all is that it shows, and nothing on it looks live', async () => {
		const boiler = house.view.device('Boiler room')!.id;
		const home = await open('/devices', online, { viewport: DESK });
		const tiles = await open('/', switches, { viewport: DESK });
		const more = await open('/more', (page) => page.getByRole('link', { name: /^Add device/ }).waitFor());
		const device = await open(`/devices/${boiler}`, async (page) => {
			await online(page);
			await page.getByRole('img', { name: /^Temperature over 24 hours, now/ }).waitFor();
		});
		const scenes = await open('/scenes', (page) => page.getByText('0 of 1 on').waitFor());
		const activity = await open('/activity', (page) => page.getByText('The hub started').first().waitFor());
		const settings = await open('/settings', (page) => page.getByRole('combobox', { name: 'Time zone' }).waitFor());
		const waiting = await open(`/pending/${pending}`, (page) => page.getByRole('timer').waitFor());
		const people = await open('/people', (page) =>
			page.getByRole('list', { name: 'Everybody with an account' }).waitFor(),
		);
		const account = await open('/account', (page) => page.getByText('This session').waitFor());
		const all = [home, tiles, more, device, scenes, activity, settings, waiting, people, account];
		await lose(...all);
		for (const page of all) {
			const said = await text(page);
			expect(said, page.url()).toMatch(/All this is as of \d\d:\d\d/);
			expect(said, page.url()).not.toContain('just now');
			expect(await page.locator('.status--online').count(), page.url()).toBe(0);
			expect((await page.locator('.st--online:visible').count()) > 0 && page !== device, page.url()).toBe(false);
			expect(await page.getByRole('timer').count(), page.url()).toBe(0);
		}
		for (const page of [home, tiles, more, device, people, account])
			expect(await violations(page), page.url()).toEqual([]);
		const card = home.getByRole('article', { name: 'Kitchen' });
		expect(await card.innerText()).toMatch(/WAS (ONLINE|AWAY|OFFLINE)\s+as of \d\d:\d\d/);
		expect(await card.innerText()).toMatch(/Last seen \d\d:\d\d/);
		expect(await home.getByRole('article', { name: 'Attic' }).innerText()).toMatch(/Was to expire\s+\w+ \d\d:\d\d/i);
		// None is a switch any more: each opens its sheet, which says why.
		expect(await tiles.getByRole('switch').count()).toBe(0);
		const unknown = tiles.locator('.tile[data-is=unknown]');
		expect(await unknown.count()).toBe(await tiles.locator('.tile').count());
		for (const tile of await unknown.all()) expect(await tile.textContent()).not.toMatch(/\b(On|Off)\b/);
		expect(await tiles.getByRole('button', { name: /^Lights/ }).textContent()).toContain('Was off');
		expect(await tiles.getByRole('button', { name: /^All off in/ }).count()).toBe(0);
		const chart = device.getByRole('img', { name: /^Temperature over 24 hours, last [^(]+\([^)]*\d\d:\d\d\)/ });
		await expect.poll(() => chart.count()).toBe(1);
		const axes = await device.locator('.axis').allInnerTexts();
		expect(axes.length).toBeGreaterThan(1);
		expect(axes.join(' ')).not.toContain('now');
		expect(await text(scenes)).toMatch(/Was 0 of 1 on/);
		expect(await text(waiting)).toMatch(/How far it was, as of \d\d:\d\d/);
		await back(...all);
		await online(home);
		await switches(tiles);
		expect(await text(tiles)).not.toMatch(AS_OF);
		expect(await text(home)).not.toMatch(AS_OF);
	}, 180_000);

	it('Activity opened then says so in the frame of every page, and comes by itself when the hub is back', async () => {
		const page = await open('/devices', online);
		await lose(page);
		await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Activity' }).click();
		await page.getByRole('heading', { name: 'This page could not be loaded' }).waitFor();
		expect(await page.getByRole('link', { name: 'More' }).isVisible()).toBe(true);
		expect(await violations(page)).toEqual([]);
		await start();
		await page.getByRole('heading', { name: 'Activity' }).waitFor();
		await page.getByText('The hub started').first().waitFor();
		expect(new URL(page.url()).pathname).toBe('/activity');
		// Whether its style or its script fails first is up to the browser.
		const NOT_LOADED = /Unable to preload CSS|Failed to fetch dynamically imported module/;
		const others = house.complaints.splice(0).filter((text) => !NOT_LOADED.test(text));
		expect(others).toEqual([]);
	});

	it.each([
		['Settings', 'main', (page: Page) => page.getByLabel('Time zone').first()],
		['Add device', 'main', (page: Page) => page.getByLabel('Board')],
		['Activity', 'navigation', (page: Page) => page.getByText('The hub started').first()],
	] as const)(
		'%s, which needs the hub for what it shows, says that it fills by itself, and does',
		async (name, where, content) => {
			const page = await open('/more', (page) => page.locator('[data-link=live]').waitFor({ state: 'attached' }));
			const link = () => page.getByRole(where).getByRole('link', { name });
			await link().click();
			await content(page).waitFor();
			await page.goBack();
			await lose(page);
			await link().click();
			await page.getByText('This page fills by itself').waitFor();
			expect(await violations(page)).toEqual([]);
			await start();
			await content(page).waitFor();
		},
	);

	it('Save rests wherever there is one, and what was said of a lost answer goes when the hub is back', async () => {
		const save = (page: Page) => page.getByRole('button', { name: 'Save', exact: true });
		/** No notice lies over it. Not by the mouse, under which the page it leads to is fetched ahead. */
		const isFree = (link: Locator) =>
			link.evaluate((element) => {
				const { left, top, width, height } = element.getBoundingClientRect();
				return document.elementFromPoint(left + width / 2, top + height / 2)?.closest('a') === element;
			});
		const settings = await open('/settings', (page) => page.getByRole('combobox', { name: 'Time zone' }).waitFor());
		const scene = await open('/scenes/new', (page) => page.getByLabel('Lights').first().waitFor());
		const device = await open(`/devices/${kitchen}`, (page) => page.locator('#open-relays-1').waitFor());
		await settings.route('**/settings', (route) =>
			route.request().method() === 'PUT' ? route.abort() : route.continue(),
		);
		await save(settings).click();
		const unsure = settings.getByText('this may or may not have been done');
		await unsure.waitFor();
		await device.getByRole('button', { name: 'configure Lights' }).click();
		await device.locator('#relays-1-name').fill('Lamps');
		for (const page of [settings, scene, device]) expect(await save(page).isEnabled(), page.url()).toBe(true);
		await lose(settings, scene, device);
		for (const page of [settings, scene, device]) expect(await save(page).isDisabled(), page.url()).toBe(true);
		await expect.poll(() => unsure.count()).toBe(1);
		for (const size of [DESK, { width: 844, height: 390 }]) {
			await scene.setViewportSize(size);
			await expect.poll(() => isFree(scene.getByRole('link', { name: 'Cancel' }))).toBe(true);
		}
		await back(settings, scene, device);
		for (const page of [settings, scene, device]) await expect.poll(() => save(page).isEnabled()).toBe(true);
		await unsure.waitFor({ state: 'detached' });
	});

	it('a device whose save is not answered says so, and leaves the focus at Save', async () => {
		const device = await open(`/devices/${kitchen}`, (page) => page.locator('#open-relays-1').waitFor());
		await device.getByRole('button', { name: 'configure Lights' }).click();
		await device.locator('#relays-1-name').fill('Lamps');
		await device.route(`**/devices/${kitchen}/**`, (route) => route.abort());
		const save = device.getByRole('button', { name: 'Save', exact: true });
		await save.press('Enter');
		await device.getByText('this may or may not have been done').waitFor();
		await expect.poll(() => save.evaluate((button) => button === document.activeElement)).toBe(true);
	});

	it('a scene takes no states over as the present ones until the hub is back', async () => {
		const scene = await open('/scenes/new', (page) => page.getByLabel('Lights').first().waitFor());
		const take = scene.getByRole('button', { name: 'Use the present states' });
		await scene.getByLabel('Lights').first().check();
		expect(await take.isEnabled()).toBe(true);
		await lose(scene);
		expect(await take.isDisabled()).toBe(true);
		await back(scene);
		await expect.poll(() => take.isEnabled()).toBe(true);
	});

	it('an open question says it and cannot be confirmed, and then it can', async () => {
		const page = await open('/devices', online, { viewport: { width: 390, height: 844 } });
		await page.getByRole('article', { name: 'Attic' }).getByRole('button', { name: 'Delete' }).click();
		const dialog = page.getByRole('dialog', { name: 'Delete pending Attic?' });
		const confirm = dialog.getByRole('button', { name: 'Delete pending device' });
		expect(await confirm.isEnabled()).toBe(true);
		await lose(page);
		await dialog.getByText('This can be done once it is back.').waitFor();
		expect(await confirm.isDisabled()).toBe(true);
		await back(page);
		await expect.poll(() => confirm.isEnabled()).toBe(true);
		expect(await dialog.getByText(LOST).count()).toBe(0);
		await dialog.getByRole('button', { name: 'Cancel' }).click();
	});

	it.each([
		['a pause', 'Pause all …', 'Pause until …', 'Pause'],
		['a vacation', 'Set a vacation …', 'Vacation', 'Save'],
	])('the dialog of %s says it and rests, and what was not answered goes', async (_, opener, name, act) => {
		const schedule = { id: 1, relay: 1, on: true, event: 'time', minutes: 420, weekdays: 127, when: 'always' };
		const { plan, config } = await house.owner.call<DeviceConfig>('GET', `/devices/${kitchen}/config`);
		if (plan.schedules.length === 0)
			await house.owner.call('PUT', `/devices/${kitchen}/config`, {
				version: config.version,
				...plan,
				schedules: [{ ...schedule, varyMinutes: 0 }],
			});
		const page = await open('/automations', (page) => page.getByRole('button', { name: opener }).waitFor());
		await page.getByRole('button', { name: opener }).click();
		const dialog = page.getByRole('dialog', { name });
		const confirm = dialog.getByRole('button', { name: act, exact: true });
		await expect.poll(() => confirm.isEnabled()).toBe(true);
		await lose(page);
		await dialog.getByText('This can be done once it is back.').waitFor();
		expect(await confirm.isDisabled()).toBe(true);
		await back(page);
		await expect.poll(() => confirm.isEnabled()).toBe(true);
	});

	it('the sheet of a tile opens all the same, says that nothing can be switched, and then it can', async () => {
		const page = await open('/', switches);
		await lose(page);
		await page.getByRole('button', { name: /^Lights/ }).click();
		const sheet = page.getByRole('dialog', { name: 'Lights' });
		await sheet.getByText('The hub is out of reach, so it cannot be switched now.').waitFor();
		const big = sheet.getByRole('switch', { name: 'Lights' });
		expect(await big.isDisabled()).toBe(true);
		expect(await violations(page)).toEqual([]);
		await back(page);
		await expect.poll(() => big.isDisabled(), { timeout: 20_000 }).toBe(false);
		const before = house.view.relay(kitchen, 1)!.reported;
		await big.click();
		await expect.poll(() => house.view.relay(kitchen, 1)!.reported).toBe(!before);
	});

	it.each(['/', '/devices'])('a part of %s that cannot be fetched is said, and the page goes on', async (path) => {
		const page = await open(path, switches);
		const before = house.view.relay(kitchen, 1)!.reported;
		await page.route('**/_app/immutable/**', (route) => route.abort());
		await page.getByRole('button', { name: 'Arrange' }).click();
		await page.getByText('This part of the page could not be loaded.').waitFor();
		await page.getByRole('switch', { name: /^Lights/ }).click();
		await expect.poll(() => house.view.relay(kitchen, 1)!.reported).toBe(!before);
		await page.unroute('**/_app/immutable/**');
		await page.getByRole('button', { name: 'Reload' }).click();
		await switches(page);
		await page.getByRole('button', { name: 'Arrange' }).click();
		await page.getByRole('button', { name: 'Done' }).waitFor();
		house.complaints.splice(0);
	});
});

it('a pending device that has expired cannot be renewed until the hub is back', async () => {
	const clock = new ShiftedClock();
	const house = new BrowserHouse(new TestHub({ clock }));
	await house.start();
	try {
		await house.owner.addVirtualBoard({ name: 'Attic' });
		clock.set(Date.now() + 25 * 3_600_000);
		const page = await house.open('/devices');
		const renew = page.getByRole('button', { name: 'Make new key' });
		await renew.waitFor();
		await house.hub.stop();
		await page.getByText(LOST).waitFor();
		expect(await renew.isDisabled()).toBe(true);
		await house.hub.start();
		await expect.poll(() => renew.isEnabled()).toBe(true);
	} finally {
		await house.remove();
	}
});

describe('an address', () => {
	const house = new BrowserHouse();
	beforeAll(() => house.start());
	afterAll(() => house.remove());

	it('that is unknown says so in the frame, and leads to Home', async () => {
		const page = await house.open('/devises');
		await page.getByRole('heading', { name: 'No such page' }).waitFor();
		await page.getByRole('link', { name: 'Automations' }).waitFor();
		expect(await violations(page)).toEqual([]);
		await page.getByRole('link', { name: 'To Home' }).click();
		await page.getByRole('heading', { name: 'No devices yet' }).waitFor();
	});

	it('whose parts could not be fetched, as after an upgrade of the hub, is loaded anew by itself', async () => {
		const page = await house.open('/devices');
		await page.getByRole('heading', { name: 'No devices yet' }).waitFor();
		let cut = 0;
		await page.route('**/_app/immutable/**', (route) =>
			cut++ < 1 ? route.fulfill({ status: 404 }) : route.continue(),
		);
		await page.getByRole('link', { name: 'Activity' }).click();
		await page.getByLabel('Days').waitFor();
		expect(cut).toBeGreaterThan(1);
	});
});

describe('behind a proxy that lets no WebSocket through', () => {
	const house = new BrowserHouse();
	let proxy: StrippingProxy;
	beforeAll(async () => {
		await house.start();
		proxy = await new StrippingProxy(house.hub.origin).start();
	});
	beforeEach(() => void house.complaints.splice(0));
	afterAll(async () => {
		await proxy?.stop();
		await house.remove();
	});

	it('says in words that the live connection does not get through, and what to do, while requests are answered', async () => {
		const page = await house.open(`${proxy.origin}/settings`);
		await page.getByText('No live connection.').waitFor({ timeout: 20_000 });
		await page.getByText(/Let your reverse proxy pass WebSocket upgrades to \/socket\.io\//).waitFor();
		expect(await page.getByText(LOST).count()).toBe(0);
		await page.getByLabel('Kept for (days)').fill('400');
		await page.getByRole('button', { name: 'Save' }).click();
		await page.getByText('Saved.').waitFor();
		expect(await violations(page)).toEqual([]);
	});
});

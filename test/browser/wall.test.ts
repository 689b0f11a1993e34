import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Grant } from '../../protocol/dashboard/people/people.ts';
import { type BrowserSession, PASSWORD } from '../harness/browser-session.ts';
import { guestOf } from '../harness/people/member.ts';
import { BrowserHouse } from './harness/browser-house.ts';
import { DESK } from './harness/chromium.ts';

const TABLET = { viewport: DESK, hasTouch: true } as const;
const HOUR = 3_600_000;
const PIN = '27182';

const house = new BrowserHouse();
let hall: string;
/** the tablet's own session, so that its lock concerns no other test */
let wall: BrowserSession;

beforeAll(async () => {
	await house.start();
	for (const [room, name, relays] of [
		['Hall', 'Stairs', ['Stair light', 'Porch light']],
		['Kitchen', 'Shelf', ['Shelf light']],
	] as const) {
		const { id } = await house.add(name, [...relays]);
		await house.owner.call('PATCH', `/devices/${id}`, { room });
		if (room === 'Hall') hall = id;
	}
	await setNight(false);
});
afterAll(() => house.remove());
afterEach(() => expect(house.complaints.splice(0)).toEqual([]));

/** Gives the hub a zone without summer time in which it is midnight or noon now, and no place. */
async function setNight(night: boolean): Promise<void> {
	const wanted = night ? 0 : 12;
	const ahead = (((wanted - new Date().getUTCHours()) % 24) + 24) % 24;
	// POSIX names count to the west; zones reach from −12 to +14.
	const zone = ahead <= 12 ? `Etc/GMT-${ahead}` : `Etc/GMT+${24 - ahead}`;
	await house.owner.call('PUT', '/settings', { timeZone: zone, place: null, historyDays: 365 });
}

async function signedIn(): Promise<BrowserSession> {
	const session = house.hub.browser();
	await session.call('POST', '/session', { name: 'anna', password: PASSWORD });
	return session;
}

const tile = (page: Page, name: string) => page.getByRole('switch', { name }).first();
const dialog = (page: Page) => page.getByRole('dialog');
const nightLook = (page: Page) => page.getByRole('button', { name: /Touch to wake/ });
const reported = (relay: number) => house.view.relay(hall, relay)!.reported;
const pathOf = (page: Page) => new URL(page.url()).pathname;

async function openWall(session = house.owner, options: object = {}): Promise<Page> {
	const page = await house.open('/wall', session, { ...TABLET, ...options });
	await tile(page, 'Stair light').waitFor();
	return page;
}

async function lock(page: Page): Promise<void> {
	await page.getByRole('button', { name: 'Wall settings' }).click();
	await dialog(page).getByLabel('PIN').fill(PIN);
	await dialog(page).getByRole('button', { name: 'Lock' }).click();
	await page.getByRole('button', { name: 'Unlock this wall panel' }).waitFor();
	await dialog(page).waitFor({ state: 'detached' });
}

async function unlock(page: Page, pin = PIN): Promise<void> {
	await page.getByRole('button', { name: 'Unlock this wall panel' }).click();
	await dialog(page).getByLabel('PIN').fill(pin);
	await dialog(page).getByRole('button', { name: 'Unlock' }).click();
}

describe('the wall panel', () => {
	it('has Home’s tiles, 116 px high, in rooms, without bars and dock, and a tap switches', async () => {
		const page = await openWall();
		expect(await page.getByRole('navigation').count()).toBe(0);
		expect(await page.getByRole('heading', { level: 2 }).allTextContents()).toEqual(['Hall', 'Kitchen']);
		expect((await page.locator('.tile').first().boundingBox())!.height).toBe(116);
		await tile(page, 'Stair light').tap();
		await house.view.until(() => reported(1) === true);
		await expect.poll(() => tile(page, 'Stair light').getAttribute('aria-checked')).toBe('true');
		await page.close();
	});

	it('shows the room that was chosen for this tablet, also after a reload', async () => {
		const page = await openWall();
		await page.getByRole('button', { name: 'Wall settings' }).click();
		await dialog(page).getByLabel('It shows').selectOption('Kitchen');
		await dialog(page).getByRole('button', { name: 'Close' }).click();
		for (const _ of ['chosen', 'reloaded']) {
			await tile(page, 'Shelf light').waitFor();
			await expect.poll(() => page.getByRole('heading', { level: 2 }).allTextContents()).toEqual(['Kitchen']);
			await page.reload();
		}
		await page.close();
	});

	it('is reached from the account menu, and left by “Leave”', async () => {
		const page = await house.open('/', house.owner, TABLET);
		await page.getByLabel(/your account/).click();
		await page.getByRole('link', { name: 'Wall panel' }).click();
		await page.getByRole('link', { name: 'Leave' }).click();
		await page.getByRole('navigation', { name: 'Main' }).waitFor();
		expect(pathOf(page)).toBe('/');
		await page.close();
	});

	it('shows a guest what the guest reaches', async () => {
		const grants: Grant[] = [{ kind: 'relay', device: hall, relay: 1, may: 'switch' }];
		const page = await openWall(await guestOf(house.hub, 'gwen', grants));
		await expect.poll(() => page.getByRole('switch').count()).toBe(1);
		await page.close();
	});

	it('says in its settings when the browser cannot keep the screen on', async () => {
		const page = await house.open('about:blank', null, TABLET);
		await page.addInitScript(() => {
			delete (Navigator.prototype as { wakeLock?: unknown }).wakeLock;
		});
		const [name, value] = house.owner.cookie.split('=') as [string, string];
		await page.context().addCookies([{ name, value, url: house.hub.origin }]);
		await page.goto('/wall');
		await page.getByRole('button', { name: 'Wall settings' }).click();
		await dialog(page).getByText('This browser cannot keep it on.').waitFor();
		await page.close();
	});

	it('keeps the screen on, and takes that again when the page is visible again', async () => {
		const page = await house.open('about:blank', null, TABLET);
		await page.addInitScript(() => {
			const asked = ((window as unknown as { asked: EventTarget[] }).asked = []) as EventTarget[];
			const request = async () => {
				const lock = Object.assign(new EventTarget(), { release: async () => undefined });
				asked.push(lock);
				return lock;
			};
			Object.defineProperty(Navigator.prototype, 'wakeLock', { value: { request }, configurable: true });
		});
		const [name, value] = house.owner.cookie.split('=') as [string, string];
		await page.context().addCookies([{ name, value, url: house.hub.origin }]);
		await page.goto('/wall');
		await tile(page, 'Stair light').waitFor();
		const asked = () => page.evaluate(() => (window as unknown as { asked: EventTarget[] }).asked.length);
		await expect.poll(asked).toBe(1);
		await page.evaluate(() => {
			(window as unknown as { asked: EventTarget[] }).asked[0]!.dispatchEvent(new Event('release'));
			document.dispatchEvent(new Event('visibilitychange'));
		});
		await expect.poll(asked).toBe(2);
		await page.close();
	});
});

describe('at night', () => {
	beforeAll(() => setNight(true));
	afterAll(() => setNight(false));

	/** The page's timers and clock are moved by hand from here on. */
	async function asleep(): Promise<Page> {
		const page = await house.open('about:blank', null, TABLET);
		await page.clock.install();
		const [name, value] = house.owner.cookie.split('=') as [string, string];
		await page.context().addCookies([{ name, value, url: house.hub.origin }]);
		await page.goto('/wall');
		await tile(page, 'Stair light').waitFor();
		// The night is asked for when the link is there.
		await page.clock.runFor(1_000);
		await page.clock.fastForward(5 * 60_000 + 1_000);
		await nightLook(page).waitFor();
		return page;
	}

	it('it dims after five minutes without a touch; the touch that wakes it switches nothing', async () => {
		const page = await asleep();
		const before = reported(1);
		const at = (await page.locator('.tile').first().boundingBox())!;
		await page.touchscreen.tap(at.x + at.width / 2, at.y + at.height / 2);
		await nightLook(page).waitFor({ state: 'detached' });
		await tile(page, 'Porch light').tap();
		await house.view.until(() => reported(2) === true);
		expect(reported(1)).toBe(before);
		await house.view.setRelay(hall, 2, false);
		await page.close();
	});

	it('a key wakes it too, and does nothing else', async () => {
		const page = await asleep();
		const before = [reported(1), reported(2)];
		await page.keyboard.press('Enter');
		await nightLook(page).waitFor({ state: 'detached' });
		expect([reported(1), reported(2)]).toEqual(before);
		expect(await dialog(page).count()).toBe(0);
		await page.close();
	});

	it('its picture stands elsewhere a minute later, and nothing of the day look can be reached', async () => {
		const page = await asleep();
		const place = async () => (await nightLook(page).locator('time').boundingBox())!;
		const { x, y } = await place();
		await page.clock.runFor(61_000);
		await expect.poll(async () => (await place()).x === x && (await place()).y === y).toBe(false);
		expect(await page.getByRole('switch').count()).toBe(0);
		await page.close();
	});
});

it('by day it does not dim', async () => {
	const page = await house.open('about:blank', null, TABLET);
	await page.clock.install();
	const [name, value] = house.owner.cookie.split('=') as [string, string];
	await page.context().addCookies([{ name, value, url: house.hub.origin }]);
	await page.goto('/wall');
	await tile(page, 'Stair light').waitFor();
	await page.clock.runFor(1_000);
	await page.clock.fastForward(HOUR / 4);
	await tile(page, 'Stair light').waitFor();
	expect(await nightLook(page).count()).toBe(0);
	await page.close();
});

describe('locked', () => {
	let page: Page;
	beforeAll(async () => {
		wall = await signedIn();
		page = await house.open('/', wall, TABLET);
		await tile(page, 'Stair light').waitFor();
		await page.getByLabel(/your account/).click();
		await page.getByRole('link', { name: 'Wall panel' }).click();
		await page.getByRole('link', { name: 'Leave' }).waitFor();
		await lock(page);
	});

	it('it has no link, also not in a sheet, and still switches', async () => {
		expect(await page.getByRole('link').count()).toBe(0);
		const before = reported(1);
		await tile(page, 'Stair light').tap();
		await house.view.until(() => reported(1) === !before);
		await page.getByRole('button', { name: 'More about Stair light' }).press('Enter');
		await dialog(page).getByRole('heading', { name: 'Stair light' }).waitFor();
		expect(await dialog(page).getByRole('link').count()).toBe(0);
		expect(
			await dialog(page)
				.getByRole('button', { name: /favourite/ })
				.count(),
		).toBe(0);
		await page.keyboard.press('Escape');
		await dialog(page).waitFor({ state: 'detached' });
	});

	it('Back does not leave it', async () => {
		await page.evaluate(() => history.back());
		await tile(page, 'Stair light').waitFor();
		await expect.poll(() => pathOf(page)).toBe('/wall');
		expect(await page.getByRole('navigation').count()).toBe(0);
	});

	it.each(['/wall', '/', '/settings', '/people', '/signin', '/no-such-page'])(
		'the address %s leads back to it',
		async (path) => {
			await page.goto(path);
			await page.getByRole('button', { name: 'Unlock this wall panel' }).waitFor();
			expect([pathOf(page), await page.getByRole('link').count()]).toEqual(['/wall', 0]);
			house.complaints.splice(0); // the browser notes that the page without a name is not found
		},
	);

	it('its other tabs are locked too', async () => {
		const tab = await page.context().newPage();
		await tab.goto('/devices');
		await tab.getByRole('button', { name: 'Unlock this wall panel' }).waitFor();
		await tab.close();
	});

	it('a wrong PIN is refused in words; the right one gives the way back to other pages', async () => {
		await unlock(page, '99999');
		await dialog(page).getByText('This PIN is wrong.').waitFor();
		house.complaints.splice(0); // the browser notes the refusal
		await dialog(page).getByLabel('PIN').fill(PIN);
		await dialog(page).getByRole('button', { name: 'Unlock' }).click();
		await page.getByRole('link', { name: 'Leave' }).click();
		await page.getByRole('navigation', { name: 'Main' }).waitFor();
	});
});

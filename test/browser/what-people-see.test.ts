import type { ScheduleRuns } from '../../protocol/dashboard/schedules.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DeviceConfig } from '../../protocol/dashboard/plan.ts';
import { PASSWORD } from '../harness/browser-session.ts';
import { TestHub } from '../harness/hub.ts';
import { launch, openPage } from './harness/chromium.ts';
import { BrowserHouse } from './harness/browser-house.ts';

/** Guesses after which the hub must have had enough. */
const GUESSES = 200;

it('set-up from a browser in Berlin: the form says so, and the hub goes by that zone', async () => {
	const hub = await new TestHub().start();
	const browser = await launch();
	try {
		const { page } = await openPage(browser, hub.origin, { timezoneId: 'Europe/Berlin' });
		await page.goto(`/setup#code=${hub.setUpCode}`);
		await page.getByText('Schedules will use the time of Europe/Berlin').waitFor();
		await page.getByLabel('User name').fill('anna');
		await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
		await page.getByRole('button', { name: 'Become the owner' }).click();
		await page.getByRole('heading', { name: 'Home', level: 1 }).waitFor();
		await page.goto('/settings');
		await expect.poll(() => page.getByRole('combobox', { name: 'Time zone' }).inputValue()).toBe('Europe/Berlin');
	} finally {
		await browser.close();
		await hub.remove();
	}
});

describe('what people see', () => {
	const house = new BrowserHouse();
	let shed: string;

	beforeAll(async () => {
		await house.start();
		shed = (await house.add('Shed', ['Lamp'])).id;
		await house.owner.call('PUT', '/settings', { timeZone: 'Pacific/Auckland', place: null, historyDays: 365 });
	});
	afterAll(() => house.remove());

	it('a schedule names its next run and its zone, and why it has none', async () => {
		const path = `/devices/${shed}/config`;
		const { config, plan } = await house.owner.call<DeviceConfig>('GET', path);
		const schedule = { id: 1, relay: 1, on: true, weekdays: 127, event: 'time', minutes: 420 };
		await house.owner.call('PUT', path, { ...plan, version: config.version, schedules: [schedule] });
		const page = await house.open(`/devices/${shed}`, undefined, { timezoneId: 'Europe/Berlin' });
		const card = page.getByRole('region', { name: 'Schedules', exact: true });
		await card.getByText(/^Next (today|tomorrow) 07:00 · Pacific\/Auckland$/).waitFor();
		await card.getByRole('button', { name: /Lamp on/ }).click();
		await card.locator('input[type=time]').fill('08:00');
		await card.getByText('By the time of Pacific/Auckland. Its next run is known once it is saved.').waitFor();
		await page.getByRole('button', { name: 'Save', exact: true }).click();
		await card.getByText(/^Next (today|tomorrow) 08:00 · Pacific\/Auckland$/).waitFor();
		await page.context().close();
	});

	it('“Saved: Shed.” goes when the next save is refused', async () => {
		const page = await house.open(`/devices/${shed}`);
		await page.getByRole('button', { name: 'configure Lamp' }).click();
		const save = page.getByRole('button', { name: 'Save', exact: true });
		await page.locator('#relays-1-name').fill('Lamp at the gate');
		await save.click();
		const saved = page.locator('.toast').getByText('Saved: Shed.');
		await saved.waitFor();
		await page.locator('#relays-1-name').fill('');
		await save.click();
		await page.getByRole('region', { name: 'Unsaved changes' }).locator('.savebar__bad').waitFor();
		expect(await saved.count()).toBe(0);
		await page.locator('#relays-1-name').fill('Lamp');
		await save.click();
		await saved.waitFor();
		await page.context().close();
	});

	it('deleting a device that this hub simulates promises no board that goes on', async () => {
		const { id } = await house.owner.addVirtualBoard({ name: 'Fountain' });
		await house.owner.call('POST', `/pending/${id}/virtual-board`);
		await house.view.until(() => house.view.device('Fountain'));
		const page = await house.open(`/devices/${house.view.device('Fountain')!.id}`);
		const dialog = page.getByRole('dialog', { name: 'Delete Fountain?' });
		const asked = async () => {
			await dialog.getByText('Its virtual board goes with it').waitFor();
			expect(await dialog.getByText('Relays stay as they are now').count()).toBe(0);
		};
		await page.getByRole('button', { name: 'Delete device' }).click();
		await asked();
		await page.goto('/devices');
		await page.getByRole('article', { name: 'Fountain' }).getByRole('button', { name: 'Delete' }).click();
		await asked();
		await page.context().close();
	});

	it('a schedule whose run is over names the one after it', async () => {
		const page = await house.open('/devices');
		let asked = 0;
		await page.route(`**/devices/${shed}/schedules`, async (route) => {
			if (asked++ > 0) return route.continue();
			const view = (await (await route.fetch()).json()) as ScheduleRuns;
			const runs = view.runs.map((run) => ({ ...run, at: Date.now() - 3_600_000 }));
			return route.fulfill({ json: { ...view, runs } });
		});
		await page.getByRole('link', { name: 'Shed', exact: true }).click();
		await page.getByText(/^Next (today|tomorrow) 08:00 · Pacific\/Auckland$/).waitFor();
		expect(asked).toBeGreaterThan(1);
		await page.context().close();
	});

	it('a device’s time before it existed is not that of a hub that did not run', async () => {
		const page = await house.open(`/devices/${shed}`);
		const card = page.getByRole('region', { name: 'Last 24 hours', exact: true });
		await expect.poll(() => card.textContent()).toContain('Not added until');
		expect(await card.textContent()).not.toContain('Not recorded');
		await page.context().close();
	});

	it('uptime goes on while one looks', async () => {
		const page = await house.open(`/devices/${shed}`);
		const uptime = page.locator('dt', { hasText: 'Uptime' }).locator('+ dd');
		await expect.poll(() => uptime.textContent()).toMatch(/\d+ s/);
		const first = await uptime.textContent();
		await expect.poll(() => uptime.textContent()).not.toBe(first);
		await page.context().close();
	});

	it('a value of a board that is away is grey and says as of when', async () => {
		const { id } = await house.owner.addVirtualBoard({ name: 'Cellar' });
		const board = house.hub.board(await house.owner.configFile(id));
		await house.view.until(() => house.view.devices.get(id)?.readings[0]?.value);
		const page = await house.open('/devices');
		const card = page.getByRole('article', { name: 'Cellar' });
		await card.locator('.reading').waitFor();
		expect(await card.locator('.reading--old').count()).toBe(0);
		board.cut();
		await card
			.locator('.reading--old')
			.getByText(/^last reported \d\d:\d\d$/)
			.waitFor();
		await page.goto(`/devices/${id}`);
		await page
			.locator('.chart.stale figcaption')
			.getByText(/^Temperature, as of \d\d:\d\d$/)
			.waitFor();
		await page.getByText(/^Last report of the board, as of \d\d:\d\d\.$/).waitFor();
		await page.context().close();
	});

	it('a scene of which one relay was switched does not say that nothing was', async () => {
		const [lamp, gone] = [shed, house.view.device('Cellar')!.id];
		const members = [lamp, gone].map((device) => ({ device, relay: 1, on: true }));
		await house.owner.call('POST', '/scenes', { name: 'Evening', kind: 'scene', members });
		const page = await house.open('/scenes');
		await page
			.getByRole('button', { name: /^Evening/ })
			.first()
			.click();
		await page.getByText('1 of 2 done. Pump: Cellar is not connected, so it was not switched.').waitFor();
		await page.context().close();
	});

	it('a countdown of 20 minutes begins at 20:00 and stands in the history', async () => {
		const page = await house.open(`/devices/${shed}`);
		await page.getByRole('button', { name: /^On for….*Lamp/ }).click();
		await page.evaluate(() => {
			const seen: string[] = [];
			Object.assign(window, { seen });
			const look = () => seen.push(/off in ([\d:]+)/.exec(document.body.textContent ?? '')?.[1] ?? '');
			new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true });
		});
		await page.getByRole('button', { name: '20 min' }).click();
		const seen = () => page.evaluate(() => (window as unknown as { seen: string[] }).seen.filter(Boolean));
		await expect.poll(async () => (await seen()).length).toBeGreaterThan(0);
		expect((await seen())[0]).toBe('20:00');
		await page.getByText('Lamp switched on for 20 min by anna').waitFor();
		await page.context().close();
	});

	it('a lock-out shows the time left, which counts down', async () => {
		for (let guess = 0; guess < GUESSES; guess++) {
			const answer = await house.owner.request('POST', '/session', { name: 'anna', password: `wrong ${guess}` });
			if (answer.status === 429) break;
		}
		const page = await house.open('/devices');
		await page.context().clearCookies();
		await page.goto('/signin');
		await page.getByLabel('User name').fill('anna');
		await page.getByLabel('Password', { exact: true }).fill('wrong again');
		await page.getByRole('button', { name: 'Sign in' }).click();
		const told = page.getByText(/^Too many failed tries\. Try again in (\d+:)+\d\d\.$/);
		await told.waitFor();
		const first = await told.textContent();
		expect(await page.getByRole('button', { name: 'Sign in' }).isDisabled()).toBe(true);
		await expect.poll(() => told.textContent()).not.toBe(first);
		await page.context().close();
	});
});

import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { SceneView } from '../../protocol/dashboard/scenes.ts';
import { violations } from './harness/axe.ts';
import { DESK } from './harness/chromium.ts';
import { BrowserHouse } from './harness/browser-house.ts';
import { contrastOf, tokenOn } from './harness/contrast.ts';

describe('scenes, made at a desk and run from the Home of a phone', () => {
	const house = new BrowserHouse();
	const boards = new Map<string, Awaited<ReturnType<BrowserHouse['add']>>>();
	let phone: Page;
	let desk: Page;

	beforeAll(async () => {
		await house.start();
		boards.set('Kitchen', await house.add('Kitchen', ['Lights', 'Fan']));
		boards.set('Boiler room', await house.add('Boiler room', ['Circulator']));
		boards.set('Attic', await house.add('Attic', ['Fan']));
		await house.owner.call('PATCH', `/devices/${idOf('Kitchen')}`, { room: 'Ground floor' });
		phone = await house.open('/');
		desk = await house.open('/', house.owner, { viewport: DESK, colorScheme: 'dark' });
	});
	afterAll(() => house.remove());
	afterEach(() => expect(house.complaints.splice(0)).toEqual([]));

	const idOf = (name: string) => boards.get(name)!.id;
	const tile = (page: Page, name: string) => page.getByRole('button', { name: new RegExp(`^${name}`) });
	/** A group is on as soon as one of its relays is. */
	const group = (page: Page) => page.getByRole('switch', { name: /^All on/ });
	const to = (name: string) => phone.getByRole('navigation', { name: 'Main' }).getByRole('link', { name }).click();
	const relay = (device: string, id: number) => house.view.relay(idOf(device), id)!.reported;

	it('one is made of relays as they are now, and appears on every dashboard', async () => {
		await house.owner.call('PUT', `/devices/${idOf('Kitchen')}/relays/1`, { on: true });
		await desk.getByRole('link', { name: 'Scenes' }).click();
		await desk.getByRole('heading', { name: 'No scenes yet' }).waitFor();
		expect(await violations(desk)).toEqual([]);
		await desk.getByRole('link', { name: 'New scene' }).click();
		await desk.getByRole('button', { name: 'Save' }).click();
		await desk.getByText('Give it a name.').first().waitFor();
		await desk.getByLabel('Name').fill('Evening');
		const kitchen = desk.getByRole('group', { name: /^Kitchen/ });
		await kitchen.getByLabel('Lights').check();
		await kitchen.getByLabel('Fan').check();
		await kitchen.getByRole('radiogroup', { name: 'State of Lights, Kitchen' }).getByLabel('Off').check();
		await desk.getByRole('button', { name: 'Use the present states' }).click();
		await kitchen.getByRole('radiogroup', { name: 'State of Fan, Kitchen' }).getByLabel('On').check();
		expect(await violations(desk)).toEqual([]);
		await desk.getByRole('button', { name: 'Save' }).click();
		await desk.getByText('Fan, Kitchen: on').waitFor();
		await desk.getByText('Lights, Kitchen: on').waitFor();
		// It switches relays of one room only, so it stands there.
		await phone
			.getByRole('region', { name: 'Ground floor' })
			.getByRole('button', { name: /^Evening/ })
			.waitFor();
	});

	it('one tap does it all, and Undo puts back what was changed and nothing else', async () => {
		await tile(phone, 'Evening').click();
		await phone.getByText('Evening: all done.').waitFor();
		expect([relay('Kitchen', 1), relay('Kitchen', 2)]).toEqual([true, true]);
		expect(await violations(phone)).toEqual([]);
		await phone.getByRole('button', { name: 'Undo' }).click();
		await phone.getByText('Everything is as it was before.').waitFor();
		expect([relay('Kitchen', 1), relay('Kitchen', 2)]).toEqual([true, false]);
	});

	it('a member that cannot follow is named, the others are switched, and the sheet tells each', async () => {
		const members = [
			{ device: idOf('Kitchen'), relay: 2, on: true },
			{ device: idOf('Boiler room'), relay: 1, on: true },
			{ device: idOf('Attic'), relay: 1, on: true },
		];
		await house.owner.call<SceneView>('POST', '/scenes', { name: 'All on', kind: 'group', members });
		boards.get('Attic')!.board.stop();
		await house.view.until(() => house.view.device('Attic')!.presence.state === 'offline');
		await expect.poll(() => group(phone).textContent()).toContain('0 of 3');
		await group(phone).click();
		await phone.getByText(/^2 of 3 done\. Fan: /).waitFor();
		await phone.getByRole('button', { name: 'Show' }).click();
		const sheet = phone.getByRole('dialog', { name: 'All on: 2 of 3 done' });
		await sheet.waitFor(); // it is loaded only when it is asked for
		expect(await sheet.getByRole('listitem').allTextContents()).toEqual([
			expect.stringContaining('Fan, Kitchen'),
			expect.stringContaining('Circulator, Boiler room'),
			expect.stringContaining('Fan, Attic'),
		]);
		expect(await violations(phone)).toEqual([]);
		await sheet.getByRole('button', { name: 'Put back' }).click();
		await expect.poll(() => [relay('Kitchen', 2), relay('Boiler room', 1)]).toEqual([false, false]);
		boards.get('Attic')!.board.start();
		await house.view.until(() => house.view.device('Attic')!.presence.state === 'online');
		await phone.getByRole('button', { name: 'More about All on' }).press('Enter');
		const more = phone.getByRole('dialog', { name: 'All on' });
		await more
			.getByRole('listitem')
			.filter({ hasText: 'Attic' })
			.getByText(/is not connected/)
			.waitFor();
		expect(await violations(phone)).toEqual([]);
		await more.getByRole('button', { name: 'Close' }).click();
		await to('Automations');
		await phone.getByRole('link', { name: /^Scenes and groups/ }).click();
		const card = phone.getByRole('listitem').filter({ has: phone.getByRole('link', { name: 'Edit All on' }) });
		await card.locator('use[href="#layers"]').waitFor({ state: 'attached' });
		const frames = await card.evaluate((own) => {
			const framed = (part: Element) => parseFloat(getComputedStyle(part).borderBottomWidth) > 0;
			return [own, ...own.querySelectorAll('div, button')].filter((part) => framed(part)).length;
		});
		expect(frames).toBe(1);
		await phone.getByRole('button', { name: 'What All on did' }).click();
		await phone.getByRole('dialog').getByRole('button', { name: 'Try again' }).click();
		await phone.getByText('All on: all done.').waitFor();
		await expect.poll(() => relay('Attic', 1)).toBe(true);
		await to('Home');
		await expect.poll(() => group(phone).getAttribute('aria-checked')).toBe('true');
		await group(phone).click();
		await expect.poll(() => relay('Attic', 1)).toBe(false);
	});

	it('of a group, its pressed Off stands out from its tile in the dark as clearly as its pressed On', async () => {
		const [on, off] = ['on', 'off'].map((way) => desk.getByRole('button', { name: `All on: all ${way}` }));
		await off!.and(desk.locator('[aria-pressed="true"]')).waitFor();
		const ground = await tokenOn(desk, 'tile-off');
		const contrast = async (way: Locator) =>
			contrastOf(await way.evaluate((button) => getComputedStyle(button).backgroundColor), ground);
		const offs = await contrast(off!);
		await on!.click();
		await on!.and(desk.locator('[aria-pressed="true"]')).waitFor();
		expect(offs).toBeGreaterThan(await contrast(on!));
		await off!.click();
		await off!.and(desk.locator('[aria-pressed="true"]')).waitFor();
	});

	it('one is deleted after being asked, on every dashboard, with the keyboard alone', async () => {
		await desk.getByRole('link', { name: 'Edit Evening' }).press('Enter');
		await desk.getByRole('button', { name: 'Delete' }).press('Enter');
		const dialog = desk.getByRole('dialog', { name: 'Delete Evening?' });
		await dialog.waitFor();
		expect(await desk.evaluate(() => document.activeElement?.textContent)).toContain('Cancel');
		await dialog.getByRole('button', { name: 'Delete' }).press('Enter');
		await tile(phone, 'Evening').waitFor({ state: 'detached' });
		await desk.getByRole('link', { name: 'Edit All on' }).waitFor();
	});
});

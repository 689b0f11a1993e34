import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { BrowserHouse } from './harness/browser-house.ts';
import { DESK } from './harness/chromium.ts';

const HOUSE = [
	['Kitchen', 'Worktop', ['Ceiling light', 'Fan']],
	['Hall', 'Stairs', ['Stair light']],
	['Kitchen', 'Shelf', ['Shelf light']],
] as const;

const house = new BrowserHouse();
const boards = new Map<string, Awaited<ReturnType<BrowserHouse['add']>>>();
let desk: Page;

beforeAll(async () => {
	await house.start();
	for (const [room, name, relays] of HOUSE) {
		boards.set(name, await house.add(name, [...relays]));
		await house.owner.call('PATCH', `/devices/${boards.get(name)!.id}`, { room });
	}
	desk = await house.open('/', house.owner, { viewport: DESK });
	await tile(desk, 'Stair light').waitFor();
});
afterAll(() => house.remove());
afterEach(() => expect(house.complaints.splice(0)).toEqual([]));

const tile = (page: Page, name: string) => page.getByRole('switch', { name }).first();
const room = (page: Page, name: string) => page.getByRole('region', { name });
const sheet = (page: Page) => page.getByRole('dialog');
const relay = (name: string, id: number) => house.view.relay(boards.get(name)!.id, id)!;

async function switchTo(name: string, id: number, on: boolean): Promise<void> {
	await house.view.setRelay(boards.get(name)!.id, id, on);
	await house.view.until(() => relay(name, id).reported === on && relay(name, id).wanted === null);
}

it('a list of tiles is one stop of Tab; arrow keys go from tile to tile and to its “…”, also across rooms', async () => {
	const focus = () =>
		desk.evaluate(() => {
			const { ariaLabel, textContent } = document.activeElement!;
			return ariaLabel ?? document.activeElement!.querySelector('b')?.textContent ?? textContent;
		});
	const press = async (key: string) => {
		await desk.keyboard.press(key);
		return focus();
	};
	const kitchen = room(desk, 'Kitchen').locator('.tile__press');
	const stops = async () =>
		(await kitchen.evaluateAll((all) => all.map((one) => (one as HTMLElement).tabIndex))).sort();
	await expect.poll(stops).toEqual([-1, -1, 0]);
	await kitchen.first().focus();
	expect(await press('ArrowRight')).toBe('More about Ceiling light');
	expect(await press('ArrowRight')).toBe('Fan');
	expect(await press('ArrowDown')).toBe('Shelf light');
	expect(await press('Home')).toBe('Ceiling light');
	expect(await press('End')).toBe('Shelf light');
	expect(await press('PageDown')).toBe('Stair light');
	expect(await press('PageUp')).toBe('Ceiling light');
	expect(await press('Control+End')).toBe('Stair light');
	expect(await press('ArrowLeft')).toBe('Shelf light');
	// Where somebody was is the stop of the list from then on.
	expect(await kitchen.last().evaluate((one) => (one as HTMLElement).tabIndex)).toBe(0);
	expect(await stops()).toEqual([-1, -1, 0]);
	await press('Tab');
	expect(await desk.evaluate(() => document.activeElement!.closest('[aria-labelledby="room-1"] .tiles'))).toBeNull();
	await kitchen.last().focus();
	await press('Shift+F10');
	await sheet(desk).getByRole('heading', { name: 'Shelf light' }).waitFor();
	await desk.keyboard.press('Escape');
	await sheet(desk).waitFor({ state: 'detached' });
	expect(await focus()).toBe('Shelf light');
});

it('a tile’s sheet shows a countdown, prolongs it, takes a time of one’s own, and ends it while the relay stays on', async () => {
	await switchTo('Worktop', 2, false);
	await tile(desk, 'Fan').click({ button: 'right' });
	const press = (name: string) => sheet(desk).getByRole('button', { name, exact: true }).click();
	await press('15 min');
	await sheet(desk)
		.getByText(/^Off at .+ · 1[45] of 15 min left$/)
		.waitFor();
	await press('15 min more');
	await sheet(desk)
		.getByText(/^Off at .+ · (29|30) of 30 min left$/)
		.waitFor();
	// The history tells it in whole seconds.
	await sheet(desk)
		.getByText(/^On, (30 min|29 min \d+ s)$/)
		.waitFor();
	await press('Other…');
	const field = sheet(desk).getByRole('spinbutton', { name: 'Minutes' });
	await expect.poll(() => field.evaluate((node) => node === document.activeElement)).toBe(true);
	await field.fill('90');
	await field.press('Enter');
	await sheet(desk)
		.getByText(/(1 h 30 min left|(89|90) of 90 min left)$/)
		.waitFor();
	// The field has gone with the focus.
	expect(await desk.evaluate(() => document.activeElement!.textContent)).toBe('Other…');
	await press('Stay on');
	await house.view.until(() => relay('Worktop', 2).offAt === null);
	expect(relay('Worktop', 2).reported).toBe(true);
	await expect
		.poll(() =>
			sheet(desk)
				.getByText(/^Off at/)
				.count(),
		)
		.toBe(0);
	await press('Close');
	await switchTo('Worktop', 2, false);
});

it('a room leaves on what is left out of “All off”, and names it', async () => {
	const { id } = boards.get('Shelf')!;
	const path = `/devices/${id}/config`;
	const leave = async (notInAllOff: boolean) => {
		const { plan, config } = await house.owner.call<{ plan: { relays: object[] }; config: { version: number } }>(
			'GET',
			path,
		);
		Object.assign(plan.relays[0]!, { notInAllOff });
		await house.owner.call('PUT', path, { version: config.version, ...plan });
	};
	await leave(true);
	await switchTo('Worktop', 1, true);
	await switchTo('Shelf', 1, true);
	await expect.poll(() => room(desk, 'Kitchen').textContent()).toContain('2 on');
	await room(desk, 'Kitchen').getByRole('button', { name: 'All off in Kitchen' }).click();
	await desk.getByText('Left out, still on: Shelf light.').waitFor();
	await house.view.until(() => relay('Worktop', 1).reported === false);
	expect(relay('Shelf', 1).reported).toBe(true);
	// Nothing is left that it would switch off.
	await expect
		.poll(() =>
			room(desk, 'Kitchen')
				.getByRole('button', { name: /^All off/ })
				.count(),
		)
		.toBe(0);
	await leave(false);
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BrowserHouse } from './harness/browser-house.ts';

describe('a board that comes up as one the hub knows already', () => {
	const house = new BrowserHouse();

	beforeAll(() => house.start());
	afterAll(async () => {
		expect(house.complaints).toEqual([]);
		await house.remove();
	});

	it('is shown as waiting where its set-up is watched, and replacing a device with it is said once', async () => {
		const { owner, hub, view } = house;
		const first = await owner.addVirtualBoard({ name: 'Shed' });
		const board = hub.board(await owner.configFile(first.id), 'flash');
		await view.until(() => view.device('Shed')?.presence.state === 'online');
		board.stop();
		const second = await owner.addVirtualBoard({ name: 'Shed again' });
		const page = await house.open(`/pending/${second.id}`);
		await page.getByRole('timer').waitFor();
		const file = await owner.configFile(second.id);
		hub.board(file, 'flash');
		await page.getByText('Its board waits for a decision under Pending devices.').waitFor();
		const elsewhere = await house.open(`/pending/${second.id}`);
		await elsewhere.getByRole('link', { name: 'To the decision' }).click();
		await elsewhere.getByRole('button', { name: 'Claim this device' }).click();
		const dialog = elsewhere.getByRole('dialog');
		await dialog.getByRole('button', { name: 'Replace Shed' }).click();
		await dialog.waitFor({ state: 'detached' });
		const toasts = elsewhere.locator('.toast');
		await toasts.getByText('Shed is claimed and in My devices.').waitFor();
		await expect.poll(() => toasts.count()).toBe(1);
		await page.getByText('Shed is in My devices.').waitFor();
		await page.getByRole('link', { name: 'To Shed' }).waitFor();
	});

	it('leaves the focus at the nearest heading when it goes, or only its connection, while the decision is asked', async () => {
		const { owner, hub, view } = house;
		const first = await owner.addVirtualBoard({ name: 'Barn' });
		const known = hub.board(await owner.configFile(first.id), 'barn');
		await view.until(() => view.device('Barn')?.presence.state === 'online');
		known.stop();
		const second = await owner.addVirtualBoard({ name: 'Barn again' });
		const file = await owner.configFile(second.id);
		const awaiting = () => [...view.pending.values()].find(({ state }) => state === 'awaiting');
		const board = hub.board(file, 'barn');
		await view.until(awaiting);
		await owner.addVirtualBoard({ name: 'Loft' });
		const page = await house.open('/devices');
		const claim = page.getByRole('button', { name: 'Claim this device' });
		const dialog = page.getByRole('dialog');
		const focused = () => page.evaluate(() => document.activeElement?.textContent.trim().slice(0, 20));
		await claim.press('Enter');
		await dialog.waitFor();
		board.stop();
		await expect.poll(() => claim.isDisabled()).toBe(true);
		await page.keyboard.press('Escape');
		await dialog.waitFor({ state: 'detached' });
		await expect.poll(focused).toBe('Barn again');
		hub.board(file, 'barn');
		await expect.poll(() => claim.isEnabled()).toBe(true);
		await claim.press('Enter');
		await dialog.waitFor();
		await owner.call('POST', `/awaiting/${awaiting()!.id}/reject`);
		await dialog.waitFor({ state: 'detached' });
		await expect.poll(focused).toBe('Pending devices');
	});
});

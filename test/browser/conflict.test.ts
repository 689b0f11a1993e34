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
		expect(await toasts.count()).toBe(1);
		await page.getByText('Shed is in My devices.').waitFor();
		await page.getByRole('link', { name: 'To Shed' }).waitFor();
	});
});

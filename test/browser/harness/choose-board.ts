import type { Page } from 'playwright-core';

/** Chooses a board in the first step of the wizard, by its name. */
export async function chooseBoard(page: Page, name: string): Promise<void> {
	await page.getByLabel('Board').click();
	const list = page.getByRole('dialog', { name: 'Choose a board' });
	await list.getByRole('button', { name }).click();
	await list.waitFor({ state: 'detached' });
}

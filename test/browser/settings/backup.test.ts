import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { BackupView } from '../../../protocol/dashboard/backup.ts';
import { API } from '../../../protocol/dashboard/limits.ts';
import { PASSPHRASE, restoreInto } from '../../harness/backup/crafted.ts';
import { PASSWORD } from '../../harness/browser-session.ts';
import { memberOf } from '../../harness/people/member.ts';
import { violations } from '../harness/axe.ts';
import { BrowserHouse } from '../harness/browser-house.ts';

const house = new BrowserHouse();
let page: Page;
beforeAll(async () => {
	await house.start();
	page = await house.open('/settings');
});
afterAll(() => house.remove());
afterEach(() => expect(house.complaints.splice(0)).toEqual([]));

const card = () => page.getByRole('region', { name: 'Backup' });

it('the owner downloads a backup, which its passphrase opens', async () => {
	await card().getByText('No backup has been made yet.').waitFor();
	expect(await violations(page)).toEqual([]);
	await card().getByLabel('Passphrase of the file').fill(PASSPHRASE);
	const current = card().getByLabel('Your current password');
	await current.fill('not my password');
	await card().getByRole('button', { name: 'Download' }).click();
	await card().getByText('Your current password is wrong.').waitFor();
	expect(house.complaints.splice(0)).toEqual([expect.stringContaining('status of 400')]);
	expect(await violations(page)).toEqual([]);
	await current.fill(PASSWORD);
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		card().getByRole('button', { name: 'Download' }).click(),
	]);
	expect(download.suggestedFilename()).toMatch(/^mooring-[\da-f]{8}-.+\.age$/);
	const read = await restoreInto(house.hub.data, readFileSync(await download.path()));
	expect(read).toMatchObject({ ok: true });
	if (read.ok) read.value.discard();
	await card()
		.getByText(/^The last backup was made just now/)
		.waitFor();
	for (const label of ['Passphrase of the file', 'Your current password'])
		expect(await card().getByLabel(label).inputValue()).toBe('');
});

it('the owner switches on nightly backups, makes one now, and sees it', async () => {
	await card()
		.getByRole('checkbox', { name: /Every night/ })
		.check();
	await card().getByLabel('Passphrase of these files').fill(PASSPHRASE);
	await card().getByLabel('Your current password').nth(1).fill(PASSWORD);
	await card().getByLabel('Days that are kept').fill('200');
	await card().getByText('A whole number from 1 to 90.').waitFor();
	expect(await violations(page)).toEqual([]);
	await card().getByLabel('Days that are kept').fill('10');
	await card().getByRole('button', { name: 'Apply' }).click();
	await card().getByLabel('New passphrase').fill('not saved yet, not lost');
	await card().getByRole('button', { name: 'Make one now' }).click();
	await card()
		.getByText(/^1 file is there\./)
		.waitFor();
	expect(await card().getByLabel('New passphrase').inputValue()).toBe('not saved yet, not lost');
	await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Activity' }).click();
	const leaving = page.getByRole('dialog', { name: 'Leave the settings without saving?' });
	await leaving.getByRole('button', { name: 'Cancel' }).click();
	const { nightly } = await house.owner.call<BackupView>('GET', '/backup');
	expect(nightly).toMatchObject({ on: true, keepDaily: 10, keepWeekly: 4, hasPassphrase: true });
	expect(readdirSync(join(house.hub.data, 'backups'))).toHaveLength(1);
});

it('asks for the password, and says why, where somebody keeps more files by now than the page has read', async () => {
	const tab = await house.open('about:blank');
	let held = false;
	await tab.route(`**${API}/backup`, async (route) => {
		if (held) return; // what the page asks for again is not answered
		await route.continue();
	});
	await tab.goto('/settings');
	const nightly = tab.getByRole('region', { name: 'Backup' });
	const days = nightly.getByLabel('Days that are kept');
	await days.waitFor();
	held = true;
	await house.owner.call('PUT', '/backup/settings', { keepDaily: 30 });
	await days.fill('20');
	await nightly.getByRole('button', { name: 'Apply' }).click();
	const why = 'Somebody has chosen to keep more files meanwhile. Keeping fewer deletes some: a password is needed.';
	await nightly.getByText(why).waitFor();
	const current = nightly.locator('#nightly-proof:focus');
	expect(house.complaints.splice(0)).toEqual([expect.stringContaining('status of 400')]);
	await current.fill(PASSWORD);
	await nightly.getByRole('button', { name: 'Apply' }).click();
	await nightly.locator('#nightly-proof').waitFor({ state: 'detached' });
	expect((await house.owner.call<BackupView>('GET', '/backup')).nightly.keepDaily).toBe(20);
	await tab.close();
});

it('a member sees nothing of it', async () => {
	const bens = await house.open('/settings', await memberOf(house.hub));
	await bens.getByRole('region', { name: 'About this hub' }).waitFor();
	expect(await bens.getByRole('region', { name: 'Backup' }).count()).toBe(0);
});

it('the commands that restore one stand alone, each with its copy button', async () => {
	const phone = await house.open('/settings', house.owner, { viewport: { width: 320, height: 640 } });
	const commands = phone.getByRole('region', { name: 'Backup' }).getByRole('group', { name: 'Command' });
	await commands.nth(1).waitFor();
	expect(await commands.allTextContents()).toEqual([
		'npm run hub -- restore --replace FILE',
		'docker compose stop\ndocker compose run --rm mooring node dist/cli.js restore --replace FILE',
	]);
	const copy = phone.getByRole('region', { name: 'Backup' }).getByRole('button', { name: 'Copy the command' });
	expect(await copy.count()).toBe(2);
	expect(await violations(phone)).toEqual([]);
	await phone.close();
});

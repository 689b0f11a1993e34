import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { PASSPHRASE } from '../../harness/backup/crafted.ts';
import { PASSWORD } from '../../harness/browser-session.ts';
import { TestHub } from '../../harness/hub.ts';
import { violations } from '../harness/axe.ts';
import { launch, openPage } from '../harness/chromium.ts';
import { watchProgress } from '../harness/progress.ts';

const TIMEOUT_MS = 120_000;

let browser: Browser;
let hub: TestHub;
let page: Page;
let file: { name: string; mimeType: string; buffer: Buffer };

beforeAll(async () => {
	const old = await new TestHub().start();
	const anna = await old.owner();
	await anna.call('POST', '/legacy-devices', { name: 'Old pump', relays: [{ id: 1, name: 'Pump' }] });
	const answer = await anna.request('POST', '/backup', { passphrase: PASSPHRASE, current: PASSWORD });
	const buffer = Buffer.from(await answer.arrayBuffer());
	file = { name: 'mooring.age', mimeType: 'application/octet-stream', buffer };
	await old.remove();
	browser = await launch();
}, TIMEOUT_MS);
afterAll(async () => {
	await hub?.remove();
	await browser?.close();
});

beforeEach(async () => {
	await hub?.remove();
	hub = await new TestHub().start();
	({ page } = await openPage(browser, hub.origin, { reducedMotion: 'reduce' }));
	await page.goto(`/setup#code=${hub.setUpCode}`);
	await page.getByRole('button', { name: 'Restore a backup instead' }).click();
	await page.getByRole('heading', { name: 'Restore a backup' }).waitFor();
});

const passphrase = () => page.getByLabel('Passphrase of the file', { exact: true });
const submit = () => page.getByRole('button', { name: 'Restore', exact: true }).click();

describe('the set-up page of a fresh hub', { timeout: TIMEOUT_MS }, () => {
	it('restores a backup, shows how far it is, leads to the sign-in by itself, and says that the old hub must stay off', async () => {
		await page.getByText('The hub that the backup was made on must stay off.').waitFor();
		expect(await page.getByLabel('Set-up code').inputValue()).toBe(hub.setUpCode);
		expect(await violations(page)).toEqual([]);
		await page.getByLabel('Backup file').setInputFiles(file);
		await passphrase().fill('not the passphrase');
		await submit();
		await page.getByText('The passphrase does not open this backup. Nothing was changed.').waitFor();
		expect(await violations(page)).toEqual([]);
		// What was typed and chosen is still there, and the file need not be sent again.
		const sent: string[] = [];
		page.on('request', (request) => void sent.push(new URL(request.url()).pathname));
		const seen = await watchProgress(page);
		await passphrase().fill(PASSPHRASE);
		await submit();
		await page.waitForURL('**/signin', { timeout: 60_000 });
		expect(sent).not.toContain('/api/v1/restore/file');
		expect(seen.size).toBeGreaterThan(0);
		await page.getByText('The hub that the backup was made on must stay off.').waitFor();
		await page.getByText(/The backup of .+ is in place\. Sign in/).waitFor();
		expect(await violations(page)).toEqual([]);
		await page.getByLabel('User name').fill('anna');
		await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
		await page.getByRole('button', { name: 'Sign in' }).click();
		await page.getByRole('navigation').getByRole('link', { name: 'Devices' }).click();
		await page.getByText('Old pump').first().waitFor();
	});

	it('gives up sending the file when told to, and keeps what was typed', async () => {
		await page.route('**/restore/file', () => new Promise(() => undefined)); // never sent on
		await page.getByLabel('Backup file').setInputFiles(file);
		await passphrase().fill(PASSPHRASE);
		await submit();
		await page.getByRole('progressbar', { name: 'Sending the file to the hub' }).waitFor();
		expect(await violations(page)).toEqual([]);
		await page.getByRole('button', { name: 'Cancel' }).click();
		expect(await passphrase().inputValue()).toBe(PASSPHRASE);
		expect(await page.getByLabel('Backup file').evaluate((input: HTMLInputElement) => input.files?.length)).toBe(1);
		await page.unroute('**/restore/file');
		await page.getByLabel('Backup file').setInputFiles({ ...file, buffer: Buffer.from('my diary') });
		await submit();
		await page.getByText('This file is not a backup of a Mooring hub. Nothing was changed.').waitFor();
		await page.getByRole('button', { name: 'Set up a new hub instead' }).click();
		await page.getByRole('heading', { name: 'Set up this hub' }).waitFor();
	});
});

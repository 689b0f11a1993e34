import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestHub } from '../../harness/hub.ts';
import { ShiftedClock } from '../../harness/shifted-clock.ts';
import { DESK, PHONE } from '../harness/chromium.ts';
import { BrowserHouse } from '../harness/browser-house.ts';

const MINUTE_MS = 60_000;
/** The clock is set to this long before the end. */
const LAST_MS = 3_000;
/** What a guest with two relays of the gate must never be sent. */
const NOT_FOR_GUESTS = /Cellar|Heater|Freezer|Boiler room|127\.0\.0\.1/;

const hasZbar = () => spawnSync('zbarimg', ['--version']).status === 0;

/** What Debian's zbarimg reads in a picture. */
function readQr(file: string): string {
	return execFileSync('zbarimg', ['--quiet', '--raw', '-Sbinary', file]).toString().trim();
}

/** Everything that the page is sent: answers of the API, and frames of the live connection. */
function listen(page: Page): string[] {
	const heard: string[] = [];
	page.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => void heard.push(String(payload))));
	page.on('response', (response) => {
		if (response.url().includes('/api/'))
			void response.text().then(
				(text) => heard.push(text),
				() => undefined,
			);
	});
	return heard;
}

describe.skipIf(!hasZbar())('an owner at a desk and with a phone, and a guest with a phone', () => {
	const clock = new ShiftedClock();
	const house = new BrowserHouse(new TestHub({ clock }));
	const pictures = mkdtempSync(join(tmpdir(), 'mooring-qr-'));
	let gate: string;
	beforeAll(async () => {
		await house.start();
		gate = (await house.add('Gate', ['Opener', 'Lamp'])).id;
		await house.add('Cellar', ['Heater', 'Freezer']);
		await house.owner.addVirtualBoard({ name: 'Boiler room' });
	});
	afterAll(async () => {
		await house.remove();
		rmSync(pictures, { recursive: true, force: true });
	});

	it('the guest reads the code, sees two relays and nothing else, switches one, and loses it at the set minute', async () => {
		const desk = await house.open('/', house.owner, { viewport: DESK });
		const phone = await house.open('/people', house.owner, { viewport: PHONE });
		await phone.getByRole('button', { name: 'Invite' }).click();
		const dialog = phone.getByRole('dialog', { name: 'Invite somebody' });
		const add = dialog.getByLabel('Add room, device or relay…');
		await add.selectOption({ label: 'Opener' });
		await add.selectOption({ label: 'Lamp' });
		await dialog.getByLabel('Lamp, Gate: may').selectOption('See');
		await dialog.getByText('Other…', { exact: true }).click();
		const until = Math.ceil(clock.now() / MINUTE_MS + 10) * MINUTE_MS;
		await dialog.getByLabel('Date and time').fill(new Date(until).toISOString().slice(0, 16));
		await dialog.getByRole('button', { name: 'Make link' }).click();
		const picture = join(pictures, 'qr.png');
		await dialog.getByRole('img', { name: 'QR code of the invitation' }).screenshot({ path: picture });
		const link = readQr(picture);
		expect(link).toBe(await dialog.getByRole('group', { name: 'Link of the invitation' }).innerText());

		const guest = await house.open('about:blank', null, { viewport: PHONE, colorScheme: 'dark' });
		const heard = listen(guest);
		await guest.goto(link);
		await guest.getByLabel('User name').fill('Mia');
		await guest.getByLabel('Password', { exact: true }).fill('four random words');
		await guest.getByRole('button', { name: 'Accept' }).click();
		const tiles = guest.getByRole('main').getByRole('listitem');
		const opener = guest.getByRole('switch', { name: /^Opener/ });
		await opener.click();
		await expect.poll(() => house.view.relay(gate, 1)!.reported).toBe(true);
		expect(house.view.relay(gate, 1)!.by).toBe('Mia');
		await desk.getByRole('switch', { name: /^Opener/, checked: true }).waitFor();
		await tiles.getByText('Lamp').waitFor();
		expect([await tiles.count(), await guest.getByRole('switch').count()]).toEqual([2, 1]);

		clock.set(until - LAST_MS);
		await opener.waitFor({ state: 'detached' });
		expect(await tiles.count()).toBe(0);
		expect(clock.now()).toBeGreaterThanOrEqual(until);
		await desk.getByRole('switch', { name: /^Opener/, checked: true }).waitFor();
		expect(heard.join('\n')).toContain('Opener');
		expect(heard.filter((text) => NOT_FOR_GUESTS.test(text))).toEqual([]);
	});
});

import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { findBoard } from '../../../hub/boards/catalogue.ts';
import type { PendingView } from '../../../protocol/dashboard/pending.ts';
import type { BrowserSession } from '../../harness/browser-session.ts';
import { TestHub } from '../../harness/hub.ts';
import { putImage } from '../../harness/images.ts';
import type { ChipOptions } from '../../harness/boards/serial-chip.ts';
import { flashBytes, injectChip, withChip } from '../../harness/boards/serial-chip/inject.ts';
import { violations } from '../harness/axe.ts';
import { launch, openPage } from '../harness/chromium.ts';

const WIFI = { ssid: 'HomeOfOurs', password: 'quite a secret' };
const CHIP: ChipOptions = {
	kind: 'ESP8266',
	mac: [0x5c, 0xcf, 0x7f, 0xaa, 0xbb, 0xcc],
	flashBytes: 0x400000,
	configOffset: 0x3fb000,
	firmware: ['mooring 0.1.0', 'on Wi-Fi HomeOfOurs, 192.168.1.23'],
	blockMs: 5,
};
const CODE = 'ESP_5CCF7FAABBCC';
/** esptool-js takes its time to count what it writes. */

describe('flashing a board from the page', () => {
	const hub = new TestHub();
	let owner: BrowserSession;
	let browser: Browser;
	let context: BrowserContext;
	let page: Page;
	/** all the page's console was told */
	let spoken: string[];

	beforeAll(async () => {
		await hub.start();
		owner = await hub.owner();
		browser = await launch();
	});
	afterEach(async () => {
		await context?.close();
		rmSync(join(hub.data, 'images'), { recursive: true, force: true });
	});
	afterAll(async () => {
		await browser?.close();
		await hub.remove();
	});

	function pend(board: string): Promise<PendingView> {
		const gpio = findBoard(board)!.relayPins[0]!;
		const relays = [{ id: 1, name: 'Pump', gpio, activeLow: false }];
		return owner.call('POST', '/pending', { name: 'Boiler room', board, relays, sensors: [], wifi: WIFI });
	}

	async function open(id: string, chip?: Partial<ChipOptions>, script?: string): Promise<void> {
		({ page, context } = await openPage(browser, hub.origin));
		const [name, value] = owner.cookie.split('=') as [string, string];
		await context.addCookies([{ name, value, url: hub.origin }]);
		spoken = [];
		page.on('console', (message) => spoken.push(message.text()));
		page.on('pageerror', (error) => spoken.push(`ERROR ${String(error)}`));
		if (chip) await injectChip(page, { ...CHIP, ...chip });
		if (script) await page.addInitScript({ content: script });
		await page.goto(`/pending/${id}`);
	}
	const button = (name: string) => page.getByRole('button', { name, exact: true });
	const step = (title: string) => page.locator('.rope li', { hasText: title }).getAttribute('data-step');
	const alert = (words: string) => page.getByRole('alert').filter({ hasText: words });

	it.each([
		['d1-mini', 'ESP8266', 0x3fb000],
		['esp32-devkit', 'ESP32', 0x3d0000],
		['esp32-c3-supermini', 'ESP32-C3', 0x3d0000],
	] as const)(
		'writes every byte of %s where it belongs, and follows it until it is claimed',
		async (board, kind, at) => {
			const image = putImage(hub.data, board);
			const { id, code } = await pend(board);
			await open(id, { kind, configOffset: at });
			await expect.poll(() => step('Pending device made')).toBe('done');
			await expect.poll(() => page.getByText(`Its code is ${code}`).count()).toBe(1);

			const seen = new Set<string>();
			await page.exposeFunction('seen', (text: string) => void seen.add(text));
			await page.evaluate(() => {
				const { seen } = window as unknown as { seen: (text: string) => void };
				const look = () => {
					const bar = document.querySelector('[role=progressbar]');
					if (bar)
						seen(
							`${bar.getAttribute('aria-valuenow')}% ${bar.closest('.progress')!.querySelector('span')!.textContent}`,
						);
				};
				new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true });
			});
			await button('Choose port and flash').click();
			await page.getByText(`Board ${CODE}`).waitFor();
			await page.getByRole('heading', { name: 'Written and verified' }).waitFor();

			for (const { offset, bytes } of image.parts)
				expect((await flashBytes(page, offset, bytes.length)).equals(bytes), `part at ${offset}`).toBe(true);
			const config = Buffer.from(await owner.configFile(id));
			const written = await flashBytes(page, at, config.length);
			expect(written.equals(config)).toBe(true);
			const total = Math.ceil((image.parts.reduce((sum, { bytes }) => sum + bytes.length, 0) + config.length) / 1_000);
			expect(
				[...seen].some((text) => new RegExp(`^[1-9]\\d% Writing, \\d+ of ${total} kB$`).test(text)),
				[...seen].join(),
			).toBe(true);
			expect(await withChip(page, (chip) => chip.opened())).toEqual([115_200, 460_800, 115_200]);

			await page.getByText('on Wi-Fi HomeOfOurs, 192.168.1.23').waitFor();
			await expect.poll(() => step('On Wi-Fi')).toBe('done');
			expect(await step('Hub found')).toBe('now');
			await expect.poll(() => page.getByText(`Its code is ${CODE}`).count()).toBe(1);
			const { pending } = await owner.call<{ pending: PendingView[] }>('GET', '/pending');
			expect(pending.find((one) => one.id === id)?.code).toBe(CODE);
			expect(await violations(page)).toEqual([]);
			await withChip(page, (chip) => chip.say('found the hub at 192.168.1.4:8080'));
			await expect.poll(() => step('Hub found')).toBe('done');

			// What now lies in the flash lets a board in.
			hub.board(written, id);
			await page.getByRole('heading', { name: 'Connected' }).first().waitFor();
			expect(await step('Claimed')).toBe('done');
			await expect.poll(() => page.getByText('found the hub at').count()).toBe(1);
			for (const secret of [WIFI.password, ...hexKeys(config)]) {
				expect(spoken.join('\n')).not.toContain(secret);
				expect(await page.content()).not.toContain(secret);
			}
			expect(spoken.filter((text) => text.startsWith('ERROR'))).toEqual([]);
		},
	);

	it('says what a pulled cable means, and writes all of it at the next try', async () => {
		const image = putImage(hub.data, 'd1-mini');
		const { id } = await pend('d1-mini');
		await open(id, {});
		await button('Choose port and flash').waitFor();
		await withChip(page, (chip) => (chip.pullAfter = 90_000));
		const began = Date.now();
		await button('Choose port and flash').click();
		await alert('The cable was pulled').waitFor();
		expect(Date.now() - began).toBeLessThan(10_000);
		await expect.poll(() => page.getByText('The board is not broken').count()).toBe(1);
		expect(await violations(page)).toEqual([]);
		await withChip(page, (chip) => chip.plug());
		await button('Try again').click();
		await page.getByRole('heading', { name: 'Written and verified' }).waitFor();
		const { bytes } = image.parts[0]!;
		expect((await flashBytes(page, 0, bytes.length)).equals(bytes)).toBe(true);
		await page.getByText('on Wi-Fi HomeOfOurs').waitFor();
	});

	it('writes nothing to another chip than the image is for', async () => {
		putImage(hub.data, 'd1-mini');
		const { id } = await pend('d1-mini');
		await open(id, { kind: 'ESP32' });
		await button('Choose port and flash').click();
		await alert('This is an ESP32, but the firmware is for an ESP8266.').waitFor();
		expect((await flashBytes(page, 0, 4_096)).every((byte) => byte === 0x5a)).toBe(true);
		expect(await button('Try again').isEnabled()).toBe(true);
	});

	it('says so when no port was chosen, when the port is busy, and when nobody answers', async () => {
		putImage(hub.data, 'd1-mini');
		const { id } = await pend('d1-mini');
		await open(id, {});
		await button('Choose port and flash').waitFor();
		await withChip(page, (chip) => (chip.dialogCancelled = true));
		await button('Choose port and flash').click();
		await alert('No port was chosen.').waitFor();
		await withChip(page, (chip) => {
			chip.dialogCancelled = false;
			chip.busy = true;
		});
		await button('Try again').click();
		await alert('The port could not be opened.').waitFor();
		await withChip(page, (chip) => {
			chip.busy = false;
			chip.mute = true;
		});
		await button('Try again').click();
		await alert('The board does not answer.').waitFor();
		await withChip(page, (chip) => (chip.mute = false));
		await button('Try again').click();
		await page.getByRole('heading', { name: 'Written and verified' }).waitFor();
	});

	it('can be stopped in the middle, and leaves the port free', async () => {
		putImage(hub.data, 'd1-mini');
		const { id } = await pend('d1-mini');
		await open(id, { blockMs: 100 });
		await button('Choose port and flash').click();
		await page.getByRole('progressbar').waitFor();
		await button('Cancel').click();
		await alert('You stopped it.').waitFor();
		await button('Try again').click();
		await page.getByRole('heading', { name: 'Written and verified' }).waitFor();
	});

	it('writes nothing where a part comes damaged from the hub', async () => {
		putImage(hub.data, 'd1-mini');
		const { id } = await pend('d1-mini');
		await open(id, {});
		await page.route('**/images/d1-mini/firmware.bin', (route) => route.fulfill({ body: 'not the image' }));
		await button('Choose port and flash').click();
		await alert('d1-mini-firmware.bin could not be fetched').waitFor();
		expect((await flashBytes(page, 0, 4_096)).every((byte) => byte === 0x5a)).toBe(true);
	});

	it('tells a board without its config from one that works', async () => {
		putImage(hub.data, 'd1-mini');
		const { id } = await pend('d1-mini');
		await open(id, { configOffset: 0x100000 });
		await button('Choose port and flash').click();
		await page.getByText('It does not find its config file.').waitFor();
	});

	it('gives the files and the exact command to those who take esptool', async () => {
		putImage(hub.data, 'esp32-devkit');
		const { id } = await pend('esp32-devkit');
		await open(id, {});
		const command = await page.getByRole('group', { name: 'Command' }).textContent();
		expect(command).toBe(
			'esptool --chip esp32 write-flash 0x1000 esp32-devkit-bootloader.bin 0x8000 esp32-devkit-partitions.bin ' +
				'0xe000 esp32-devkit-boot_app0.bin 0x10000 esp32-devkit-firmware.bin 0x3d0000 boiler-room.mooring',
		);
		for (const name of ['esp32-devkit-firmware.bin', 'boiler-room.mooring']) {
			const download = page.waitForEvent('download');
			await page.getByRole('link', { name: new RegExp(name) }).click();
			expect((await download).suggestedFilename()).toBe(name);
		}
	});

	it.each([
		['a browser without Web Serial', '', 'This browser cannot reach USB ports.'],
		['plain HTTP', `Object.defineProperty(window, 'isSecureContext', { value: false });`, 'loaded over plain HTTP'],
	])('says why with %s, and offers the other ways', async (_, script, words) => {
		putImage(hub.data, 'd1-mini');
		const { id } = await pend('d1-mini');
		await open(id, undefined, `Object.defineProperty(navigator, 'serial', { value: undefined });${script}`);
		await page.getByText(words).waitFor();
		expect(await button('Choose port and flash').count()).toBe(0);
		await expect.poll(() => page.getByRole('heading', { name: 'Files for esptool' }).count()).toBe(1);
		expect(await violations(page)).toEqual([]);
	});

	it('says so where the hub has no image, and offers what there is', async () => {
		const { id } = await pend('nodemcu-v2');
		await open(id, {});
		await page.getByText('This hub has no ready image for ESP8266 NodeMCU v2.').waitFor();
		await page.getByRole('link', { name: 'Download config file' }).waitFor();
		expect(await violations(page)).toEqual([]);
	});
});

/** The registration key in it, as a log might show it. */
function hexKeys(config: Buffer): string[] {
	const pieces = [];
	for (let at = 12; at + 16 < Math.min(config.length, 120); at++) pieces.push(config.toString('hex', at, at + 16));
	return pieces;
}

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decodeConfigFile } from '../../protocol/config-file.ts';
import { FlashPlan, ImageList } from '../../protocol/dashboard/flash.ts';
import type { PendingView } from '../../protocol/dashboard/pending.ts';
import type { BrowserSession } from '../harness/browser-session.ts';
import { TestHub } from '../harness/hub.ts';
import { type MadeImage, putImage } from '../harness/images.ts';

const WIFI = { ssid: 'HomeOfOurs', password: 'quite a secret' };
const FIRMWARE = {
	'platformio.ini': strToU8('[env:d1-mini]\nplatform = espressif8266\n\n[env:esp32-devkit]\nplatform = espressif32\n'),
	'core/board.cpp': strToU8('// the board'),
	'platform/esp8266/main.cpp': strToU8('// main'),
};

describe('images and projects over REST', () => {
	const folder = mkdtempSync(join(tmpdir(), 'mooring-firmware-'));
	const sources = join(folder, 'firmware.zip');
	writeFileSync(sources, zipSync(FIRMWARE));
	const hub = new TestHub({ firmwareSources: sources });
	let owner: BrowserSession;
	let image: MadeImage;

	beforeAll(async () => {
		await hub.start();
		owner = await hub.owner();
		image = putImage(hub.data, 'd1-mini', '0.1.0');
	});
	afterAll(async () => {
		await hub.remove();
		rmSync(folder, { recursive: true });
	});

	function pend(board: string): Promise<PendingView> {
		const relays = [
			{ id: 1, name: 'Pump', gpio: board === 'virtual' ? 0 : board === 'd1-mini' ? 5 : 16, activeLow: false },
		];
		return owner.call('POST', '/pending', { name: 'Boiler room', board, relays, sensors: [], wifi: WIFI });
	}
	const bytes = async (path: string) => new Uint8Array(await (await owner.request('GET', path)).arrayBuffer());

	it('lists the images there are, and gives their bytes', async () => {
		const { images, faulty } = ImageList.parse(await owner.call('GET', '/images'));
		expect(images).toMatchObject([
			{ board: 'd1-mini', boardName: 'ESP8266 D1 mini', version: '0.1.0', chip: 'ESP8266' },
		]);
		expect(faulty).toEqual([]);
		const [part] = images[0]!.parts;
		expect(part).toMatchObject({ name: 'd1-mini-firmware.bin', url: '/api/v1/images/d1-mini/firmware.bin', offset: 0 });
		expect(await bytes('/images/d1-mini/firmware.bin')).toEqual(new Uint8Array(image.parts[0]!.bytes));
	});

	it.each([
		'/images/d1-mini/manifest.json',
		'/images/d1-mini/..%2f..%2fkey',
		'/images/nothing/firmware.bin',
		'/images/..%2f/key',
	])('gives nothing else: %s', async (path) => expect((await owner.request('GET', path)).status).toBe(404));

	it('needs somebody who is signed in', async () => {
		const { id } = await pend('d1-mini');
		for (const path of [
			'/images',
			'/images/d1-mini/firmware.bin',
			`/pending/${id}/flash`,
			`/pending/${id}/project.zip`,
		])
			expect((await hub.browser().request('GET', path)).status, path).toBe(401);
	});

	it('tells how a board is flashed: image and config with their offsets, the command, the project', async () => {
		const { id } = await pend('d1-mini');
		const plan = FlashPlan.parse(await owner.call('GET', `/pending/${id}/flash`));
		const config = await owner.configFile(id);
		expect(plan.image?.parts.map(({ url, offset, size }) => [url, offset, size])).toEqual([
			['/api/v1/images/d1-mini/firmware.bin', 0, image.parts[0]!.bytes.length],
			[`/api/v1/pending/${id}/config`, 0x3fb000, config.length],
		]);
		expect(plan.image?.command).toBe(
			'esptool --chip esp8266 write-flash 0x0 d1-mini-firmware.bin 0x3fb000 boiler-room.mooring',
		);
		expect(plan.project).toEqual({ name: 'boiler-room.zip', url: `/api/v1/pending/${id}/project.zip` });
	});

	it('makes a project whose only secrets are in its config file', async () => {
		const { id } = await pend('d1-mini');
		const files = unzipSync(await bytes(`/pending/${id}/project.zip`));
		const config = await owner.configFile(id);
		const read = decodeConfigFile(config);
		if (!read.ok) throw new Error(read.error);
		const key = Buffer.from(read.value.key);
		for (const [path, content] of Object.entries(files)) {
			const holds = (secret: Buffer | string) => Buffer.from(content).includes(secret);
			const own = path === 'boiler-room/secrets/board.mooring';
			for (const secret of [key, WIFI.password, WIFI.ssid]) expect(holds(secret), path).toBe(own);
			for (const form of [key.toString('hex'), key.toString('base64')]) expect(holds(form), path).toBe(false);
		}
		expect(files['boiler-room/secrets/board.mooring']).toEqual(config);
		expect(Object.keys(files)).toContain('boiler-room/core/board.cpp');
	});

	it('says by a code and in words what it does not have', async () => {
		const { id } = await pend('esp32-devkit');
		expect(await owner.call('GET', `/pending/${id}/flash`)).toMatchObject({
			image: null,
			whyNoImage: 'This hub has no ready image for ESP32 DevKit.',
			noImage: { fault: 'no-image-yet', params: { board: 'ESP32 DevKit' } },
			project: null,
			whyNoProject: 'This version of Mooring has no firmware for ESP32 DevKit yet.',
			noProject: { fault: 'no-firmware-for-board', params: { board: 'ESP32 DevKit' } },
		});
		const refused = await owner.request('GET', `/pending/${id}/project.zip`);
		expect([refused.status, await refused.json()]).toMatchObject([404, { code: 'not-found' }]);
	});

	it('takes the MAC that was read over USB as the code, and forgets it with the key', async () => {
		const { id, code } = await pend('d1-mini');
		const shown = async () =>
			(await owner.call<{ pending: PendingView[] }>('GET', '/pending')).pending.find((one) => one.id === id)?.code;
		expect(await shown()).toBe(code);
		await owner.call('PUT', `/pending/${id}/mac`, { mac: '5CCF7FAABBCC' });
		expect(await shown()).toBe('ESP_5CCF7FAABBCC');
		for (const mac of ['5ccf7faabbcc', '5CCF7FAABB', '<b>'])
			expect((await owner.request('PUT', `/pending/${id}/mac`, { mac })).status).toBe(400);
		await owner.call('POST', `/pending/${id}/renew`);
		expect(await shown()).toMatch(/^[0-9A-F]{4}-[0-9A-F]{4}$/);
	});

	it('gives nothing of a pending device that is gone', async () => {
		const { id } = await pend('d1-mini');
		await owner.call('DELETE', `/pending/${id}`);
		for (const path of [`/pending/${id}/flash`, `/pending/${id}/project.zip`])
			expect((await owner.request('GET', path)).status).toBe(404);
	});

	it('writes no secret into its log', () => {
		expect(JSON.stringify(hub.logged)).not.toContain(WIFI.password);
	});
});

import { chownSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getuid } from 'node:process';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { FirmwareView, PackInstalled, type PackProgress } from '../../protocol/dashboard/firmware.ts';
import type { FlashPlan, ImageList } from '../../protocol/dashboard/flash.ts';
import type { AuditPage } from '../../protocol/dashboard/history.ts';
import type { UpdatesView } from '../../protocol/dashboard/updates.ts';
import { BrowserSession } from '../harness/browser-session.ts';
import { HubProcess } from '../harness/hub-process.ts';
import { TestHub } from '../harness/hub.ts';
import { FIRMWARE_VERSION, putImage } from '../harness/images.ts';
import { madePack, relistedPack } from '../harness/packs/made-pack.ts';
import { firmwareOf, sendFile, sendPack, stalling } from '../harness/packs/send-pack.ts';
import { memberOf } from '../harness/people/member.ts';
import { SmallDisk } from '../harness/small-disk.ts';

const TIMEOUT_MS = 90_000;
/** a user who owns nothing */
const NOBODY = 65_534;
const BOARDS = ['d1-mini', 'esp32-devkit'];
let three: Uint8Array;
let four: Uint8Array;
let hub: TestHub;
let owner: BrowserSession;

const endings: (() => unknown)[] = [];
afterEach(async () => {
	for (const end of endings.splice(0).reverse()) await end();
});
beforeAll(async () => {
	[three, four] = await Promise.all([madePack('0.3.0', FIRMWARE_VERSION, BOARDS), madePack('0.4.0', '9.4.0', BOARDS)]);
});
beforeEach(async () => {
	hub = await new TestHub().start();
	endings.push(() => hub.remove());
	owner = await hub.owner();
});

const workIn = (data: string) => readdirSync(data).filter((name) => name.startsWith('work-'));
const readyOf = (view: FirmwareView) =>
	view.boards.flatMap(({ board, ready }) => (ready ? [`${board} ${ready.version} ${ready.from}`] : []));
const entries = async () =>
	(await owner.call<AuditPage>('GET', '/audit?kind=hub')).entries
		.filter(({ what }) => what.startsWith('firmware-'))
		.map(({ what, person, details }) => [what, person, details]);
async function pend(name: string): Promise<string> {
	const relays = [{ id: 1, name: 'Pump', gpio: 5, activeLow: false }];
	const wifi = { ssid: 'home', password: 'long enough' };
	return (await owner.addVirtualBoard({ name, board: 'd1-mini', relays, sensors: [], wifi })).id;
}

describe('a firmware pack', () => {
	it('makes the hub ready to flash boards, without a restart, and Activity says so', async () => {
		const id = await pend('Boiler room');
		expect((await owner.call<FlashPlan>('GET', `/pending/${id}/flash`)).image).toBeNull();
		expect(readyOf(await firmwareOf(owner))).toEqual([]);
		const { status, body } = await sendPack(owner, three);
		expect(status).toBe(200);
		expect(PackInstalled.parse(body)).toEqual({
			version: '0.3.0',
			installed: [
				{ board: 'd1-mini', boardName: 'ESP8266 D1 mini', version: FIRMWARE_VERSION },
				{ board: 'esp32-devkit', boardName: expect.any(String) as string, version: FIRMWARE_VERSION },
			],
			unknown: [],
			refused: [],
			older: false,
		});
		const plan = await owner.call<FlashPlan>('GET', `/pending/${id}/flash`);
		expect(plan.image).toMatchObject({ version: FIRMWARE_VERSION });
		expect((await owner.request('GET', plan.image!.parts[0]!.url.replace('/api/v1', ''))).status).toBe(200);
		const view = FirmwareView.parse(await firmwareOf(owner));
		expect(readyOf(view)).toEqual([`d1-mini ${FIRMWARE_VERSION} pack`, `esp32-devkit ${FIRMWARE_VERSION} pack`]);
		expect(view.packs).toMatchObject([{ version: '0.3.0', offered: 2, running: 0 }]);
		expect(await entries()).toEqual([['firmware-installed', 'anna', { version: '0.3.0', boards: 2 }]]);
		expect(workIn(hub.data)).toEqual([]);
	});

	it('is there after a restart of the hub', async () => {
		await sendPack(owner, three);
		await hub.stop();
		await hub.start();
		expect(readyOf(await firmwareOf(owner))).toEqual([
			`d1-mini ${FIRMWARE_VERSION} pack`,
			`esp32-devkit ${FIRMWARE_VERSION} pack`,
		]);
	});

	it('offers its firmware as an update, and stays beside a newer one until no board runs it', async () => {
		await sendPack(owner, three);
		const id = await pend('Boiler room');
		const board = hub.board(await owner.configFile(id));
		const view = await owner.open();
		endings.push(() => view.close());
		await view.until(() => view.device('Boiler room')?.vitals.firmware === FIRMWARE_VERSION);
		await sendPack(owner, four);
		const { outdated } = await owner.call<UpdatesView>('GET', '/updates');
		expect(outdated).toMatchObject([{ name: 'Boiler room', running: FIRMWARE_VERSION, newest: '9.4.0' }]);
		expect((await firmwareOf(owner)).packs).toMatchObject([
			{ version: '0.4.0', offered: 2, running: 0 },
			{ version: '0.3.0', offered: 0, running: 1 },
		]);
		board.cut();
		await owner.call('DELETE', `/devices/${view.device('Boiler room')!.id}`);
		await hub.stop();
		await hub.start();
		expect((await firmwareOf(owner)).packs).toMatchObject([{ version: '0.4.0' }]);
		expect((await entries())[0]).toEqual(['firmware-removed', null, { version: '0.3.0' }]);
	});

	it('is removed by hand: the next best is offered again, and Activity says who did', async () => {
		await sendPack(owner, four);
		await sendPack(owner, three);
		const [older, newer] = (await firmwareOf(owner)).packs;
		expect([older, newer]).toMatchObject([
			{ version: '0.3.0', offered: 0 },
			{ version: '0.4.0', offered: 2 },
		]);
		const left = FirmwareView.parse(await owner.call('DELETE', `/firmware/packs/${newer!.id}`));
		expect(readyOf(left)).toEqual([`d1-mini ${FIRMWARE_VERSION} pack`, `esp32-devkit ${FIRMWARE_VERSION} pack`]);
		expect((await owner.request('DELETE', `/firmware/packs/${newer!.id}`)).status).toBe(404);
		expect((await owner.request('DELETE', '/firmware/packs/..%2f..%2fmooring.db')).status).toBe(404);
		expect((await entries())[0]).toEqual(['firmware-removed', 'anna', { version: '0.4.0' }]);
	});

	it('goes behind what was put on the hub by hand, which is told', async () => {
		putImage(hub.data, 'd1-mini', '0.1.0');
		await sendPack(owner, three);
		const { boards } = await firmwareOf(owner);
		expect(boards.find(({ board }) => board === 'd1-mini')).toMatchObject({
			ready: { version: '0.1.0', from: 'folder', hidden: FIRMWARE_VERSION },
		});
		const { images } = await owner.call<ImageList>('GET', '/images');
		expect(images.map(({ board, version }) => `${board} ${version}`)).toEqual([
			'd1-mini 0.1.0',
			`esp32-devkit ${FIRMWARE_VERSION}`,
		]);
	});

	it('that is older than what the hub has is kept and told so', async () => {
		await sendPack(owner, four);
		expect((await sendPack(owner, three)).body).toMatchObject({ older: true });
		expect(readyOf(await firmwareOf(owner))).toEqual(['d1-mini 9.4.0 pack', 'esp32-devkit 9.4.0 pack']);
	});
});

describe('a file that is no good', () => {
	it('is refused in words, and what is there stays', async () => {
		await sendPack(owner, three);
		const before = await firmwareOf(owner);
		const later = relistedPack(four, () => ({ format: 2, version: '1.0.0' }));
		expect(await sendPack(owner, later)).toMatchObject({
			status: 409,
			body: { fault: 'pack-later', params: { version: '1.0.0' } },
		});
		const damaged = Uint8Array.from(four);
		damaged[damaged.length >> 1]! ^= 1;
		expect(await sendPack(owner, damaged)).toMatchObject({ status: 409, body: { fault: 'pack-damaged' } });
		expect(await sendPack(owner, new TextEncoder().encode('<!doctype html>'))).toMatchObject({
			body: { fault: 'not-a-pack' },
		});
		expect(await firmwareOf(owner)).toEqual(before);
		expect(workIn(hub.data)).toEqual([]);
	});

	it('or is too large is refused before it is sent', async () => {
		const answer = await owner.request('POST', '/firmware/packs', { bytes: 2 ** 30 });
		expect([answer.status, await answer.json()]).toMatchObject([
			409,
			{ fault: 'pack-too-large', params: { most: 64 } },
		]);
		expect(workIn(hub.data)).toEqual([]);
	});

	it('or was never announced is not read', async () => {
		expect(await sendFile(owner, 'nothing', four.subarray(0, 1_000))).toMatchObject({
			status: 410,
			body: { fault: 'pack-over' },
		});
	});
});

describe('while a pack is on its way', () => {
	/** resolves once the hub has its first bytes */
	async function half(): Promise<{ id: string; cut: () => void; ended: Promise<unknown> }> {
		const { id } = await owner.call<{ id: string }>('POST', '/firmware/packs', { bytes: four.length });
		const { stream, end } = stalling(four.subarray(0, 100_000));
		const ended = sendFile(owner, id, stream).catch((error: unknown) => error);
		const progress = () => owner.call<PackProgress>('GET', `/firmware/packs/${id}/progress`);
		await expect.poll(async () => (await progress()).done).toBe(100_000);
		expect(await progress()).toEqual({ stage: 'uploading', done: 100_000, of: four.length });
		return { id, cut: end, ended };
	}

	it('a second one is refused; once the first is cut off, nothing is left of it and another may come', async () => {
		const { cut, ended } = await half();
		expect(await sendPack(owner, three)).toMatchObject({ status: 503, body: { fault: 'pack-running' } });
		expect(workIn(hub.data)).toHaveLength(1);
		cut();
		await ended;
		await expect.poll(() => workIn(hub.data)).toEqual([]);
		expect((await firmwareOf(owner)).packs).toEqual([]);
		expect(await sendPack(owner, three)).toMatchObject({ status: 200 });
	});

	it('a hub that is killed has nothing of it after its next start', { timeout: TIMEOUT_MS }, async () => {
		const process = new HubProcess();
		endings.push(() => process.remove());
		await process.start();
		hub = process as unknown as TestHub;
		owner = new BrowserSession(process.origin);
		await owner.setUp(process.setUpCode);
		await sendPack(owner, three);
		const { ended } = await half();
		await process.kill();
		await ended;
		expect(workIn(process.data)).toHaveLength(1);
		await process.start();
		expect(workIn(process.data)).toEqual([]);
		expect((await firmwareOf(owner)).packs).toMatchObject([{ version: '0.3.0' }]);
	});
});

it(
	'says that the disk is full, before the file is sent or while it is, and changes nothing',
	{ timeout: TIMEOUT_MS },
	async ({ skip }) => {
		const data = mkdtempSync(join(tmpdir(), 'mooring-disk-'));
		endings.push(() => rmSync(data, { recursive: true }));
		const disk = SmallDisk.mount(data, 72);
		skip(!disk, 'only root can mount a disk');
		endings.push(() => disk!.unmount());
		const full = new HubProcess({ MOORING_DATA: data });
		endings.push(() => full.remove());
		await full.start();
		const anna = new BrowserSession(full.origin);
		await anna.setUp(readFileSync(join(data, 'setup-code'), 'utf8').trim());
		expect(await (await anna.request('POST', '/firmware/packs', { bytes: 40 * 2 ** 20 })).json()).toMatchObject({
			fault: 'disk-full',
		});
		const { id } = await anna.call<{ id: string }>('POST', '/firmware/packs', { bytes: four.length });
		disk!.fill();
		expect(await sendFile(anna, id, four)).toMatchObject({ status: 507, body: { fault: 'disk-full' } });
		disk!.empty();
		expect(workIn(data)).toEqual([]);
		expect(await sendPack(anna, four)).toMatchObject({ status: 200 });
	},
);

it('says that its folder cannot be written, and changes nothing', { timeout: TIMEOUT_MS }, async () => {
	const process = new HubProcess();
	endings.push(() => process.remove());
	// root may write everywhere
	if (getuid?.() === 0) {
		chownSync(process.data, NOBODY, NOBODY);
		process.under = ['setpriv', `--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups'];
	}
	await process.start();
	const anna = new BrowserSession(process.origin);
	await anna.setUp(process.setUpCode);
	mkdirSync(join(process.data, 'firmware'), { mode: 0o500 });
	expect(await sendPack(anna, three)).toMatchObject({ status: 507, body: { fault: 'disk-unwritable' } });
	expect([workIn(process.data), readdirSync(join(process.data, 'firmware'))]).toEqual([[], []]);
});

it('takes no file from a member, however it comes', async () => {
	const { id } = await owner.call<{ id: string }>('POST', '/firmware/packs', { bytes: three.length });
	const ben = await memberOf(hub);
	expect(await sendPack(ben, three)).toMatchObject({ status: 403 });
	expect(await sendFile(ben, id, three)).toMatchObject({ status: 403 });
	expect(await sendFile(new BrowserSession(hub.origin), id, three)).toMatchObject({ status: 401 });
	expect(await sendFile(owner, id, three)).toMatchObject({ status: 200 });
});

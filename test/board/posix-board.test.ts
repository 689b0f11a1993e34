import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { decodeConfigFile, encodeConfigFile } from '../../protocol/config-file.ts';
import type { DeviceConfig, DevicePlan } from '../../protocol/dashboard.ts';
import type { BrowserSession, LiveView } from '../harness/browser-session.ts';
import { TestHub } from '../harness/hub.ts';
import { PosixBoard } from './posix-board.ts';

const NAME = 'Boiler room';
/** A board waits a little longer after every try; a busy machine adds to it. */
const COMES_BACK_MS = 15_000;

let hub: TestHub;
let browser: BrowserSession;
let view: LiveView;
let boards: PosixBoard[];

beforeEach(async () => {
	boards = [];
	hub = await new TestHub().start();
	browser = await hub.owner();
	view = await browser.open();
});
afterEach(async () => {
	for (const board of boards) await board.remove();
	view.close();
	await hub.remove();
});

function board(): PosixBoard {
	const made = new PosixBoard(hub.origin);
	boards.push(made);
	return made;
}

const isOnline = (name = NAME) => view.following && view.device(name)?.presence.state === 'online';

/** A pending device and its board, claimed and online. */
async function claimed() {
	const pending = await browser.addVirtualBoard({ name: NAME });
	const file = await browser.configFile(pending.id);
	const made = board().start(file);
	await view.until(() => isOnline() && view.device(NAME)?.relays.every((relay) => relay.reported !== null));
	return { board: made, file, id: view.device(NAME)!.id };
}

describe('the firmware on this machine, with the real hub', () => {
	it('comes in, is claimed by itself, and is online with its relays and its sensor', async () => {
		const pending = await browser.addVirtualBoard({ name: NAME });
		const made = board().start(await browser.configFile(pending.id), '--mac', '02A0B1C2D3E4');
		await view.until(() => isOnline());
		expect(view.pending.size).toBe(0);
		await view.until(() => view.device(NAME)?.readings[0]?.value);
		expect(view.device(NAME)).toMatchObject({ code: 'ESP_02A0B1C2D3E4', security: 'secure-v2' });
		expect(view.device(NAME)!.relays.map(({ reported, cause }) => ({ reported, cause }))).toEqual([
			{ reported: false, cause: 'boot' },
			{ reported: false, cause: 'boot' },
		]);
		expect(view.device(NAME)!.readings[0]).toMatchObject({ unit: 'celsius' });
		expect(made.lines.filter((line) => line === 'authenticated')).toHaveLength(2); // with each of its keys
	});

	it('moves a relay at a tap, and its pin', async () => {
		const { board, id } = await claimed();
		await view.setRelay(id, 1, true);
		await view.until(() => view.relay(id, 1)?.reported === true && view.relay(id, 1)?.wanted === null);
		expect(view.relay(id, 1)).toMatchObject({ cause: 'command', failure: null });
		expect(await board.said(/^pin 0 is high$/)).toBeDefined();
		await view.setRelay(id, 1, false);
		await view.until(() => view.relay(id, 1)?.reported === false);
	});

	it('ends "on for" by itself, also while the hub is away', async () => {
		const { board, id } = await claimed();
		await view.setRelay(id, 1, true, 1_200);
		await view.until(() => view.relay(id, 1)?.reported);
		await hub.stop();
		const said = board.lines.length;
		await board.said(/^pin 0 is low$/, said);
		await hub.start();
		await view.until(() => isOnline() && view.relay(id, 1)?.reported === false, COMES_BACK_MS);
		expect(view.relay(id, 1)).toMatchObject({ cause: 'countdown' });
	});

	it('is back after a restart of the hub, its relay still on', async () => {
		const { board, id } = await claimed();
		await view.setRelay(id, 1, true);
		await view.until(() => view.relay(id, 1)?.reported);
		await hub.stop();
		await view.until(() => !view.following);
		await hub.start();
		await view.until(() => isOnline() && view.relay(id, 1)?.reported === true, COMES_BACK_MS);
		expect(board.lines.filter((line) => /^pin 0/.test(line))).toEqual(['pin 0 is low', 'pin 0 is high']);
	});

	it('comes back with its key after its power was cut', async () => {
		const { board, id } = await claimed();
		await board.cutPower();
		await view.until(() => view.devices.get(id)?.presence.state === 'away');
		board.start();
		await view.until(() => isOnline());
		expect([...view.devices.keys()]).toEqual([id]);
		expect(board.lines.filter((line) => /refused/.test(line))).toEqual([]);
	});

	it('says goodbye where it is stopped on purpose, and is offline at once', async () => {
		const { board, id } = await claimed();
		expect(await board.stop()).toBe(0);
		await view.until(() => view.devices.get(id)?.presence.state === 'offline');
	});

	it('with a key that the hub does not know is refused in words, in both logs, and keeps trying', async () => {
		const pending = await browser.addVirtualBoard({ name: NAME });
		const config = decodeConfigFile(await browser.configFile(pending.id));
		if (!config.ok) throw new Error(config.error);
		const made = board().start(encodeConfigFile({ ...config.value, keyId: randomBytes(16) }));
		expect(await made.said(/^refused/)).toMatch(/^refused \(4404\): .*\w{3}/);
		await made.said(/^refused/, made.lines.length);
		expect(hub.logged.some(({ code }) => code === 4404)).toBe(true);
		expect(view.pending.size).toBe(1);
	});

	it('with the right key id and another key is not believed, and obeys no hub', async () => {
		const pending = await browser.addVirtualBoard({ name: NAME });
		const config = decodeConfigFile(await browser.configFile(pending.id));
		if (!config.ok) throw new Error(config.error);
		const made = board().start(encodeConfigFile({ ...config.value, key: randomBytes(32) }));
		expect(await made.said(/^refused/)).toMatch(/^refused \(4400\): The handshake does not hold/);
		expect(made.lines).not.toContain('authenticated');
		expect(view.pending.get(pending.id)?.step).not.toBe('authenticated');
	});

	it('that was deleted is a stranger, until it is flashed anew', async () => {
		const { board, id } = await claimed();
		await browser.call('DELETE', `/devices/${id}`);
		await board.said(/^refused \(4404\)/);
		const pending = await browser.addVirtualBoard({ name: 'Again' });
		await board.cutPower();
		board.start(await browser.configFile(pending.id));
		await view.until(() => isOnline('Again'));
	});

	it('finds the hub where it is now, when its address has changed', async () => {
		const { board, id } = await claimed();
		await board.cutPower();
		board.moveTo('127.0.0.1:9');
		board.start();
		await board.said(/^disconnected: the hub cannot be reached$/);
		await board.cutPower();
		board.moveTo(hub.origin);
		board.start();
		await view.until(() => view.devices.get(id)?.presence.state === 'online');
	});
});

describe('what the hub asks of a claimed board', () => {
	/** Changes the plan as a page does it: from what it is now. */
	async function change(id: string, act: (plan: DevicePlan) => void): Promise<void> {
		const { plan, config } = await browser.call<DeviceConfig>('GET', `/devices/${id}/config`);
		act(plan);
		await browser.call('PUT', `/devices/${id}/config`, { version: config.version, ...plan });
		await view.until(() => view.devices.get(id)?.config.state === 'applied');
	}

	it('a configuration is applied live, and holds after a power cut', async () => {
		const { board, id } = await claimed();
		await change(id, (plan) => {
			plan.relays[0]!.gpio = 5;
			plan.relays[0]!.activeLow = true;
			plan.relays[1]!.pulseMs = 300;
		});
		await board.said(/^pin 5 is high$/);
		await view.setRelay(id, 2, true);
		await view.until(() => view.relay(id, 2)?.reported);
		await view.until(() => view.relay(id, 2)?.reported === false);
		expect(view.relay(id, 2)?.cause).toBe('pulse');
		await board.cutPower();
		const said = board.lines.length;
		board.start();
		expect(await board.said(/^pin \d+ is/, said)).toBe('pin 5 is high');
		await view.until(() => isOnline());
		expect(view.devices.get(id)!.config.state).toBe('applied');
	});

	it('a wall switch moves its relay, and is told', async () => {
		const { board, id } = await claimed();
		await change(id, (plan) => {
			plan.inputs = [
				{ id: 1, name: 'Door', gpio: 4, mode: 'toggle', relay: 1, activeLow: true, pullUp: true, debounceMs: 20 },
			];
		});
		const isTold = (on: boolean) => view.events.some((event) => event.type === 'input' && event.input.on === on);
		await view.until(() => isTold(false));
		board.pin(4, 'low');
		await view.until(() => view.relay(id, 1)?.reported);
		expect(view.relay(id, 1)).toMatchObject({ cause: 'input', by: null });
		await view.until(() => isTold(true));
	});

	it('a new token takes the place of the old one without a gap, and holds after a power cut', async () => {
		const { board, id } = await claimed();
		const token = () => view.devices.get(id)!.token;
		const { fingerprint } = token();
		await browser.call('POST', `/devices/${id}/token/rotate`);
		await view.until(() => token().state === 'active' && token().fingerprint !== fingerprint && isOnline());
		await board.cutPower();
		board.start();
		await view.until(() => view.devices.get(id)?.presence.state !== 'online');
		await view.until(() => isOnline());
		expect(board.lines.filter((line) => /refused/.test(line))).toEqual([]);
	});

	it('a reboot brings it back with its relays as they were', async () => {
		const { board, id } = await claimed();
		await view.setRelay(id, 1, true);
		await view.until(() => view.relay(id, 1)?.reported);
		await browser.call('POST', `/devices/${id}/reboot`);
		await view.until(() => view.devices.get(id)?.presence.state === 'away');
		await view.until(() => isOnline());
		expect(view.relay(id, 1)).toMatchObject({ reported: true });
		expect(board.lines.filter((line) => /^pin 0/.test(line))).toEqual(['pin 0 is low', 'pin 0 is high']);
	});

	it('takes an update over the link, over a lost link, and runs nothing that is not whole', async () => {
		const image = randomBytes(60_001);
		const folder = join(hub.data, 'images/d1-mini');
		mkdirSync(folder, { recursive: true });
		writeFileSync(join(folder, 'firmware.bin'), image);
		const part = { file: 'firmware.bin', offset: 0, sha256: createHash('sha256').update(image).digest('hex') };
		const manifest = { format: 1, version: '9.9.9', chip: 'ESP8266', flashSizeBytes: 4 * 1_024 * 1_024 };
		writeFileSync(
			join(folder, 'manifest.json'),
			JSON.stringify({ ...manifest, configOffset: 0x3fb000, parts: [part] }),
		);
		const pending = await browser.addVirtualBoard({
			name: NAME,
			board: 'd1-mini',
			relays: [{ id: 1, name: 'Pump', gpio: 5, activeLow: false }],
			sensors: [],
			wifi: { ssid: 'home', password: 'long enough' },
		});
		const made = board().start(await browser.configFile(pending.id));
		await view.until(() => isOnline());
		const { id } = view.device(NAME)!;
		await browser.call('POST', '/updates', { devices: [id], evenIfOn: true });
		await made.said(/^an update to 9\.9\.9 begins$/);
		await made.cutPower();
		made.start();
		// It stays the program it is: the hub sees that it came back without the new firmware.
		await view.until(() => view.devices.get(id)?.update?.state === 'failed', 15_000);
		expect(view.devices.get(id)!.update!.reason).toContain('came back with its older firmware');
		expect(readFileSync(made.flash).includes(image)).toBe(true);
	});
});

describe('a flash', () => {
	it('that was never provisioned says so', async () => {
		const made = board().start();
		expect(await made.said(/never provisioned/)).toContain('flash it with a config file');
		expect(await made.stop()).toBe(0);
	});

	it('with a damaged config file says so, and connects to nobody', async () => {
		const pending = await browser.addVirtualBoard({ name: NAME });
		const file = await browser.configFile(pending.id);
		file[40]! ^= 1;
		const made = board().start(file);
		expect(await made.said(/damaged/)).toContain('Flash it again');
		expect(made.lines).toHaveLength(1);
	});

	it('that is none is left alone', async () => {
		const made = board();
		writeFileSync(made.flash, 'precious');
		made.start();
		expect(await made.ended()).toBe(1);
		expect(made.lines[0]).toContain('is no flash of a board');
		expect(readFileSync(made.flash, 'utf8')).toBe('precious');
	});
});

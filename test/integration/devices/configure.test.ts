import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DeviceView } from '../../../protocol/dashboard/devices.ts';
import type { AuditEntry } from '../../../protocol/dashboard/history.ts';
import type { ConfigureBody, DeviceConfig, DevicePlan } from '../../../protocol/dashboard/plan.ts';
import type { VirtualBoard } from '../../../hub/virtual-board/board.ts';
import { decodeConfigFile } from '../../../protocol/config-file.ts';
import { Credential } from '../../../protocol/device_pb.ts';
import type { BrowserSession, LiveView } from '../../harness/browser-session.ts';
import { TestHub } from '../../harness/hub.ts';
import { RawLink, claim } from '../../harness/boards/raw-link.ts';

let hub: TestHub;
let browser: BrowserSession;
let view: LiveView;
let id: string;
let board: VirtualBoard;

beforeEach(async () => {
	hub = await new TestHub().start();
	browser = await hub.owner();
	view = await browser.open();
	id = (await browser.addVirtualBoard()).id;
	board = hub.board(await browser.configFile(id), 'flash');
	await view.until(() => device()?.presence.state === 'online');
});
afterEach(async () => {
	view.close();
	await hub.remove();
});

const device = () => view.devices.get(id)!;
const read = () => browser.call<DeviceConfig>('GET', `/devices/${id}/config`);

/** Changes the plan as a page does it: from what it is now. */
async function change(act: (plan: DevicePlan) => void): Promise<DeviceConfig> {
	const { plan, config } = await read();
	act(plan);
	return browser.call<DeviceConfig>('PUT', `/devices/${id}/config`, { version: config.version, ...plan });
}

describe('a configuration', () => {
	it('of what only the hub knows is shown at once, told to everybody, kept and logged, and never sent to the board', async () => {
		const before = device().config;
		await change((plan) => {
			plan.sensors[0]!.name = ' Cellar humidity ';
			plan.relays[1]!.notInAllOff = true;
		});
		await view.until(() => device().sensors?.length === 1);
		expect(device().sensors).toEqual([{ id: 1, name: 'Cellar humidity' }]);
		expect(device().relays.map(({ notInAllOff }) => notInAllOff)).toEqual([undefined, true]);
		expect(device().config).toMatchObject({
			version: before.version + 1,
			state: 'applied',
			appliedAt: before.appliedAt,
		});
		const { entries } = await browser.call<{ entries: AuditEntry[] }>('GET', `/audit?device=${id}`);
		const said = entries.map(({ details }) => JSON.stringify(details)).join();
		for (const part of ['"key":"name"', '"text":"Cellar humidity"', '"key":"allOff"', '"word":"leftOut"'])
			expect(said).toContain(part);
		await hub.stop();
		await hub.start();
		const { devices } = await browser.call<{ devices: DeviceView[] }>('GET', '/devices');
		expect(devices[0]!.sensors).toEqual([{ id: 1, name: 'Cellar humidity' }]);
		await change((plan) => delete plan.sensors[0]!.name);
		expect((await browser.call<{ devices: DeviceView[] }>('GET', '/devices')).devices[0]!.sensors).toBeUndefined();
	});

	it('that the board refuses keeps the old one, with the board’s reason', async () => {
		// The hub takes it, but this board says no: a RawLink in its place.
		board.stop();
		const { id: other } = await browser.addVirtualBoard({ name: 'Stubborn' });
		const decoded = decodeConfigFile(await browser.configFile(other));
		if (!decoded.ok) throw new Error(decoded.error);
		const { identity } = await claim(hub.origin, decoded.value, '02A1B2C3D4E5');
		const link = await new RawLink(hub.origin).enter({ ...identity, credential: Credential.DEVICE });
		await view.until(() => view.devices.get(other)?.presence.state === 'online');
		id = other;
		await change((plan) => (plan.relays[0]!.powerOn = 'last'));
		const { revision } = (await link.message('configure')).value;
		await view.until(() => device().config.state === 'sent');
		const error = 'This pin is broken.';
		link.send({ case: 'configApplied', value: { $typeName: 'mooring.v2.ConfigApplied', revision, error } });
		await view.until(() => device().config.state === 'refused');
		const { config, plan, running } = await read();
		expect(config.error).toBe(error);
		expect(plan.relays[0]!.powerOn).toBe('last');
		expect(running?.relays[0]!.powerOn).toBe('off');
		link.end();
		await view.until(() => device().presence.state === 'away');

		// It is asked again when it comes, and says no again, in the same words.
		const again = await new RawLink(hub.origin).enter({ ...identity, credential: Credential.DEVICE, bootCount: 2 });
		await again.message('configure');
		await view.until(() => device().presence.state === 'online');
		const from = view.events.length;
		again.send({ case: 'configApplied', value: { $typeName: 'mooring.v2.ConfigApplied', revision, error } });
		const told = () =>
			view.events.slice(from).find((event) => event.type === 'device' && event.device.config.state === 'refused');
		await view.until(told);
		const { entries } = await browser.call<{ entries: AuditEntry[] }>('GET', `/audit?device=${id}`);
		expect(entries.filter(({ what }) => what === 'config-refused')).toHaveLength(1);
		again.end();
	});

	it('names, icons and order are the hub’s own: nothing is sent, and every dashboard shows them at once', async () => {
		const { config } = await change((plan) => {
			plan.relays.reverse();
			plan.relays[0] = { ...plan.relays[0]!, name: 'Boiler valve', icon: 'valve' };
		});
		expect(config).toMatchObject({ state: 'applied', version: 2, changedAt: null });
		await view.until(() => device().relays[0]?.name === 'Boiler valve');
		expect(device().relays.map((relay) => [relay.id, relay.icon])).toEqual([
			[2, 'valve'],
			[1, 'plug'],
		]);
	});

	it('of two people who change it at once, the second is told, and nothing is lost', async () => {
		const { plan, config } = await read();
		const body = (name: string): ConfigureBody => ({
			version: config.version,
			...plan,
			relays: plan.relays.map((relay) => ({ ...relay, name })),
		});
		const answers = await Promise.allSettled(
			['A', 'B', 'C'].map((name) => browser.call('PUT', `/devices/${id}/config`, body(name))),
		);
		expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
		const refused = answers.find(({ status }) => status === 'rejected');
		expect(refused).toMatchObject({ reason: { api: { code: 'conflict' } } });
	});

	it.each<[string, (plan: DevicePlan) => void, string]>([
		['two relays on one pin', (plan) => (plan.relays[1]!.gpio = plan.relays[0]!.gpio), 'relays.1.gpio'],
		[
			'an input on a relay’s pin',
			(plan) =>
				plan.inputs.push({
					id: 1,
					name: 'Wall',
					gpio: 0,
					mode: 'toggle',
					relay: 1,
					activeLow: true,
					pullUp: true,
					debounceMs: 30,
				}),
			'inputs.0.gpio',
		],
		[
			'an input that works on no relay',
			(plan) =>
				plan.inputs.push({
					id: 1,
					name: 'Wall',
					gpio: 5,
					mode: 'follow',
					relay: null,
					activeLow: true,
					pullUp: true,
					debounceMs: 30,
				}),
			'inputs.0.relay',
		],
		[
			'a schedule of a relay that is not there',
			(plan) =>
				plan.schedules.push({
					id: 1,
					relay: 7,
					on: true,
					weekdays: 127,
					event: 'time',
					minutes: 60,
					forMs: 0,
					when: 'always',
					varyMinutes: 0,
				}),
			'schedules.0.relay',
		],
		[
			'sunset without a place',
			(plan) =>
				plan.schedules.push({
					id: 1,
					relay: 1,
					on: true,
					weekdays: 127,
					event: 'sunset',
					minutes: 0,
					forMs: 0,
					when: 'always',
					varyMinutes: 0,
				}),
			'schedules.0.event',
		],
		['nothing at all', (plan) => Object.assign(plan, { relays: [], sensors: [] }), 'relays'],
		['a pulse of two minutes', (plan) => (plan.relays[0]!.pulseMs = 120_000), 'relays.0.pulseMs'],
	])('is refused by the hub, with the field: %s', async (_, spoil, field) => {
		await expect(change(spoil)).rejects.toMatchObject({ api: { code: 'bad-request', field } });
		expect((await read()).config.version).toBe(1);
	});

	it('changed sixty times in a few seconds ends applied: what the board answers is not too much', async () => {
		for (let n = 1; n <= 60; n++)
			await change((plan) => Object.assign(plan.relays[0]!, { maxOnMs: n * 60_000, pulseMs: 0 }));
		await view.until(() => device().config.state === 'applied' && device().config.version === 61);
		expect(hub.logged.join()).not.toContain('sends more than it may');
	});
});

describe('a board with a second Wi-Fi network', () => {
	it('is sent it, and nobody is told its password', async () => {
		const shown = await browser.call<DeviceView>('PUT', `/devices/${id}/wifi`, {
			ssid: 'garage',
			password: 'very secret indeed',
		});
		expect(shown.config.secondWifi).toBe('garage');
		await view.until(() => device().config.state === 'applied');
		const all = JSON.stringify([await browser.call('GET', '/devices'), await read(), hub.logged]);
		expect(all).not.toContain('very secret indeed');
		await browser.call('DELETE', `/devices/${id}/wifi`);
		await view.until(() => device().config.secondWifi === null);
	});
});

describe('the board itself', () => {
	it('a board that is away is neither rebooted nor found', async () => {
		board.cut();
		await view.until(() => device().presence.state !== 'online');
		for (const act of ['identify', 'reboot'])
			await expect(browser.call('POST', `/devices/${id}/${act}`)).rejects.toMatchObject({
				api: { code: 'board-not-connected' },
			});
	});
});

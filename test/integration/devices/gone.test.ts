import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LegacyDevice } from '../../../protocol/dashboard/devices.ts';
import type { LiveEvent } from '../../../protocol/dashboard/live.ts';
import type { PendingView } from '../../../protocol/dashboard/pending.ts';
import type { DeviceConfig, DevicePlan } from '../../../protocol/dashboard/plan.ts';
import type { SceneView } from '../../../protocol/dashboard/scenes.ts';
import type { BrowserSession, LiveView } from '../../harness/browser-session.ts';
import { TestHub } from '../../harness/hub.ts';
import { poll } from '../../harness/boards/legacy-board.ts';

/** What is gone is gone: no value, mark or member of what is no more stays on a dashboard. */
describe('what is gone', () => {
	let hub: TestHub;
	let anna: BrowserSession;
	let view: LiveView;

	beforeEach(async () => {
		hub = await new TestHub().start();
		anna = await hub.owner();
		view = await anna.open();
	});
	afterEach(async () => {
		view.close();
		await hub.remove();
	});

	/** A device whose board this hub plays, online and with its states told. */
	async function played(name: string): Promise<string> {
		const { id } = await anna.addVirtualBoard({ name });
		await anna.call('POST', `/pending/${id}/virtual-board`);
		await view.until(() => view.relay(id, 2)?.reported === false && view.devices.get(id)!.readings.length === 1);
		return id;
	}

	async function configure(id: string, change: (plan: DevicePlan) => void): Promise<void> {
		const { config, plan } = await anna.call<DeviceConfig>('GET', `/devices/${id}/config`);
		change(plan);
		await anna.call('PUT', `/devices/${id}/config`, { version: config.version, ...plan });
	}

	it('a sensor that was removed leaves no value behind, also after a restart of the hub', async () => {
		const id = await played('Kitchen');
		await configure(id, (plan) => void (plan.sensors = []));
		await view.until(() => view.devices.get(id)!.readings.length === 0);
		await hub.stop();
		await hub.start();
		await view.until(() => view.answers.length > 1 && view.devices.get(id)?.presence.state === 'online');
		expect(view.devices.get(id)!.readings).toEqual([]);
	});

	it('an upgrade to a board without the sensor takes its last value away', async () => {
		const { device, token } = await anna.call<LegacyDevice>('POST', '/legacy-devices', {
			name: 'Shed',
			relays: [{ id: 1, name: 'Lamp' }],
		});
		const { id } = device;
		await poll(hub.origin, token, { relay1: true, temperature: 27.5 });
		await view.until(() => view.devices.get(id)!.readings[0]?.value === 27.5);
		const pending = await anna.call<PendingView>('POST', `/devices/${id}/firmware`, {
			board: 'virtual',
			relays: [{ id: 1, gpio: 0, activeLow: false }],
		});
		hub.board(await anna.configFile(pending.id));
		await view.until(() => view.devices.get(id)!.security === 'secure-v2' && view.relay(id, 1)?.reported === false);
		expect(view.devices.get(id)!.readings).toEqual([]);
	});

	it('another board in its place leaves nothing that the board before said, nor “played by this hub”', async () => {
		const id = await played('Kitchen');
		await anna.call('PUT', `/devices/${id}/relays/1`, { on: true });
		expect(view.devices.get(id)!.virtual).toBe(true);
		const { mac, vitals } = view.devices.get(id)!;
		expect(vitals.firmware).not.toBeNull();
		const spare = await anna.addVirtualBoard({ name: 'Spare', sensors: [] });
		const file = await anna.configFile(spare.id);
		hub.board(file, 'first');
		await view.until(() => view.device('Spare')?.presence.state === 'online');
		const copy = hub.board(file, 'copy');
		await view.until(() => [...view.pending.values()].some(({ state }) => state === 'awaiting'));
		const [conflict] = [...view.pending.values()];
		const told: LiveEvent[] = [];
		view.socket.on('live', ({ event }) => told.push(structuredClone(event)));
		await anna.call('POST', `/awaiting/${conflict!.id}/claim`, { replace: id });
		await view.until(() => view.devices.get(id)!.mac !== mac && view.devices.get(id)!.presence.state === 'online');
		await view.until(() => !view.devices.get(id)!.virtual);
		const replaced = told.find(
			(event) => event.type === 'device' && event.device.id === id && event.device.mac !== mac,
		);
		expect(replaced).toMatchObject({
			device: {
				relays: [{ reported: null, cause: null, by: null }, { reported: null }],
				vitals: { firmware: null, address: null, startedAt: null },
				update: null,
			},
		});
		// The board before had it on, which is no news of this one.
		await view.until(() => view.relay(id, 1)?.reported === false);
		expect(told.some((event) => event.type === 'audit' && event.entry.what === 'relay-off')).toBe(false);
		copy.cut();
	});

	it('a relay that was removed leaves its scenes, so that a new one with its number is not switched', async () => {
		const id = await played('Kitchen');
		const member = (relay: number) => ({ device: id, relay, on: true });
		const make = (name: string, members: object[]) =>
			anna.call<SceneView>('POST', '/scenes', { name, kind: 'scene', members });
		const both = await make('Both', [member(1), member(2)]);
		const alone = await make('Alone', [member(2)]);
		await configure(id, ({ relays }) => void relays.pop());
		await view.until(() => view.scenes.get(both.id)?.members.length === 1 && !view.scenes.has(alone.id));
		expect(view.scenes.get(both.id)!.members).toEqual([member(1)]);
	});

	it('uptime goes on from the moment the board started', async () => {
		const id = await played('Kitchen');
		const { startedAt, uptimeMs } = view.devices.get(id)!.vitals;
		expect(Math.abs(Date.now() - startedAt! - uptimeMs!)).toBeLessThan(5_000);
		expect(startedAt).toBeLessThanOrEqual(Date.now());
	});
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FoundSensors } from '../../../protocol/dashboard/devices.ts';
import type { AuditPage } from '../../../protocol/dashboard/history.ts';
import type { DeviceConfig, DevicePlan, SensorPlan } from '../../../protocol/dashboard/plan.ts';
import { decodeConfigFile } from '../../../protocol/config-file.ts';
import { Credential } from '../../../protocol/device_pb.ts';
import { SENSORS } from '../../../hub/boards/sensors.ts';
import { SENSOR_UNITS, TWO_PIN_SENSORS } from '../../../protocol/dashboard/sensor-types.ts';
import type { BrowserSession, LiveView } from '../../harness/browser-session.ts';
import { TestHub } from '../../harness/hub.ts';
import { RawLink, claim } from '../../harness/boards/raw-link.ts';

let hub: TestHub;
let browser: BrowserSession;
let view: LiveView;

beforeEach(async () => {
	hub = await new TestHub().start();
	browser = await hub.owner();
	view = await browser.open();
});
afterEach(async () => {
	view.close();
	await hub.remove();
});

const read = (id: string) => browser.call<DeviceConfig>('GET', `/devices/${id}/config`);
async function change(id: string, act: (plan: DevicePlan) => void): Promise<DeviceConfig> {
	const { plan, config } = await read(id);
	act(plan);
	return browser.call<DeviceConfig>('PUT', `/devices/${id}/config`, { version: config.version, ...plan });
}

describe('sensors', () => {
	it('of every type are read by a virtual board, with all their quantities', async () => {
		const { id } = await browser.addVirtualBoard();
		hub.board(await browser.configFile(id), 'flash');
		const device = () => view.devices.get(id)!;
		await view.until(() => device()?.presence.state === 'online');
		expect((await read(id)).reads).toEqual(['virtual', ...SENSORS]);
		for (const type of SENSORS) {
			await change(id, (plan) => {
				const pins = { gpio: 6, ...(TWO_PIN_SENSORS.has(type) ? { gpio2: 7 } : {}) };
				plan.sensors = [{ id: 2, type, calibration: {}, ...pins } satisfies SensorPlan];
			});
			await view.until(() => device().config.state === 'applied' && device().readings.length > 0);
			await view.until(() => device().readings.length === SENSOR_UNITS[type].length);
			expect(device().readings.map(({ unit }) => unit)).toEqual(SENSOR_UNITS[type]);
			expect(device().readings.every(({ value }) => value !== null)).toBe(true);
			// Without it the readings of the type before would be there still.
			await change(id, (plan) => (plan.sensors = []));
			await view.until(() => device().config.state === 'applied' && device().readings.length === 0);
		}
	});

	it('that are contacts and motion detectors need no relay, tell what they see, and keep a history of it', async () => {
		const { id } = await browser.addVirtualBoard();
		const board = hub.board(await browser.configFile(id), 'flash');
		const device = () => view.devices.get(id)!;
		await view.until(() => device()?.presence.state === 'online');
		const input = { mode: 'detached', relay: null, pullUp: true, debounceMs: 5 } as const;
		await change(id, (plan) => {
			plan.relays = plan.sensors = [];
			plan.inputs = [
				{ ...input, id: 1, name: 'Front door', gpio: 0, activeLow: true, kind: 'contact' },
				{ ...input, id: 2, name: 'Hall', gpio: 1, activeLow: false, pullUp: false, kind: 'motion', holdMs: 300 },
				{ ...input, id: 3, name: 'Button', gpio: 2, activeLow: true },
			];
		});
		await view.until(() => device().inputs.length === 3 && device().inputs.every(({ on }) => on !== null));
		expect(device().inputs.map(({ name, kind, on }) => [name, kind, on])).toEqual([
			['Front door', 'contact', false],
			['Hall', 'motion', false],
			['Button', undefined, false],
		]);
		const on = (input: number) => device().inputs.find((one) => one.id === input)!.on;
		for (const closed of [true, false]) {
			board.setInput(1, closed);
			await view.until(() => on(1) === closed);
		}
		board.setInput(3, true);
		await view.until(() => on(3) === true);
		board.setInput(2, true);
		await view.until(() => on(2) === true);
		const begin = performance.now();
		board.setInput(2, false);
		await view.until(() => on(2) === false);
		expect(performance.now() - begin).toBeGreaterThan(250);
		const { entries } = await browser.call<AuditPage>('GET', `/audit?device=${id}&kind=input`);
		expect(entries.map(({ what, details }) => [what, details.input, details.id]).toReversed()).toEqual([
			['closed', 'Front door', 1],
			['opened', 'Front door', 1],
			['motion', 'Hall', 2],
			['motion-ended', 'Hall', 2],
		]);
	});

	it('that share a wire are found with their temperatures, chosen by address, and read each by itself', async () => {
		const { id } = await browser.addVirtualBoard();
		hub.board(await browser.configFile(id), 'flash');
		const device = () => view.devices.get(id)!;
		await view.until(() => device()?.presence.state === 'online');
		const found = async () => (await browser.call<FoundSensors>('GET', `/devices/${id}/found-sensors`)).sensors;
		expect(await found()).toEqual([]);
		await change(id, (plan) => (plan.sensors = [{ id: 1, type: 'ds18b20', gpio: 7, calibration: {} }]));
		await expect.poll(found, { timeout: 10_000 }).toHaveLength(3);
		const [first, second, third] = await found();
		expect(new Set([first, second, third].map((one) => one!.address)).size).toBe(3);
		expect([first!.gpio, typeof first!.celsius]).toEqual([7, 'number']);

		const on = (sensor: number, address?: string): SensorPlan => ({
			id: sensor,
			type: 'ds18b20',
			gpio: 7,
			calibration: {},
			...(address === undefined ? {} : { address }),
		});
		const shared = change(id, (plan) => (plan.sensors = [on(1), on(2, second!.address)]));
		await expect(shared).rejects.toMatchObject({
			api: { fault: 'sensors-not-told-apart', field: 'sensors.1.address' },
		});
		const { config } = await change(id, (plan) => (plan.sensors = [on(1, third!.address), on(2, second!.address)]));
		await view.until(() => device().config.state === 'applied' && device().config.version === config.version);
		await view.until(() => device().readings.length === 2);
		// A third one that is on no wire does not disturb the others.
		await change(id, (plan) => plan.sensors.push(on(3, '28ffffffffffffff')));
		await view.until(() => device().readings.some(({ sensor, value }) => sensor === 3 && value === null));
		const values = new Map(device().readings.map(({ sensor, value }) => [sensor, value]));
		expect(Math.abs(values.get(1)! - third!.celsius!)).toBeLessThan(1.5);
		expect(Math.abs(values.get(2)! - second!.celsius!)).toBeLessThan(1.5);
	});

	it('that the firmware on a board does not know are neither offered nor accepted, and the board is sent nothing', async () => {
		const { id } = await browser.addVirtualBoard({ name: 'Cellar' });
		const decoded = decodeConfigFile(await browser.configFile(id));
		if (!decoded.ok) throw new Error(decoded.error);
		const { identity } = await claim(hub.origin, decoded.value, '02A1B2C3D4E5');
		const link = await new RawLink(hub.origin).enter({ ...identity, credential: Credential.DEVICE });
		await view.until(() => view.devices.get(id)?.presence.state === 'online');
		const { reads, config } = await read(id);
		expect(reads).toEqual(['virtual', 'dht22', 'ds18b20', 'sht3x', 'bme280']);
		const dht11 = { id: 2, type: 'dht11', gpio: 5, calibration: {} } as const;
		await expect(change(id, (plan) => plan.sensors.push(dht11))).rejects.toMatchObject({
			api: {
				fault: 'sensor-needs-newer-firmware',
				field: 'sensors.1.type',
				message: 'The firmware on Cellar cannot read this sensor. Update the device first.',
			},
		});
		const addressed = { id: 2, type: 'ds18b20', gpio: 5, address: '28ff641e8f16041d', calibration: {} } as const;
		await expect(change(id, (plan) => plan.sensors.push(addressed))).rejects.toMatchObject({
			api: { fault: 'sensor-needs-newer-firmware' },
		});
		const motion = { id: 1, name: 'Hall', gpio: 5, mode: 'detached', relay: null, kind: 'motion' } as const;
		const wired = { activeLow: false, pullUp: false, debounceMs: 30 };
		await expect(change(id, (plan) => plan.inputs.push({ ...motion, ...wired }))).rejects.toMatchObject({
			api: { fault: 'sensor-needs-newer-firmware', field: 'inputs.0.kind' },
		});
		expect((await read(id)).holdsNoMotion).toBe(true);
		expect((await read(id)).config).toEqual(config);
		expect(link.heard.some(({ case: kind }) => kind === 'configure')).toBe(false);
		link.end();
	});
});

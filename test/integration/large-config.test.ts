import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { decodeConfigFile } from '../../protocol/config-file.ts';
import { LIMITS } from '../../protocol/dashboard/limits.ts';
import type { DeviceConfig, DevicePlan, SchedulePlan } from '../../protocol/dashboard/plan.ts';
import type { HouseSchedules } from '../../protocol/dashboard/schedules.ts';
import { ConfigureSchema, Credential } from '../../protocol/device_pb.ts';
import { fromBinary } from '@bufbuild/protobuf';
import type { BrowserSession, LiveView } from '../harness/browser-session.ts';
import { RawLink, type RawIdentity, claim } from '../harness/boards/raw-link.ts';
import { TestHub } from '../harness/hub.ts';

const BERLIN = { timeZone: 'Europe/Berlin', place: { latitude: 52.5, longitude: 13.375 }, historyDays: 365 };
const WEEK_MS = 7 * 86_400_000;
const CAPACITY = { relays: 16, inputs: 16, sensors: 8, schedules: 32, configBytes: 4_064 };
/** Of firmware that does not say it. */
const OLDER = { relays: 8, inputs: 8, sensors: 4, schedules: 16 };

let hub: TestHub;
let browser: BrowserSession;
let view: LiveView;
beforeEach(async () => {
	hub = await new TestHub().start();
	browser = await hub.owner();
	await browser.call('PUT', '/settings', BERLIN);
	view = await browser.open();
});
afterEach(async () => {
	view.close();
	await hub.remove();
});

const isOnline = (id: string) => view.devices.get(id)?.presence.state === 'online';
const stateOf = (id: string) => view.devices.get(id)?.config.state;
const configOf = (id: string) => browser.call<DeviceConfig>('GET', `/devices/${id}/config`);

/** The longest values that a person can choose. */
const schedules = (count: number, relay: number): SchedulePlan[] =>
	Array.from({ length: count }, (_, index) => ({
		...{ id: index + 1, relay, on: true, weekdays: 127, event: 'time', minutes: 1_439, forMs: WEEK_MS },
		...{ when: 'in-vacation', varyMinutes: 120 },
	}));

function relays(count: number, like: DevicePlan['relays'][number]): DevicePlan['relays'] {
	return Array.from({ length: count }, (_, gpio) => ({
		...like,
		...{ id: gpio + 1, gpio, name: `Relay ${gpio + 1}`, activeLow: true, powerOn: 'last', maxOnMs: WEEK_MS },
		...{ interlockGroup: 4, deadTimeMs: 60_000 },
	}));
}

const inputs = (count: number, from: number): DevicePlan['inputs'] =>
	Array.from({ length: count }, (_, index) => ({
		...{ id: index + 1, gpio: from + index, name: `Input ${index + 1}`, mode: 'follow' as const, relay: 1 },
		...{ activeLow: true, pullUp: true, debounceMs: 500 },
	}));

/** A plan whose configuration does not fit one frame. */
const large = (plan: DevicePlan) => ({
	relays: relays(16, plan.relays[0]!),
	schedules: schedules(32, 16),
});

async function change(id: string, edit: (plan: DevicePlan) => Partial<DevicePlan>): Promise<DeviceConfig> {
	const { plan, config } = await configOf(id);
	return browser.call('PUT', `/devices/${id}/config`, { version: config.version, ...plan, ...edit(plan) });
}

/** A board that says only what a test tells it, claimed and connected. */
async function rawBoard(capacity?: RawIdentity['capacity']) {
	const { id } = await browser.addVirtualBoard({ name: 'Attic' });
	const config = decodeConfigFile(await browser.configFile(id));
	if (!config.ok) throw new Error(config.error);
	const { identity } = await claim(hub.origin, config.value, '02A1B2C3D4E5');
	const connect = (says: RawIdentity['capacity'] | null = capacity) =>
		new RawLink(hub.origin).enter({
			...{ ...identity, credential: Credential.DEVICE },
			...(says ? { capacity: says } : {}),
		});
	const link = await connect();
	await view.until(() => isOnline(id));
	return { id, link, connect };
}

it('a board takes all that it has room for, with a second Wi-Fi, pauses and a vacation, and keeps it', async () => {
	const { id } = await browser.addVirtualBoard({ name: 'Full' });
	hub.board(await browser.configFile(id), 'Full');
	await view.until(() => isOnline(id));
	const { capacity } = await configOf(id);
	expect(capacity).toEqual({
		relays: LIMITS.relays,
		inputs: LIMITS.inputs,
		sensors: LIMITS.sensors,
		schedules: LIMITS.schedules,
	});
	await change(id, large);
	await view.until(() => stateOf(id) === 'applied');
	await browser.call('PUT', `/devices/${id}/wifi`, { ssid: 'x'.repeat(32), password: 'y'.repeat(63) });
	for (const { id: one } of schedules(capacity.schedules, 16))
		await browser.call('PUT', `/devices/${id}/schedules/${one}/pause`, { until: null });
	await browser.call('PUT', '/schedules/vacation', { from: null, until: null });
	await browser.call('PUT', '/schedules/pause', { until: null });
	await view.until(() => stateOf(id) === 'applied' && view.devices.get(id)!.relays.length === 16);
	await view.until(() => view.devices.get(id)!.relays.every(({ reported }) => reported === false));

	view.close();
	await hub.stop();
	await hub.start();
	view = await browser.open();
	await view.until(() => isOnline(id));
	await view.until(() => stateOf(id) === 'applied');
	expect((await configOf(id)).capacity).toEqual(capacity);
});

describe('a board that does not say what it has room for', () => {
	it('has room for what older firmware takes, and more is refused in words', async () => {
		const { id, link } = await rawBoard();
		const { capacity, plan } = await configOf(id);
		expect(capacity).toEqual(OLDER);
		await change(id, () => ({ schedules: schedules(16, 1) }));
		expect((await link.message('configure')).value.schedules).toHaveLength(16);
		expect((await browser.call<HouseSchedules>('GET', '/schedules')).devices[0]).toMatchObject({ mostSchedules: 16 });
		await expect(change(id, () => ({ schedules: schedules(17, 1) }))).rejects.toMatchObject({
			api: { fault: 'too-many-for-board', params: { device: 'Attic', part: 'schedules', most: 16 } },
		});
		await expect(change(id, () => ({ relays: relays(9, plan.relays[0]!) }))).rejects.toMatchObject({
			api: { fault: 'too-many-for-board', params: { part: 'relays', most: 8 } },
		});
		link.end();
	});

	it('takes all of that number in one message', async () => {
		const { id, link } = await rawBoard();
		await change(id, (plan) => ({
			relays: relays(8, plan.relays[0]!),
			inputs: inputs(8, 8),
			sensors: Array.from({ length: 4 }, (_, index) => ({
				...{ id: index + 1, type: 'virtual' as const, calibration: { celsius: -1.5 } },
			})),
			schedules: schedules(16, 8),
		}));
		await browser.call('PUT', `/devices/${id}/wifi`, { ssid: 'x'.repeat(32), password: 'y'.repeat(63) });
		for (let one = 1; one <= 16; one++)
			await browser.call('PUT', `/devices/${id}/schedules/${one}/pause`, { until: null });
		await browser.call('PUT', '/schedules/vacation', { from: null, until: null });
		await browser.call('PUT', '/schedules/pause', { until: null });
		await link.until(() =>
			link.heard.some(({ case: kind, value }) => kind === 'configure' && value.hold?.pausedUntilMinute),
		);
		expect(link.heard.some((message) => message.case === 'configurePart')).toBe(false);
		link.end();
	});

	it('is not sent what it took with newer firmware, and the page says why', async () => {
		const { id, link, connect } = await rawBoard(CAPACITY);
		await change(id, large);
		await link.until(() => link.heard.some((message) => message.case === 'configurePart'));
		link.end();
		await view.until(() => !isOnline(id));
		const again = await connect(null);
		await view.until(() => stateOf(id) === 'refused');
		expect(view.devices.get(id)!.config.error).toBe('It holds more than this board has room for.');
		expect(again.heard.some((message) => message.case === 'configure')).toBe(false);
		again.end();
	});
});

it('a configuration that fits no frame comes in parts with its digest, and counts when the board says so', async () => {
	const { id, link } = await rawBoard(CAPACITY);
	await change(id, large);
	const parts = () => link.heard.flatMap((message) => (message.case === 'configurePart' ? [message.value] : []));
	await link.until(() => parts().reduce((sum, { data }) => sum + data.length, 0) === parts()[0]?.size);
	const whole = Buffer.concat(parts().map(({ data }) => data));
	const sha256 = createHash('sha256').update(whole).digest();
	let offset = 0;
	for (const part of parts()) {
		expect([part.offset, part.size, Buffer.compare(part.sha256, sha256)]).toEqual([offset, whole.length, 0]);
		offset += part.data.length;
	}
	const configure = fromBinary(ConfigureSchema, whole);
	expect(configure.schedules).toHaveLength(32);
	expect(parts().every(({ revision }) => revision === configure.revision)).toBe(true);
	await view.until(() => stateOf(id) === 'sent');
	link.send({
		case: 'configApplied',
		value: { $typeName: 'mooring.v2.ConfigApplied', revision: configure.revision, error: '' },
	});
	await view.until(() => stateOf(id) === 'applied');
	link.end();
});

it.each([
	['no relays', { ...CAPACITY, relays: 0 }],
	['more relays than ids', { ...CAPACITY, relays: 256 }],
	['a gigabyte', { ...CAPACITY, configBytes: 2 ** 30 }],
])('a board that says it has room for %s counts as one that says nothing', async (_, says) => {
	const { id, link } = await rawBoard(says);
	expect((await configOf(id)).capacity).toEqual(OLDER);
	link.end();
});

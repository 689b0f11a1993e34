import { type MessageInitShape, create } from '@bufbuild/protobuf';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
	BeatSchema,
	ConfigAppliedSchema,
	type FromDevice,
	InputStateSchema,
	LogSchema,
	OtaProgressSchema,
	RelayStateSchema,
	SensorReadingSchema,
	Unit,
} from '../../../../protocol/device_pb.ts';
import { decodeConfigFile } from '../../../../protocol/config-file.ts';
import { DeviceList, DeviceView } from '../../../../protocol/dashboard/devices.ts';
import type { AuditEntry } from '../../../../protocol/dashboard/history.ts';
import type { DeviceConfig } from '../../../../protocol/dashboard/plan.ts';
import { CLOSE } from '../../../../hub/link/faults.ts';
import type { BrowserSession, LiveView } from '../../../harness/browser-session.ts';
import { TestHub } from '../../../harness/hub.ts';
import { type RawIdentity, RawLink, claim } from '../../../harness/boards/raw-link.ts';

const MAC = '02AABBCCDDEE';
const NEVER = 2n ** 64n - 1n;
/** Far more than a board may say by itself. */
const COMMANDS = 1_500;
const UINT32_MAX = 2 ** 32 - 1;
/** What a board may say of its relays in 10 s. */
const RELAY_STATES_MAX = 400;

let hub: TestHub;
let browser: BrowserSession;
let view: LiveView;
let id: string;
let identity: RawIdentity;
let link: RawLink;

beforeEach(async () => {
	hub = await new TestHub().start();
	browser = await hub.owner();
	view = await browser.open();
	id = (await browser.addVirtualBoard()).id;
	const config = decodeConfigFile(await browser.configFile(id));
	if (!config.ok) throw new Error(config.error);
	({ identity } = await claim(hub.origin, config.value, MAC));
	link = await new RawLink(hub.origin).enter(identity);
	await view.until(() => device()?.presence.state === 'online');
});
afterEach(async () => {
	link.end();
	view.close();
	await hub.remove();
});

const device = () => view.devices.get(id);
const relay = (value: Omit<MessageInitShape<typeof RelayStateSchema>, '$typeName'>): FromDevice['message'] => ({
	case: 'relayState',
	value: create(RelayStateSchema, { relay: 1, ...value }),
});
const reading = (value: number): FromDevice['message'] => ({
	case: 'sensorReading',
	value: create(SensorReadingSchema, { sensor: 1, unit: Unit.CELSIUS, value }),
});
const log = (text: string): FromDevice['message'] => ({ case: 'log', value: create(LogSchema, { text }) });

/** Everything before this has been heard: frames of a link come in their order. */
async function heard(): Promise<void> {
	link.send(log('so far'));
	await view.until(() => view.events.some((event) => event.type === 'log' && event.line.text === 'so far'));
}

async function auditOf(what: AuditEntry['what']): Promise<AuditEntry[]> {
	const { entries } = await browser.call<{ entries: AuditEntry[] }>('GET', `/audit?device=${id}&limit=200`);
	return entries.filter((entry) => entry.what === what);
}

describe('a board that tells nonsense', () => {
	it('empties no page, spoils no write, and is the same after a restart', async () => {
		link.send(relay({ on: true, changedMs: NEVER, remainingMs: UINT32_MAX, waitingMs: UINT32_MAX }));
		for (const value of [3.4e38, 1e17, -1e17, Infinity, NaN]) link.send(reading(value));
		link.send({
			case: 'beat',
			value: create(BeatSchema, { uptimeMs: NEVER, freeHeap: UINT32_MAX, rssi: 2 ** 31 - 1 }),
		});
		link.send({ case: 'inputState', value: create(InputStateSchema, { input: UINT32_MAX, on: true }) });
		link.send({ case: 'configApplied', value: create(ConfigAppliedSchema, { revision: 0, error: "'\u0000; no" }) });
		link.send({
			case: 'otaProgress',
			value: create(OtaProgressSchema, { nextOffset: UINT32_MAX, done: true, error: '\u0000' }),
		});
		link.send(log('\u0000\u202e'));
		await heard();
		expect(device()!.relays[0]).toMatchObject({ reported: true, changedAt: null, offAt: null, heldUntil: null });
		expect(device()!.config.state).toBe('applied');
		for (let starts = 0; starts < 2; starts++) {
			const { devices } = DeviceList.parse(await browser.call('GET', '/devices'));
			expect(devices[0]!.relays[0]).toMatchObject({ reported: true, changedAt: null });
			expect(devices[0]!.readings.every(({ value }) => value === null)).toBe(true);
			await hub.stop();
			await hub.start();
		}
		expect(hub.logged.filter(({ level }) => Number(level) >= 50)).toEqual([]);
	});

	it('is waited for as long as a command may be held back, and no longer: no timer overflows', async () => {
		const switching = browser.request('PUT', `/devices/${id}/relays/1`, { on: true });
		const { commandId } = (await link.message('setRelay')).value;
		link.send(relay({ commandId, waitingMs: UINT32_MAX }));
		expect((await switching).status).toBe(409); // it did not do it, and said for no time that it will
	});

	it('is not claimed with a MAC that is none', async () => {
		const pending = await browser.addVirtualBoard({ name: 'Fake' });
		const config = decodeConfigFile(await browser.configFile(pending.id));
		if (!config.ok) throw new Error(config.error);
		for (const mac of ['000000000000', 'FFFFFFFFFFFF']) {
			const fake = new RawLink(hub.origin);
			fake.enter({ credential: 1, ...config.value, mac }).catch(() => undefined);
			expect((await fake.closed).code).toBe(CLOSE.MALFORMED);
		}
		expect(view.pending.has(pending.id)).toBe(true);
	});
});

describe('a board that talks without end', () => {
	it('loses its link, is told of once, and no dashboard gets more than a board may say', async () => {
		const before = view.events.length;
		const sending = setInterval(() => {
			for (let n = 0; n < 500 && link.socket.readyState === link.socket.OPEN; n++)
				link.send(relay({ on: n % 2 === 0 }));
		}, 1);
		expect((await link.closed).code).toBe(CLOSE.TOO_MUCH);
		clearInterval(sending);
		await view.until(() => device()!.presence.state !== 'online');
		const told = view.events.slice(before).filter(({ type }) => type === 'relay');
		expect(told.length).toBeLessThanOrEqual(RELAY_STATES_MAX);
		expect((await auditOf('board-flooded')).map(({ details }) => details)).toEqual([
			{ kind: 'relayState', closed: true },
			{ kind: 'relayState', closed: false },
		]);
		expect(hub.logged.filter(({ msg }) => String(msg).includes('more than it may'))).toHaveLength(2);
	});

	it('may say no more over several links: what waits while its silent one is probed counts as well', async () => {
		const relays = () => view.events.filter(({ type }) => type === 'relay').length;
		const before = relays();
		for (let n = 0; n < 300; n++) link.send(relay({ on: n % 2 === 0 }));
		await heard();
		link.hush();
		const older = link;
		link = await new RawLink(hub.origin).greet(identity);
		link.beat();
		for (let n = 0; n < 300; n++) link.send(relay({ on: n % 2 === 0 }));
		link.send(log('taken over'));
		expect((await older.closed).code).toBe(CLOSE.REPLACED);
		await view.until(() => view.events.some((event) => event.type === 'log' && event.line.text === 'taken over'));
		expect(relays() - before).toBe(RELAY_STATES_MAX);
		expect((await auditOf('board-flooded')).map(({ details }) => details)).toEqual([
			{ kind: 'relayState', closed: false },
		]);
	});

	it('may say no more because it has left configurations unanswered, or was sent one whenever it came back', async () => {
		for (const version of [1, 2, 3]) {
			const { plan } = await browser.call<DeviceConfig>('GET', `/devices/${id}/config`);
			Object.assign(plan.relays[0]!, { maxOnMs: version * 60_000 });
			await browser.call('PUT', `/devices/${id}/config`, { version, ...plan });
		}
		for (let n = 0; n < 5; n++) {
			link.end();
			link = await new RawLink(hub.origin).enter(identity);
			await link.message('configure');
		}
		const before = view.events.length;
		for (let n = 0; n < 2 * RELAY_STATES_MAX; n++) link.send(relay({ on: n % 2 === 0 }));
		await heard();
		const told = view.events.slice(before).filter(({ type }) => type === 'relay');
		expect(told).toHaveLength(RELAY_STATES_MAX);
	});

	it('of its configuration writes no history of it', async () => {
		for (let n = 0; n < 4_000 && link.socket.readyState === link.socket.OPEN; n++)
			link.send({
				case: 'configApplied',
				value: create(ConfigAppliedSchema, { revision: 0, error: n % 2 ? `no ${n}` : '' }),
			});
		expect((await link.closed).code).toBe(CLOSE.TOO_MUCH);
		expect(await auditOf('config-applied')).toEqual([]);
		expect(await auditOf('config-refused')).toEqual([]);
		expect(DeviceView.parse(device()).config.state).toBe('applied');
	});

	it('of one thing is heard with the rest: beats keep it ONLINE, and commands reach it', async () => {
		for (let n = 0; n < 400; n++) link.send(log(`line ${n}`));
		await view.until(() => view.events.some((event) => event.type === 'audit' && event.entry.what === 'board-flooded'));
		expect((await view.setRelay(id, 1, true)).ok).toBe(true);
		await link.message('setRelay');
		expect(device()!.presence.state).toBe('online');
	});

	it('because people switch without end is answered for every command', async () => {
		let answered = 0;
		link.socket.on('message', () => {
			const command = link.heard.at(-1);
			if (command?.case !== 'setRelay') return;
			const { commandId, on } = command.value;
			link.send(relay({ commandId, on, cause: 1 }));
			answered++;
		});
		for (let n = 0; n < COMMANDS; n += 100)
			await Promise.all(Array.from({ length: 100 }, (_, m) => view.setRelay(id, 1, m % 2 === 0)));
		await link.until(() => link.heard.filter((one) => one.case === 'setRelay').length === COMMANDS);
		await heard();
		expect(answered).toBe(COMMANDS);
		expect(link.socket.readyState).toBe(link.socket.OPEN);
		expect(await auditOf('board-flooded')).toEqual([]);
	}, 30_000);

	it('because one dashboard sends thousands of commands at once is not blamed: what is too much is refused', async () => {
		link.socket.on('message', () => {
			const command = link.heard.at(-1);
			if (command?.case !== 'setRelay') return;
			const { commandId, on } = command.value;
			link.send(relay({ commandId, on, cause: 1 }));
		});
		const answers = await Promise.all(Array.from({ length: 5_000 }, (_, n) => view.setRelay(id, 1, n % 2 === 0)));
		const refused = answers.filter((answer) => !answer.ok);
		for (const answer of refused)
			expect(answer).toMatchObject({ error: { code: 'busy', message: expect.stringContaining('Try again') } });
		await heard();
		expect(link.socket.readyState).toBe(link.socket.OPEN);
		expect(await auditOf('board-flooded')).toEqual([]);
		expect(await view.setRelay(id, 1, true)).toEqual({ ok: true, value: null });
	}, 30_000);
});

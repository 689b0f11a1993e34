import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LogLine } from '../../protocol/dashboard/history.ts';
import type { DeviceConfig } from '../../protocol/dashboard/plan.ts';
import type { BrowserSession, LiveView } from '../harness/browser-session.ts';
import { TestHub } from '../harness/hub.ts';
import { FIRMWARE_VERSION, playedProgram, putImage } from '../harness/images.ts';
import { PosixBoard } from './posix-board.ts';

// Starts that nobody wanted: new firmware that is worth nothing, and crashes in a row.

const NAME = 'Boiler room';
const NEW = '9.9.9';
const PLAN = {
	name: NAME,
	board: 'd1-mini',
	relays: [{ id: 1, name: 'Pump', gpio: 5, activeLow: false }],
	sensors: [],
	wifi: { ssid: 'home', password: 'long enough' },
};
const SWITCH = { id: 1, name: 'Door', gpio: 4, relay: 1, activeLow: true, pullUp: true, debounceMs: 20 };
/** firmware/platform/posix/images.h: where an image says how it behaves, and for how long it is on trial. */
const FLAGS_AT = 24;
const TRIAL_MS_AT = 28;
const DEAF = 1;
const CRASHES = 2;
/** Crashes in a row that a board takes for its own fault: firmware/core/controls/controls.h. */
const CRASHES_TO_SAFETY = 5;

let hub: TestHub;
let browser: BrowserSession;
let view: LiveView;
let board: PosixBoard;
let id: string;

const device = () => view.devices.get(id)!;
const isOnline = () => view.following && device()?.presence.state === 'online';
const online = () => view.until(() => isOnline() && device().relays.every(({ reported }) => reported !== null), 15_000);

async function setRelay(on: boolean): Promise<void> {
	await view.setRelay(id, 1, on);
	await view.until(() => view.relay(id, 1)?.reported === on && view.relay(id, 1)?.wanted === null);
}

beforeEach(async () => {
	hub = await new TestHub().start();
	browser = await hub.owner();
	view = await browser.open();
	board = new PosixBoard(hub.origin);
	({ id } = await browser.addVirtualBoard(PLAN));
	board.start(await browser.configFile(id));
	await online();
});
afterEach(async () => {
	await board.remove();
	view.close();
	await hub.remove();
});

describe('an update to firmware that is worth nothing', () => {
	it.each([
		{ name: 'reaches no hub', flags: DEAF, trialMs: 800, says: 'the new firmware has not reached the hub', on: true },
		{ name: 'crashes', flags: CRASHES, trialMs: 0, says: 'a crash', on: false },
	])('which $name, ends with the older one, and is told', async ({ flags, trialMs, says, on }) => {
		const program = playedProgram(NEW, 20_000);
		program.writeUInt32LE(flags, FLAGS_AT);
		program.writeUInt32LE(trialMs, TRIAL_MS_AT);
		putImage(hub.data, 'd1-mini', NEW, program);
		await setRelay(true);
		await browser.call('POST', '/updates', { devices: [id], evenIfOn: true });
		await view.until(() => device().update?.state === 'failed', 20_000);
		expect(device().update!.reason).toContain('came back with its older firmware');
		expect(board.lines.some((line) => line.startsWith(says))).toBe(true);
		await online();
		expect(device().vitals.firmware).toBe(FIRMWARE_VERSION);
		// A restart on purpose keeps a relay as it is; after a crash its power-on state counts.
		expect(view.relay(id, 1)?.reported).toBe(on);
	});
});

it('after crashes in a row only relays and link work, until a configuration comes, and the hub is told why', async () => {
	const { plan, config } = await browser.call<DeviceConfig>('GET', `/devices/${id}/config`);
	const wired = { version: config.version, ...plan, inputs: [{ ...SWITCH, mode: 'toggle' as const }] };
	await browser.call('PUT', `/devices/${id}/config`, wired);
	await view.until(() => device().config.state === 'applied' && device().config.version > config.version);
	const inputs = () => view.events.filter((event) => event.type === 'input').length;
	await view.until(() => inputs() > 0);
	await board.cutPower();
	await view.until(() => !isOnline());

	const told = inputs();
	board.start(undefined, '--crashes', String(CRASHES_TO_SAFETY));
	await online();
	await setRelay(true);
	const log = async () =>
		(await browser.call<{ lines: LogLine[] }>('GET', `/devices/${id}/log`)).lines.map((line) => line.text);
	await expect
		.poll(log, { timeout: 10_000 })
		.toContain('5 crashes in a row: only the relays work, until the next restart.');
	board.pin(SWITCH.gpio, 'low');
	await setRelay(false);
	await setRelay(true); // the board has been at work since the switch was moved
	expect(inputs()).toBe(told);

	const { version } = device().config;
	wired.version = version;
	wired.relays[0]!.pulseMs = 60_000;
	await browser.call('PUT', `/devices/${id}/config`, wired);
	await view.until(() => device().config.state === 'applied' && device().config.version > version);
	await view.until(() => inputs() > told);
	board.pin(SWITCH.gpio, 'high');
	await view.until(() => view.relay(id, 1)?.cause === 'input');
});

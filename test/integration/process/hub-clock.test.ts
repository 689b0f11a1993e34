import { afterEach, beforeEach, expect, it } from 'vitest';
import type { DeviceConfig } from '../../../protocol/dashboard/plan.ts';
import { decodeConfigFile } from '../../../protocol/config-file.ts';
import { Credential } from '../../../protocol/device_pb.ts';
import { ManualClock } from '../../../hub/base/manual-clock.ts';
import type { BrowserSession, LiveView } from '../../harness/browser-session.ts';
import { TestHub } from '../../harness/hub.ts';
import { RawLink, claim } from '../../harness/boards/raw-link.ts';

/** The hub's machine has no clock of its own: it begins days behind, and gets its time when its boards are connected. */
const BEHIND = Date.parse('2026-11-25T03:00:00Z');
/** The hub looks for a step this often. */
const LOOK_MS = 5_000;
const HOUR_MS = 3_600_000;

let clock: ManualClock;
let hub: TestHub;
let browser: BrowserSession;
let view: LiveView;

beforeEach(async () => {
	clock = new ManualClock(BEHIND);
	hub = await new TestHub({ clock }).start();
	browser = await hub.owner();
	await browser.call('PUT', '/settings', { timeZone: 'UTC', place: null, historyDays: 365 });
	view = await browser.open();
});
afterEach(async () => {
	view.close();
	await hub.remove();
});

/** A board that only listens. */
async function listener(): Promise<RawLink> {
	const { id } = await browser.addVirtualBoard({ name: 'Listener' });
	const config = decodeConfigFile(await browser.configFile(id));
	if (!config.ok) throw new Error(config.error);
	const { identity } = await claim(hub.origin, config.value, '02A1B2C3D4E5');
	const link = await new RawLink(hub.origin).enter({ ...identity, credential: Credential.DEVICE });
	await view.until(() => view.devices.get(id)?.presence.state === 'online');
	return link;
}
const told = (link: RawLink) => link.heard.flatMap((message) => (message.case === 'setClock' ? [message.value] : []));

it('runs schedules at the right time when the hub gets its time after its boards have connected', async () => {
	const { id } = await browser.addVirtualBoard();
	hub.board(await browser.configFile(id));
	await view.until(() => view.devices.get(id)?.presence.state === 'online');
	const { plan, config } = await browser.call<DeviceConfig>('GET', `/devices/${id}/config`);
	const schedules = [{ id: 1, relay: 1, on: true, weekdays: 127, event: 'time', minutes: 12 * 60 + 1 }];
	await browser.call('PUT', `/devices/${id}/config`, { ...plan, version: config.version, schedules });
	await view.until(() => view.devices.get(id)?.config.state === 'applied');
	clock.stepWall(Date.parse('2026-11-28T12:00:59Z') - LOOK_MS - clock.now());
	clock.advance(LOOK_MS);
	await view.until(() => view.relay(id, 1)?.cause === 'schedule');
	expect(view.relay(id, 1)).toMatchObject({ reported: true });
});

it('tells boards the time when the hub’s clock steps by more than 2 s, and of another zone at once', async () => {
	const link = await listener();
	clock.stepWall(1_900);
	clock.advance(LOOK_MS);
	clock.stepWall(-1_000);
	clock.advance(LOOK_MS);
	clock.stepWall(-3_000);
	clock.advance(LOOK_MS);
	await link.until(() => told(link).length === 1);
	expect(told(link)[0]).toMatchObject({ hubTimeMs: BigInt(clock.now()), timeZone: 'UTC0' });

	await browser.call('PUT', '/settings', { timeZone: 'Europe/Berlin', place: null, historyDays: 365 });
	await link.until(() => told(link).length === 2);
	expect(told(link)[1]!.timeZone).toContain('M10.5.0');
	link.end();
});

it('keeps what is left of a countdown on every dashboard when the hub’s clock steps', async () => {
	const { id } = await browser.addVirtualBoard();
	hub.board(await browser.configFile(id));
	await view.until(() => view.devices.get(id)?.presence.state === 'online');
	await view.setRelay(id, 1, true, HOUR_MS);
	await view.until(() => view.relay(id, 1)?.offAt);
	const before = view.relay(id, 1)!.offAt! - clock.now();
	clock.stepWall(2 * HOUR_MS);
	clock.advance(LOOK_MS);
	await view.until(() => view.events.some(({ type }) => type === 'clock'));
	expect(view.events.find(({ type }) => type === 'clock')).toEqual({ type: 'clock', now: clock.now() });
	expect(view.relay(id, 1)!.offAt! - clock.now()).toBe(before - LOOK_MS);
});

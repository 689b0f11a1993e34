import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PAUSE_FOREVER_AT } from '../../protocol/dashboard/limits.ts';
import type { DeviceView } from '../../protocol/dashboard/devices.ts';
import type { AuditPage } from '../../protocol/dashboard/history.ts';
import type { DeviceConfig, SchedulePlan } from '../../protocol/dashboard/plan.ts';
import type { HouseSchedules, ScheduleRuns } from '../../protocol/dashboard/schedules.ts';
import { decodeConfigFile } from '../../protocol/config-file.ts';
import { Credential } from '../../protocol/device_pb.ts';
import { ManualClock } from '../../hub/base/manual-clock.ts';
import type { BrowserSession, LiveView } from '../harness/browser-session.ts';
import { RawLink, claim } from '../harness/boards/raw-link.ts';
import { TestHub } from '../harness/hub.ts';

const MINUTE_MS = 60_000;
/** The hub looks for a step of its machine's clock this often. */
const LOOK_MS = 5_000;
/** A Saturday; on the 29th Berlin's clocks go from 02:00 to 03:00. */
const EVE_OF_SUMMER_TIME = Date.parse('2026-03-28T12:00:00Z');
const BERLIN = { timeZone: 'Europe/Berlin', place: { latitude: 52.5, longitude: 13.375 }, historyDays: 365 };

let clock: ManualClock;
let hub: TestHub;
let browser: BrowserSession;
let view: LiveView;

async function start(now: number): Promise<void> {
	clock = new ManualClock(now);
	hub = await new TestHub({ clock }).start();
	browser = await hub.owner();
	await browser.call('PUT', '/settings', BERLIN);
	view = await browser.open();
}
beforeEach(() => start(EVE_OF_SUMMER_TIME));
afterEach(async () => {
	view.close();
	await hub.remove();
});

const schedule = (id: number, minutes: number, change: Partial<SchedulePlan> = {}): SchedulePlan => ({
	id,
	relay: 1,
	on: true,
	weekdays: 127,
	event: 'time',
	minutes,
	forMs: 0,
	when: 'always',
	varyMinutes: 0,
	...change,
});

async function plan(id: string, schedules: SchedulePlan[]): Promise<void> {
	const { plan, config } = await browser.call<DeviceConfig>('GET', `/devices/${id}/config`);
	await browser.call('PUT', `/devices/${id}/config`, { version: config.version, ...plan, schedules });
}

/** A virtual board with the firmware of today. */
async function addBoard(name: string, schedules: SchedulePlan[]): Promise<string> {
	const { id } = await browser.addVirtualBoard({ name });
	hub.board(await browser.configFile(id), name);
	await view.until(() => view.devices.get(id)?.presence.state === 'online');
	await plan(id, schedules);
	await view.until(() => view.devices.get(id)?.config.state === 'applied');
	return id;
}

/** Resolves when the board has confirmed what the request changed. */
async function applied(id: string, ask: () => Promise<unknown>): Promise<void> {
	const before = view.devices.get(id)!.config.appliedAt;
	clock.advance(1_000);
	await ask();
	await view.until(() => {
		const { state, appliedAt } = view.devices.get(id)!.config;
		return state === 'applied' && appliedAt !== before;
	});
}

const house = () => browser.call<HouseSchedules>('GET', '/schedules');
const runsOf = (id: string) => browser.call<ScheduleRuns>('GET', `/devices/${id}/schedules`);
const iso = (at: number | null | undefined) => at && new Date(at).toISOString().slice(0, 'YYYY-MM-DDTHH:MM'.length);
const whats = async () => {
	const { entries } = await browser.call<AuditPage>('GET', '/audit?kind=config');
	return entries.map(({ what }) => what).filter((what) => /^(schedules|vacation)/.test(what));
};

describe('the next runs of the house', () => {
	it('are in the order in which they happen when clocks go forward, and when they go back', async () => {
		const attic = await addBoard('Attic', [schedule(1, 181), schedule(2, 150)]);
		const cellar = await addBoard('Cellar', [schedule(1, 119), schedule(2, 0, { event: 'sunrise' })]);
		const order = async () => (await house()).runs.map(({ device, schedule, at }) => [device, schedule, iso(at)]);
		// 01:59, then 02:30, which does not exist and runs at 03:00, then 03:01, then the sun.
		expect(await order()).toEqual([
			[cellar, 1, '2026-03-29T00:59'],
			[attic, 2, '2026-03-29T01:00'],
			[attic, 1, '2026-03-29T01:01'],
			[cellar, 2, expect.stringMatching(/^2026-03-29T04:4/)],
		]);
		view.close();
		await hub.remove();
		await start(Date.parse('2026-10-24T12:00:00Z'));
		const hall = await addBoard('Hall', [schedule(1, 181), schedule(2, 150), schedule(3, 119)]);
		// 01:59 and 02:30 of summer time, 03:01 of standard time: an hour lies between.
		expect(await order()).toEqual([
			[hall, 3, '2026-10-24T23:59'],
			[hall, 2, '2026-10-25T00:30'],
			[hall, 1, '2026-10-25T02:01'],
		]);
	});

	it('are those of a board with older firmware, which knows no pause and no vacation', async () => {
		const { id } = await browser.addVirtualBoard({ name: 'Old' });
		const config = decodeConfigFile(await browser.configFile(id));
		if (!config.ok) throw new Error(config.error);
		const { identity } = await claim(hub.origin, config.value, '02A1B2C3D4E5');
		const link = await new RawLink(hub.origin).enter({ ...identity, credential: Credential.DEVICE });
		await view.until(() => view.devices.get(id)?.presence.state === 'online');
		await plan(id, [schedule(1, 900, { when: 'in-vacation' })]);
		const { schedules } = (await link.message('configure')).value;
		expect(schedules).toMatchObject([{ id: 1, minutes: 900 }]);
		await browser.call('PUT', '/schedules/pause', { until: null });
		const { tooOld, runs } = await runsOf(id);
		expect([tooOld, iso(runs[0]!.at)]).toEqual([true, '2026-03-28T14:00']);
		link.end();
	});
});

describe('a pause', () => {
	it('after a restart leaves a sensor without a name as it was: nobody has named it', async () => {
		const id = await addBoard('Attic', [schedule(1, 900)]);
		await hub.stop();
		await hub.start();
		await view.until(() => view.answers.length > 1 && view.devices.get(id)?.presence.state === 'online');
		await applied(id, () => browser.call('PUT', `/devices/${id}/schedules/1/pause`, { until: null }));
		const { devices } = await browser.call<{ devices: DeviceView[] }>('GET', '/devices');
		expect(devices.map(({ sensors }) => sensors)).toEqual([undefined]);
	});

	it('of the house is kept by the board, which ends it by itself, and by the hub over a restart', async () => {
		const id = await addBoard('Attic', [schedule(1, 15 * 60 + 2), schedule(2, 15 * 60 + 2, { relay: 2 })]);
		await applied(id, () => browser.call('PUT', '/schedules/pause', { until: '2026-03-28T15:02' }));
		expect((await runsOf(id)).runs.map(({ at }) => iso(at))).toEqual(Array(2).fill('2026-03-28T14:02'));
		await applied(id, () => browser.call('PUT', `/devices/${id}/schedules/1/pause`, { until: null }));
		// The board counts on by itself from what it is told.
		clock.stepWall(Date.parse('2026-03-28T14:01:58Z') - LOOK_MS - clock.now());
		clock.advance(LOOK_MS);
		await view.until(() => view.relay(id, 2)?.cause === 'schedule');
		expect(view.relay(id, 1)!.cause).not.toBe('schedule');
		await browser.call('PUT', '/schedules/pause', { until: null });
		expect((await house()).house.pausedUntil).toBe(PAUSE_FOREVER_AT);
		view.close();
		await hub.stop();
		await hub.start();
		view = await browser.open();
		expect(await house()).toMatchObject({ house: { pausedUntil: PAUSE_FOREVER_AT } });
		expect((await runsOf(id)).runs.map(({ at }) => at)).toEqual([null, null]);
		await browser.call('DELETE', '/schedules/pause');
		expect((await house()).house.pausedUntil).toBeNull();
		expect(await whats()).toEqual(['schedules-resumed', ...Array<string>(3).fill('schedules-paused')]);
	});

	it('of a device or of one schedule leaves the others, and goes with the schedule', async () => {
		const attic = await addBoard('Attic', [schedule(1, 900), schedule(2, 901)]);
		const cellar = await addBoard('Cellar', [schedule(1, 902)]);
		await applied(attic, () => browser.call('PUT', `/devices/${attic}/schedules/1/pause`, { until: null }));
		await browser.call('PUT', `/devices/${cellar}/schedules/pause`, { until: '2026-04-01T06:00' });
		expect((await runsOf(attic)).runs.map(({ at }) => iso(at))).toEqual([null, '2026-03-28T14:01']);
		expect(await runsOf(cellar)).toMatchObject({ pausedUntil: Date.parse('2026-04-01T04:00Z') });
		expect((await house()).runs.map(({ device, at }) => [device, iso(at)])).toEqual([
			[attic, '2026-03-28T14:01'],
			[cellar, '2026-04-01T13:02'],
		]);
		await plan(attic, [schedule(2, 901)]);
		await plan(attic, [schedule(1, 900), schedule(2, 901)]);
		expect((await runsOf(attic)).runs[0]!.pausedUntil).toBeNull();
		await expect(browser.call('PUT', `/devices/${attic}/schedules/9/pause`, { until: null })).rejects.toMatchObject({
			api: { code: 'not-found', fault: 'no-such-schedule' },
		});
	});

	it('that does not lie ahead is refused', async () => {
		await expect(browser.call('PUT', '/schedules/pause', { until: '2026-03-28T12:59' })).rejects.toMatchObject({
			api: { fault: 'moment-out-of-range', field: 'until' },
		});
	});
});

describe('a vacation', () => {
	it('moves schedules that vary, runs those of its days and no others, and ends when it is ended', async () => {
		const id = await addBoard('Attic', [
			schedule(1, 900, { varyMinutes: 60 }),
			schedule(2, 900, { when: 'at-home' }),
			schedule(3, 900, { when: 'in-vacation' }),
		]);
		const next = async () => (await runsOf(id)).runs;
		expect((await next()).map(({ at }) => iso(at))).toEqual(['2026-03-28T14:00', '2026-03-28T14:00', null]);
		await applied(id, () => browser.call('PUT', '/schedules/vacation', { from: null, until: '2026-03-30T00:00' }));
		const [varied, home, away] = await next();
		expect(varied!.varied).toBe(true);
		expect(Math.abs(varied!.at! - Date.parse('2026-03-28T14:00Z'))).toBeLessThanOrEqual(60 * MINUTE_MS);
		expect([iso(home!.at), iso(away!.at)]).toEqual(['2026-03-30T13:00', '2026-03-28T14:00']);
		expect((await house()).house.vacation).toEqual({
			from: EVE_OF_SUMMER_TIME + MINUTE_MS,
			until: Date.parse('2026-03-29T22:00Z'),
		});
		await applied(id, () => browser.call('DELETE', '/schedules/vacation'));
		clock.advance(MINUTE_MS);
		expect((await house()).house.vacation).toBeNull();
		expect((await next()).map(({ at }) => iso(at))).toEqual(['2026-03-28T14:00', '2026-03-28T14:00', null]);
		expect(await whats()).toEqual(['vacation-ended', 'vacation-set']);
	});

	it('that ends before it begins is refused, and one that has not begun is taken back', async () => {
		const wish = { from: '2026-04-02T00:00', until: '2026-04-01T00:00' };
		await expect(browser.call('PUT', '/schedules/vacation', wish)).rejects.toMatchObject({
			api: { fault: 'ends-before-it-begins', field: 'until' },
		});
		await browser.call('PUT', '/schedules/vacation', { from: '2026-04-02T00:00', until: null });
		expect((await house()).house.vacation).toMatchObject({ until: PAUSE_FOREVER_AT });
		await browser.call('DELETE', '/schedules/vacation');
		expect((await house()).house.vacation).toBeNull();

		// One that runs is over at once, in the middle of a minute too.
		await browser.call('PUT', '/schedules/vacation', { from: null, until: null });
		clock.advance(90_500);
		await browser.call('DELETE', '/schedules/vacation');
		expect((await house()).house.vacation).toBeNull();
	});
});

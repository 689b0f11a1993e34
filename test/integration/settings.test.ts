import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AuditPage } from '../../protocol/dashboard/history.ts';
import type { DeviceConfig } from '../../protocol/dashboard/plan.ts';
import type { ScheduleRuns } from '../../protocol/dashboard/schedules.ts';
import type { SettingsBody, SettingsView } from '../../protocol/dashboard/settings.ts';
import { ManualClock } from '../../hub/base/manual-clock.ts';
import { type ApiFailure, type BrowserSession, PASSWORD } from '../harness/browser-session.ts';
import { EVERYTHING, answeredBy, newToken } from '../harness/people/api-tokens.ts';
import { TestHub } from '../harness/hub.ts';
import { memberOf } from '../harness/people/member.ts';
import { answerOf } from '../harness/people/people.ts';
import { RawLink, claim } from '../harness/boards/raw-link.ts';
import { decodeConfigFile } from '../../protocol/config-file.ts';

const BERLIN: SettingsBody = {
	timeZone: 'Europe/Berlin',
	place: { latitude: 52.5, longitude: 13.375 },
	historyDays: 30,
};
/** 2026-06-21, noon in Berlin */
const MIDSUMMER = Date.UTC(2026, 5, 21, 10);

let hub: TestHub;
let browser: BrowserSession;
let clock: ManualClock;

beforeEach(async () => {
	clock = new ManualClock(MIDSUMMER);
	hub = await new TestHub({ clock }).start();
	browser = await hub.owner();
});
afterEach(() => hub.remove());

const see = (by = browser) => by.call<SettingsView>('GET', '/settings');
const change = (change: Partial<SettingsBody>, by = browser) =>
	by.call<SettingsView>('PUT', '/settings', { ...BERLIN, current: PASSWORD, ...change });
const failure = (call: Promise<unknown>) =>
	call.then(
		() => undefined,
		(error: ApiFailure) => [error.status, error.api.field],
	);

describe('settings', () => {
	it('are the machine’s own zone, no place and a year until somebody says otherwise', async () => {
		expect(await see()).toMatchObject({
			timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
			place: null,
			sun: null,
			historyDays: 365,
		});
	});

	it.each([
		['Pacific/Auckland', 'Pacific/Auckland'],
		['europe/berlin', 'Europe/Berlin'],
	])('take the zone %s of the browser at set-up, and tell it in the history', async (timeZone, taken) => {
		const fresh = await new TestHub().start();
		try {
			const owner = fresh.browser();
			const body = { code: fresh.setUpCode, name: 'anna', password: PASSWORD };
			await owner.call('POST', '/setup', { ...body, timeZone });
			expect(await see(owner)).toMatchObject({ timeZone: taken });
			const { entries } = await owner.call<AuditPage>('GET', '/audit?kind=hub');
			expect(entries[0]).toMatchObject({ what: 'settings-changed', person: 'anna' });
			const values = [{ key: 'timeZone', before: { text: 'UTC' }, after: { text: taken } }];
			expect(entries[0]!.details.changes).toEqual([{ part: { kind: 'itself' }, what: 'changed', values }]);
			// Only at set-up, and only once.
			expect((await owner.request('POST', '/setup', { ...body, timeZone: 'UTC' })).status).toBe(409);
			expect(await see(owner)).toMatchObject({ timeZone: taken });
		} finally {
			await fresh.remove();
		}
	});

	it.each(['Mars/Olympus', '+02:00', ''])('set-up goes on without the zone %j', async (timeZone) => {
		const fresh = await new TestHub().start();
		try {
			const owner = fresh.browser();
			await owner.call('POST', '/setup', { code: fresh.setUpCode, name: 'anna', password: PASSWORD, timeZone });
			expect((await see(owner)).timeZone).toBe(Intl.DateTimeFormat().resolvedOptions().timeZone);
		} finally {
			await fresh.remove();
		}
	});

	it('keep the history for fewer days only by the owner’s proof, which no token has', async () => {
		const put = async (body: object) => answerOf(browser, 'PUT', '/settings', { ...BERLIN, ...body });
		expect(await put({})).toEqual({ status: 400, fault: 'password-needed', field: 'current' });
		const wrong = { status: 400, fault: 'current-password-wrong', field: 'current' };
		expect(await put({ current: 'wrong horse' })).toEqual(wrong);
		const { secret } = await newToken(browser, EVERYTHING);
		const byToken = (historyDays: number) =>
			answeredBy(hub.origin, secret, 'PUT /settings', { ...BERLIN, historyDays, current: PASSWORD });
		expect(await byToken(364)).toEqual([403, 'api-token-may-not']);
		expect((await see()).historyDays).toBe(365);
		expect(await byToken(366)).toEqual([200]);
		expect(await put({ current: PASSWORD })).toEqual({ status: 200 });
		expect((await see()).historyDays).toBe(30);
	});

	it('never keep fewer days than somebody else has just wished for, without the proof', async () => {
		await change({ historyDays: 400 });
		// In either order the longer history stays: what comes second is refused, or it is the longer one.
		for (let days = 400; days < 1_200; days += 40) {
			const both = [days + 40, days + 20].map((historyDays) => answerOf(browser, 'PUT', '/settings', { historyDays }));
			for (const { fault } of await Promise.all(both)) expect([undefined, 'password-needed']).toContain(fault);
			expect((await see()).historyDays).toBe(days + 40);
		}
	});

	it('name the zone and the next run of every schedule', async () => {
		await change({});
		const { id } = await browser.addVirtualBoard();
		const board = decodeConfigFile(await browser.configFile(id));
		if (!board.ok) throw new Error(board.error);
		await claim(hub.origin, board.value, '02AABBCCDD01');
		const { config, plan } = await browser.call<DeviceConfig>('GET', `/devices/${id}/config`);
		const schedule = { relay: 1, on: true, weekdays: 127, event: 'time', minutes: 1_290 };
		await browser.call('PUT', `/devices/${id}/config`, {
			version: config.version,
			...plan,
			schedules: [
				{ ...schedule, id: 1 },
				{ ...schedule, id: 2, event: 'sunset', minutes: 0 },
			],
		});
		const runs = () => browser.call<ScheduleRuns>('GET', `/devices/${id}/schedules`);
		const { timeZone, runs: before } = await runs();
		expect([timeZone, before[0]]).toEqual([
			'Europe/Berlin',
			{ schedule: 1, pausedUntil: null, at: Date.UTC(2026, 5, 21, 19, 30), varied: false },
		]);
		expect(new Date(before[1]!.at!).toISOString()).toMatch(/^2026-06-21T19:3[2-4]/);
		await change({ timeZone: 'Pacific/Auckland', place: null });
		expect(await runs()).toMatchObject({
			timeZone: 'Pacific/Auckland',
			runs: [
				{ schedule: 1, at: Date.UTC(2026, 5, 22, 9, 30) },
				{ schedule: 2, at: null },
			],
		});
	});

	it('are kept over a restart, with the zone as boards take it and today’s sun', async () => {
		expect(await change({})).toMatchObject(BERLIN);
		await hub.stop();
		await hub.start();
		const settings = await see();
		expect(settings).toMatchObject(BERLIN);
		expect(settings.posixTimeZone).toMatch(/-1.*,M3\.5\.0(\/2)?,M10\.5\.0\/3$/);
		// By NOAA's calculator: 04:43 and 21:33.
		expect(settings.sun!.sunrise).toMatch(/^04:4[2-4]$/);
		expect(settings.sun!.sunset).toMatch(/^21:3[2-4]$/);
	});

	it('know a place where the sun does not set', async () => {
		const { sun } = await change({ timeZone: 'Arctic/Longyearbyen', place: { latitude: 78.22, longitude: 15.65 } });
		expect(sun).toEqual({ sunrise: null, sunset: null });
	});

	it('show the sun by the clocks of Morocco, which go back for Ramadan', async () => {
		await hub.remove();
		clock = new ManualClock(Date.parse('2027-02-06T12:00Z'));
		hub = await new TestHub({ clock }).start();
		browser = await hub.owner();
		const place = { latitude: 33.57, longitude: -7.59 };
		const sunriseOn = async (date: string) => {
			clock.stepWall(Date.parse(date) - clock.now());
			return (await change({ timeZone: 'Africa/Casablanca', place })).sun!.sunrise;
		};
		expect(await sunriseOn('2027-02-06T12:00Z')).toMatch(/^08:2[2-4]$/);
		expect(await sunriseOn('2027-02-20T12:00Z')).toMatch(/^07:(09|1[01])$/);
		expect(await sunriseOn('2027-03-13T12:00Z')).toMatch(/^06:4[3-5]$/);
		expect(await sunriseOn('2027-03-15T12:00Z')).toMatch(/^07:4[0-2]$/);
	});

	it('spell a zone as it is spelt, and keep an alias', async () => {
		expect(await change({ timeZone: 'europe/berlin' })).toMatchObject({ timeZone: 'Europe/Berlin' });
		expect(await change({ timeZone: 'Asia/Kolkata' })).toMatchObject({ timeZone: 'Asia/Kolkata' });
		expect(await change({ timeZone: 'UTC' })).toMatchObject({ timeZone: 'UTC' });
	});

	it.each([
		['a zone that is none', { timeZone: 'Europe/Atlantis' }, 'timeZone'],
		['an offset, which knows no summer', { timeZone: '+01:00' }, 'timeZone'],
		['a place beyond the pole', { place: { latitude: 90.1, longitude: 0 } }, 'place.latitude'],
		['half a place', { place: { latitude: 50 } }, 'place.longitude'],
		['a history of a day', { historyDays: 1 }, 'historyDays'],
		['a history of half days', { historyDays: 30.5 }, 'historyDays'],
		['a history of eleven years', { historyDays: 4_000 }, 'historyDays'],
	])('refuse %s', async (_, wrong, field) => {
		await change({});
		expect(await failure(change(wrong as Partial<SettingsBody>))).toEqual([400, field]);
		expect(await see()).toMatchObject(BERLIN);
	});

	it('are seen by a member and changed by the owner alone', async () => {
		const ben = await memberOf(hub);
		expect(await see(ben)).toMatchObject({ historyDays: 365 });
		expect(await failure(change({}, ben))).toEqual([403, undefined]);
		expect(await failure(see(hub.browser()))).toEqual([401, undefined]);
		expect(await see()).toMatchObject({ historyDays: 365 });
	});

	it('of many changes at once are one of them, whole', async () => {
		const days = Array.from({ length: 20 }, (_, i) => 100 + i);
		await Promise.all(
			days.map((historyDays) => change({ historyDays, place: { latitude: historyDays - 100, longitude: 0 } })),
		);
		const { historyDays, place } = await see();
		expect(days).toContain(historyDays);
		expect(place!.latitude).toBe(historyDays - 100);
		await hub.stop();
		await hub.start();
		expect(await see()).toMatchObject({ historyDays, place });
	});
});

describe('a board', () => {
	it('is told the household’s zone when it connects, and one with schedules the new place at once', async () => {
		await change({ timeZone: 'UTC' });
		const { id } = await browser.addVirtualBoard();
		const config = decodeConfigFile(await browser.configFile(id));
		if (!config.ok) throw new Error(config.error);
		const { identity } = await claim(hub.origin, config.value, '02A1B2C3D4E5');
		const link = await new RawLink(hub.origin).enter(identity);
		const { plan, config: before } = await browser.call<DeviceConfig>('GET', `/devices/${id}/config`);
		const schedules = [{ id: 1, relay: 1, on: true, weekdays: 127, event: 'sunset', minutes: -30 }];
		await browser.call('PUT', `/devices/${id}/config`, { ...plan, version: before.version, schedules });
		await link.until(() => configured(link).length === 1);
		expect(configured(link)[0]!.place).toMatchObject({ latitude: 52.5, timeZone: 'UTC0' });
		await change({});
		await link.until(() => configured(link).length === 2);
		expect(configured(link)[1]!.place!.timeZone).toContain('M10.5.0');
		await change({ historyDays: 60 });
		await change({ place: { latitude: 48, longitude: 11 } });
		await link.until(() => configured(link).length === 3);
		expect(configured(link)[2]!.place).toMatchObject({ latitude: 48, longitude: 11 });
		link.end();
	});
});

function configured(link: RawLink) {
	return link.heard.flatMap((message) => (message.case === 'configure' ? [message.value] : []));
}

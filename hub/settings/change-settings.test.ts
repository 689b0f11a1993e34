import { afterEach, beforeEach, expect, it } from 'vitest';
import { TestDevices } from '../../test/harness/devices.ts';
import { ANNA } from '../../test/harness/records.ts';
import { changeSettings } from './change-settings.ts';
import { Settings, loadSettings } from './settings.ts';

const HOME = { latitude: 52.5, longitude: 13.375 };
const EVENING = {
	id: 1,
	relay: 1,
	on: true,
	weekdays: 127,
	event: 'sunset',
	minutes: 0,
	forMs: 0,
	when: 'always',
	varyMinutes: 0,
} as const;

let devices: TestDevices;

beforeEach(async () => void (devices = await TestDevices.open()));
afterEach(() => devices.close());

it('a new place is accepted while a device is being changed; its board is sent it after that', async () => {
	const { record } = await devices.add('boiler');
	record.plan = { ...record.plan, schedules: [EVENING] };
	const settings = new Settings(devices.options);
	let done = () => undefined as void;
	const change = devices.locks.run('boiler', () => new Promise<void>((resolve) => (done = resolve)));
	const answer = await changeSettings(settings, devices, { ...settings.value, place: HOME }, ANNA);
	expect(answer.ok).toBe(true);
	expect(settings.value.place).toEqual(HOME);
	const { revision } = record;
	done();
	await change;
	// This turn comes after the one in which the board is sent its configuration.
	await devices.locks.run('boiler', async () => undefined);
	expect(record.revision).toBe(revision + 1);
});

it('a new place that cannot be saved for one board is sent to the others, and to this one later', async () => {
	const records = [(await devices.add('boiler')).record, (await devices.add('pump')).record];
	for (const record of records) record.plan = { ...record.plan, schedules: [EVENING] };
	const sql = (text: string) => devices.options.orm.em.fork().execute(text);
	await sql(`CREATE TRIGGER no BEFORE UPDATE ON device WHEN old.id = 'boiler' BEGIN SELECT RAISE(ABORT, 'no'); END`);
	const settings = new Settings(devices.options);
	await changeSettings(settings, devices, { ...settings.value, place: HOME }, ANNA);
	const revisions = () => records.map(({ revision }) => revision);
	await expect.poll(revisions, { interval: 5 }).toEqual([0, 1]);
	await sql('DROP TRIGGER no');
	devices.clock.advance(10_000);
	await expect.poll(revisions, { interval: 5 }).toEqual([1, 1]);
});

it('what is not wished for stays as it is, also where two change it at once', async () => {
	const settings = new Settings(devices.options);
	const wishes = [{ place: HOME }, { historyDays: 400 }, { timeZone: 'Europe/London' }, {}];
	await Promise.all(wishes.map((wish) => changeSettings(settings, devices, wish, ANNA)));
	const kept = new Settings(devices.options);
	await loadSettings(kept);
	for (const { value } of [settings, kept])
		expect(value).toEqual({ timeZone: 'Europe/London', place: HOME, historyDays: 400 });
});

it('a shorter history takes a proof, also where somebody makes it longer just before', async () => {
	const settings = new Settings(devices.options);
	const both = await Promise.all(
		[1_000, 400].map((historyDays) => changeSettings(settings, devices, { historyDays }, ANNA)),
	);
	expect(both).toMatchObject([{ ok: true }, { ok: false, error: { kind: 'password-needed', field: 'current' } }]);
	expect(settings.value.historyDays).toBe(1_000);
	expect(await changeSettings(settings, devices, { historyDays: 400 }, ANNA, true)).toMatchObject({ ok: true });
	expect(settings.value.historyDays).toBe(400);
});

it('another town’s name for the same place is stored, and no board is sent anything', async () => {
	const { record } = await devices.add('boiler');
	record.plan = { ...record.plan, schedules: [EVENING] };
	const settings = new Settings(devices.options);
	await changeSettings(settings, devices, { ...settings.value, place: HOME }, ANNA);
	await expect.poll(() => record.revision, { interval: 5 }).toBe(1);
	const named = { ...HOME, town: { name: 'Potsdam', country: 'DE' } };
	await changeSettings(settings, devices, { ...settings.value, place: named }, ANNA);
	await devices.locks.run('boiler', async () => undefined);
	const kept = new Settings(devices.options);
	await loadSettings(kept);
	expect([record.revision, kept.value.place]).toEqual([1, named]);
});

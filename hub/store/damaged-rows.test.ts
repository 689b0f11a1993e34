import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TestDevices } from '../../test/harness/devices.ts';
import { ANNA, planOf } from '../../test/harness/records.ts';
import { systemRandom } from '../base/random.ts';
import { Claims, type ClaimsOptions } from '../claims/claims.ts';
import { Registration } from '../claims/entities.ts';
import { loadClaims } from '../claims/load-claims.ts';
import { loadScenes } from '../scenes/load-scenes.ts';
import { makeScene } from '../scenes/make-scene.ts';
import { Scenes } from '../scenes/scenes.ts';
import { loadSettings, Settings } from '../settings/settings.ts';
import { Vault } from './vault.ts';
import { insertKey } from '../devices/create-device.ts';
import { loadLegacyBoards } from '../devices/legacy/load-legacy-boards.ts';
import { loadDevices } from '../devices/load-devices.ts';

const DAMAGED = [['{"relays":['], ['null'], ['{"relays":7}'], ['{"relays":[{"id":"one"}]}']];

let devices: TestDevices;
let logged: string[];

beforeEach(async () => {
	devices = await TestDevices.open();
	logged = [];
	devices.options.log = pino({}, { write: (line: string) => void logged.push(line) });
	devices.options.vault = new Vault(new Uint8Array(32), systemRandom);
	for (const id of ['bad', 'good']) await devices.add(id);
});
afterEach(() => devices.close());

const em = () => devices.options.orm.em.fork();
const sql = <T = unknown>(text: string, values: unknown[] = []) => em().execute<T[]>(text, values);

async function restartHub(): Promise<void> {
	devices.byId.clear();
	devices.keys.clear();
	await loadDevices(devices);
}

describe('the hub starts in spite of', () => {
	it.each(DAMAGED)('a device with the plan %s: the others are shown, and its row stays', async (plan) => {
		await sql(`UPDATE device SET plan = ? WHERE id = 'bad'`, [plan]);
		await restartHub();
		expect([...devices.byId.keys()]).toEqual(['good']);
		expect(logged).toHaveLength(1);
		expect(logged[0]).toContain('"device":"bad"');
		expect(await sql(`SELECT plan FROM device WHERE id = 'bad'`)).toEqual([{ plan }]);
	});

	it.each(DAMAGED.slice(0, 1).concat(DAMAGED.slice(2)))(
		'a device with the running plan %s, which is shown',
		async (plan) => {
			await sql(`UPDATE device SET running_plan = ? WHERE id = 'bad'`, [plan]);
			await restartHub();
			expect(devices.byId.get('bad')!.record.runningPlan).toBeNull();
			expect(logged).toHaveLength(1);
		},
	);

	it('a damaged key: the keys of other devices are good', async () => {
		const { vault } = devices.options;
		for (const id of ['bad', 'good']) await insertKey(em(), vault, id, 0, { keyId: id, key: new Uint8Array(32) });
		await sql(`UPDATE device_key SET sealed = x'00' WHERE key_id = 'bad'`);
		await restartHub();
		expect([...devices.keys.keys()]).toEqual(['good']);
		expect([...devices.unreadableKeys]).toEqual(['bad']);
		expect(logged).toHaveLength(1);
	});

	it.each(DAMAGED)('a pending device with the plan %s: the others are shown, and its row stays', async (plan) => {
		const claims = new Claims({ ...devices.options, devices } as Partial<ClaimsOptions> as ClaimsOptions);
		for (const id of ['bad', 'good'])
			await em().insert(Registration, {
				id,
				keyId: id,
				sealedKey: null,
				sealedWifi: null,
				ownerId: 'anna',
				name: id,
				board: 'virtual',
				plan: planOf({}),
				createdAt: 0,
				expiresAt: 1,
				usedByMac: null,
				deviceId: null,
				forDeviceId: null,
			});
		await sql(`UPDATE registration SET plan = ? WHERE id = 'bad'`, [plan]);
		await loadClaims(claims);
		expect([...claims.byId.keys()]).toEqual(['good']);
		expect(logged).toHaveLength(1);
		expect(await sql('SELECT id FROM registration')).toHaveLength(2);
	});

	it.each([['{'], ['null'], ['[{"device":7}]']])(
		'a scene with the relays %s: the others are shown',
		async (members) => {
			const scenes = () => new Scenes({ ...devices.options, devices });
			const good = [{ device: 'good', relay: 1, on: true }];
			for (const name of ['Bad', 'Good'])
				await makeScene(scenes(), { name, icon: 'plug', kind: 'scene', members: good }, ANNA);
			await sql(`UPDATE scene SET members = ? WHERE name = 'Bad'`, [members]);
			const after = scenes();
			await loadScenes(after);
			expect([...after.byId.values()]).toMatchObject([{ name: 'Good', members: good }]);
			expect(logged).toHaveLength(1);
			expect(await sql('SELECT id FROM scene')).toHaveLength(2);
		},
	);

	it.each([['{'], ['null'], ['[{"id":"one"}]'], ['[{"id":1,"told":7,"wish":{"on":1}}]']])(
		'what a board with polling firmware was told, which cannot be read: %s',
		async (relays) => {
			await sql(`UPDATE device SET legacy_token_hash = 'hash' WHERE id = 'bad'`);
			await sql(`INSERT INTO legacy_board (device_id, relays) VALUES ('bad', ?)`, [relays]);
			await restartHub();
			await loadLegacyBoards(devices);
			expect(devices.legacyTokens.get('hash')!.record.id).toBe('bad');
		},
	);

	it('a setting that is not JSON, whose default is used', async () => {
		await sql(`INSERT INTO setting (key, value) VALUES ('historyDays', '{'), ('timeZone', '"Asia/Tokyo"')`);
		const settings = new Settings(devices.options);
		const { historyDays } = settings.value;
		await loadSettings(settings);
		expect(settings.value).toMatchObject({ historyDays, timeZone: 'Asia/Tokyo' });
		expect(logged).toHaveLength(1);
	});
});

it('a scene keeps the relays of a device that could not be read', async () => {
	const scenes = () => new Scenes({ ...devices.options, devices });
	const members = [{ device: 'bad', relay: 1, on: true }];
	await makeScene(scenes(), { name: 'Evening', icon: 'plug', kind: 'scene', members }, ANNA);
	await sql(`UPDATE device SET plan = '{' WHERE id = 'bad'`);
	await restartHub();
	const after = scenes();
	await loadScenes(after);
	expect([...after.byId.values()]).toMatchObject([{ members }]);
});

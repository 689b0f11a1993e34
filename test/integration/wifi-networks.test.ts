import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { decodeConfigFile } from '../../protocol/config-file.ts';
import type { AuditPage } from '../../protocol/dashboard/history.ts';
import type { AddDevice, PendingView } from '../../protocol/dashboard/pending.ts';
import type { WifiChoice } from '../../protocol/dashboard/shapes.ts';
import type { NetworkList, NetworkView } from '../../protocol/dashboard/wifi-networks.ts';
import { newFolder, runBackup } from '../harness/backup/command.ts';
import { PASSPHRASE } from '../harness/backup/crafted.ts';
import { type BrowserSession, PASSWORD } from '../harness/browser-session.ts';
import { TestHub } from '../harness/hub.ts';
import { memberOf } from '../harness/people/member.ts';
import { answerOf, signInAs } from '../harness/people/people.ts';

const HARBOUR = { ssid: 'Harbour', password: 'salt & tar, ünder the "pier"' };
const NEW_PASSWORD = 'fresh paint on the hull';

const hubs: TestHub[] = [];
let hub: TestHub;
let anna: BrowserSession;

function newHub(): TestHub {
	const made = new TestHub();
	hubs.push(made);
	return made;
}

beforeEach(async () => {
	hub = await newHub().start();
	anna = await hub.owner();
});
afterEach(async () => {
	for (const made of hubs.splice(0)) await made.remove();
});

const keep = (wifi = HARBOUR, browser = anna) => browser.call<NetworkView>('POST', '/wifi-networks', wifi);
const list = async (browser = anna) => (await browser.call<NetworkList>('GET', '/wifi-networks')).networks;
const board = (wifi: WifiChoice): AddDevice => ({
	name: 'Gate',
	board: 'd1-mini',
	relays: [{ id: 1, name: 'Bolt', gpio: 5, activeLow: false }],
	sensors: [],
	wifi,
});

/** The network in the config file of a pending device, which its board reads. */
async function networkOf(id: string, browser = anna): Promise<{ ssid: string; password: string }> {
	const config = decodeConfigFile(await browser.configFile(id));
	if (!config.ok) throw new Error(config.error);
	const { ssid, password } = config.value.wifi[0]!;
	return { ssid, password };
}

/** Files of a folder, and of the folders in it, that hold one of these bytes. */
function filesWith(folder: string, wanted: Buffer[]): string[] {
	return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => {
		const path = join(folder, name);
		if (!statSync(path).isFile()) return false;
		const bytes = readFileSync(path);
		return wanted.some((some) => bytes.includes(some));
	});
}

const spellings = (password: string) => [
	Buffer.from(password),
	Buffer.from(JSON.stringify(password).slice(1, -1)),
	Buffer.from(password, 'utf16le'),
	Buffer.from(Buffer.from(password).toString('base64').replace(/=+$/, '')),
	Buffer.from(Buffer.from(password).toString('hex')),
];

describe('a network that the hub keeps', () => {
	it('is given to boards by its id, without its password going to a browser again', async () => {
		const { id } = await keep();
		expect(await list()).toEqual([{ id, ssid: 'Harbour', secured: true }]);
		const pending = await anna.call<PendingView>('POST', '/pending', board({ network: id }));
		expect(JSON.stringify([pending, await list()])).not.toContain('salt');
		expect(await networkOf(pending.id)).toEqual(HARBOUR);
		const played = await anna.addVirtualBoard();
		const view = await anna.open();
		await anna.call('POST', `/pending/${played.id}/virtual-board`);
		await view.until(() => view.devices.get(played.id)?.presence.state === 'online');
		await anna.call('PUT', `/devices/${played.id}/wifi`, { network: id });
		await view.until(() => view.devices.get(played.id)?.config.secondWifi === 'Harbour');
		view.close();
	});

	it('is given by a member too, who may keep one and not change or remove one', async () => {
		const ben = await memberOf(hub);
		const { id } = await keep(HARBOUR, ben);
		const { id: pending } = await ben.call<PendingView>('POST', '/pending', board({ network: id }));
		expect(await networkOf(pending, ben)).toEqual(HARBOUR);
		for (const [method, body] of [['PUT', { password: NEW_PASSWORD }], ['DELETE']] as const)
			expect(await answerOf(ben, method, `/wifi-networks/${id}`, body)).toMatchObject({ status: 403 });
	});

	it('is in no file of the data folder and in no line of the log', async () => {
		const { id } = await keep();
		await anna.call('POST', '/pending', board({ network: id }));
		await anna.call('PUT', `/wifi-networks/${id}`, { password: NEW_PASSWORD });
		await anna.request('POST', '/wifi-networks', { ssid: 'Harbour', password: HARBOUR.password });
		const wanted = [HARBOUR.password, NEW_PASSWORD].flatMap(spellings);
		expect(filesWith(hub.data, wanted)).toEqual([]);
		await hub.stop();
		expect(filesWith(hub.data, wanted)).toEqual([]);
		expect(filesWith(hub.data, [Buffer.from('Harbour')])).toContain('mooring.db'); // it is the right folder
		const log = JSON.stringify(hub.logged);
		for (const secret of wanted) expect(log.includes(secret.toString())).toBe(false);
	});

	it('is told to other dashboards, and who kept, changed and removed it is in the history', async () => {
		const phone = await (await signInAs(hub, 'anna')).open();
		const told = () => phone.events.filter(({ type }) => type === 'wifi-networks').length;
		const { id } = await keep();
		await phone.until(() => told() === 1);
		await keep(); // the same again
		await anna.call('PUT', `/wifi-networks/${id}`, { password: NEW_PASSWORD });
		await phone.until(() => told() === 2);
		await anna.call('DELETE', `/wifi-networks/${id}`);
		await phone.until(() => told() === 3);
		phone.close();
		expect(await list()).toEqual([]);
		const { entries } = await anna.call<AuditPage>('GET', '/audit?kind=hub');
		const ofNetworks = entries.filter(({ what }) => what.startsWith('network-'));
		expect(ofNetworks.map(({ what, person, details }) => [what, person, details])).toEqual(
			['network-removed', 'network-changed', 'network-kept'].map((what) => [what, 'anna', { ssid: 'Harbour' }]),
		);
	});

	it('is offered after a restart with the password it was changed to', async () => {
		const { id } = await keep();
		await anna.call('PUT', `/wifi-networks/${id}`, { password: NEW_PASSWORD });
		await hub.stop();
		await hub.start();
		const pending = await anna.call<PendingView>('POST', '/pending', board({ network: id }));
		expect(await networkOf(pending.id)).toEqual({ ssid: 'Harbour', password: NEW_PASSWORD });
	});

	it('is offered by a hub that was restored from a backup', { timeout: 60_000 }, async () => {
		const { id } = await keep();
		const answer = await anna.request('POST', '/backup', { passphrase: PASSPHRASE, current: PASSWORD });
		const { folder, remove } = newFolder();
		const file = join(folder, 'backup.age');
		writeFileSync(file, Buffer.from(await answer.arrayBuffer()));
		const restored = newHub();
		expect(await runBackup(restored.data, ['restore', file], PASSPHRASE)).toMatchObject({ code: 0 });
		remove();
		await restored.start();
		const again = await signInAs(restored, 'anna');
		expect(await list(again)).toEqual([{ id, ssid: 'Harbour', secured: true }]);
		const pending = await again.call<PendingView>('POST', '/pending', board({ network: id }));
		expect(await networkOf(pending.id, again)).toEqual(HARBOUR);
	});
});

describe('the hub refuses', () => {
	const refused = async (method: string, path: string, body: unknown) => {
		const answer = await anna.request(method, path, body);
		const { fault, field } = (await answer.json()) as { fault?: string; field?: string };
		return { status: answer.status, fault, field };
	};

	it('names and passwords that no board has room for, by their bytes', async () => {
		const { id } = await keep();
		for (const [wifi, fault, field] of [
			[{ ssid: '', password: '' }, 'wifi-name-needed', 'ssid'],
			[{ ssid: 'ö'.repeat(17), password: '' }, 'wifi-name-too-long', 'ssid'],
			[{ ssid: 'home', password: 'ö'.repeat(32) }, 'wifi-password-too-long', 'password'],
			[{ ssid: 'home', password: 'short' }, 'wifi-password-too-short', 'password'],
		] as const) {
			expect(await refused('POST', '/wifi-networks', wifi)).toEqual({ status: 400, fault, field });
			expect(await refused('POST', '/pending', board(wifi))).toEqual({ status: 400, fault, field: `wifi.${field}` });
			if (field === 'password')
				expect(await refused('PUT', `/wifi-networks/${id}`, { password: wifi.password })).toEqual({
					status: 400,
					fault,
					field,
				});
		}
	});

	it('a network that it does not keep, wherever a board is given one', async () => {
		const fault = 'no-such-network';
		const gone = { network: 'gone' };
		expect(await refused('POST', '/pending', board(gone))).toEqual({ status: 400, fault, field: 'wifi.network' });
		const { id } = await anna.addVirtualBoard();
		const view = await anna.open();
		await anna.call('POST', `/pending/${id}/virtual-board`);
		await view.until(() => view.devices.has(id));
		view.close();
		expect(await refused('PUT', `/devices/${id}/wifi`, gone)).toEqual({ status: 400, fault, field: 'network' });
		expect(await refused('POST', `/devices/${id}/firmware`, { wifi: gone })).toMatchObject({ status: 400, fault });
		expect(await refused('PUT', '/wifi-networks/gone', { password: '' })).toMatchObject({ status: 404, fault });
		expect(await refused('DELETE', '/wifi-networks/gone', undefined)).toMatchObject({ status: 404, fault });
	});

	it('another password under a name that it keeps', async () => {
		await keep();
		const other = { ...HARBOUR, password: NEW_PASSWORD };
		expect(await refused('POST', '/wifi-networks', other)).toMatchObject({
			status: 409,
			fault: 'network-kept-already',
		});
	});
});

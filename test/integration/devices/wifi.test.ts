import { afterEach, beforeEach, expect, it } from 'vitest';
import type { AuditPage } from '../../../protocol/dashboard/history.ts';
import type { DeviceConfig } from '../../../protocol/dashboard/plan.ts';
import { systemRandom } from '../../../hub/base/random.ts';
import { type DataFolder, openDataFolder } from '../../../hub/data-folder.ts';
import { Device } from '../../../hub/devices/entities.ts';
import { entities, migrations } from '../../../hub/schema.ts';
import { openStore } from '../../../hub/store/open-store.ts';
import { openVault } from '../../../hub/store/vault.ts';
import type { ApiFailure, BrowserSession, LiveView } from '../../harness/browser-session.ts';
import { TestHub } from '../../harness/hub.ts';

const KEY = '0123456789abcdefABCDEF'.padEnd(64, '0');
let hub: TestHub;
let browser: BrowserSession;
let view: LiveView;
let id: string;

beforeEach(async () => {
	hub = await new TestHub().start();
	browser = await hub.owner();
	view = await browser.open();
	id = (await browser.addVirtualBoard()).id;
	hub.board(await browser.configFile(id));
	await view.until(() => device()?.presence.state === 'online');
});
afterEach(async () => {
	view.close();
	await hub.remove();
});

const device = () => view.devices.get(id);
const give = (ssid: string, password: string) => browser.call('PUT', `/devices/${id}/wifi`, { ssid, password });
const failure = (call: Promise<unknown>) =>
	call.then(
		() => undefined,
		(error: ApiFailure) => [error.status, error.api.field],
	);

it('takes a key of 64 hex digits, and its board applies it', async () => {
	await give('home', KEY);
	await view.until(() => device()?.config.secondWifi === 'home' && device()?.config.state === 'applied');
});

it('refuses names and passwords that no board has room for, by their bytes', async () => {
	expect(await failure(give('ö'.repeat(33), ''))).toEqual([400, 'ssid']);
	expect(await failure(give('home', 'ö'.repeat(33)))).toEqual([400, 'password']);
	expect(await failure(give('home', 'g'.repeat(64)))).toEqual([400, 'password']);
	expect(device()?.config.secondWifi).toBeNull();
});

it('configures a device again that holds an impossible network from an older hub', async () => {
	await give('home', 'long enough');
	await view.until(() => device()?.config.state === 'applied');
	await hub.stop();
	await putWifiOfOlderHub(seal({ ssid: 'home', password: 'ö'.repeat(33) }));
	await hub.start();
	await view.until(() => device()?.config.secondWifi === null && device()?.config.state === 'applied');
	const { plan, config } = await browser.call<DeviceConfig>('GET', `/devices/${id}/config`);
	plan.relays[0]!.powerOn = 'on';
	await browser.call('PUT', `/devices/${id}/config`, { ...plan, version: config.version });
	await view.until(() => device()!.config.version > config.version && device()!.config.state === 'applied');
	const { entries } = await browser.call<AuditPage>('GET', `/audit?device=${id}`);
	expect(entries.filter(({ what }) => what === 'wifi-changed')[0]).toMatchObject({ person: null });
});

it('starts and switches though the second network of a device cannot be read any more', async () => {
	await hub.stop();
	await putWifiOfOlderHub(Buffer.alloc(64, 1), { revision: 7 });
	await hub.start();
	const told = (words: string) => hub.logged.some(({ msg }) => String(msg).startsWith(words));
	await view.until(() => device()?.presence.state === 'online' && told('a board could not be configured'));
	expect(told('second Wi-Fi: could not be checked')).toBe(true);
	expect((await view.setRelay(id, 1, true)).ok).toBe(true);
});

/** As it lies in the database of a hub that counted letters. */
async function putWifiOfOlderHub(sealedWifi: Buffer, more: { revision?: number } = {}): Promise<void> {
	const store = await openStore({ file: dataFolder().database, entities, migrations });
	if (!store.ok) throw new Error(store.error.message);
	await store.value.em.fork().nativeUpdate(Device, { id }, { wifiName: 'home', sealedWifi, ...more });
	await store.value.close(true);
}

function seal(wifi: { ssid: string; password: string }): Buffer {
	const { database, keyFile } = dataFolder();
	const vault = openVault({ keyFile, databaseFile: database, random: systemRandom });
	if (!vault.ok) throw new Error(vault.error.message);
	return vault.value.seal(Buffer.from(JSON.stringify(wifi)), `second-wifi:${id}`);
}

function dataFolder(): DataFolder {
	const folder = openDataFolder(hub.data, systemRandom);
	if (!folder.ok) throw new Error(folder.error.message);
	return folder.value;
}

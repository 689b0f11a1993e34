import { afterEach, beforeEach, expect, it } from 'vitest';
import type { AuditPage, DeviceConfig } from '../../protocol/dashboard.ts';
import { systemRandom } from '../../hub/base/random.ts';
import { openDataFolder } from '../../hub/data-folder.ts';
import { Device } from '../../hub/devices/entities.ts';
import { entities, migrations } from '../../hub/schema.ts';
import { openStore } from '../../hub/store/open-store.ts';
import { openVault } from '../../hub/store/vault.ts';
import type { ApiFailure, BrowserSession, LiveView } from '../harness/browser-session.ts';
import { TestHub } from '../harness/hub.ts';

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
	await putWifiOfOlderHub({ ssid: 'home', password: 'ö'.repeat(33) });
	await hub.start();
	await view.until(() => device()?.config.secondWifi === null && device()?.config.state === 'applied');
	const { plan, config } = await browser.call<DeviceConfig>('GET', `/devices/${id}/config`);
	plan.relays[0]!.powerOn = 'on';
	await browser.call('PUT', `/devices/${id}/config`, { ...plan, version: config.version });
	await view.until(() => device()!.config.version > config.version && device()!.config.state === 'applied');
	const { entries } = await browser.call<AuditPage>('GET', `/audit?device=${id}`);
	expect(entries.filter(({ what }) => what === 'wifi-changed')[0]).toMatchObject({ person: null });
});

/** As it lies in the database of a hub that counted letters. */
async function putWifiOfOlderHub(wifi: { ssid: string; password: string }): Promise<void> {
	const folder = openDataFolder(hub.data, systemRandom);
	if (!folder.ok) throw new Error(folder.error.message);
	const { database, keyFile } = folder.value;
	const vault = openVault({ keyFile, databaseFile: database, random: systemRandom });
	if (!vault.ok) throw new Error(vault.error.message);
	const store = await openStore({ file: database, entities, migrations });
	if (!store.ok) throw new Error(store.error.message);
	const sealedWifi = vault.value.seal(Buffer.from(JSON.stringify(wifi)), `second-wifi:${id}`);
	await store.value.em.fork().nativeUpdate(Device, { id }, { wifiName: wifi.ssid, sealedWifi });
	await store.value.close(true);
}

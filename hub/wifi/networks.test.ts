import type { MikroORM } from '@mikro-orm/sqlite';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LIMITS } from '../../protocol/dashboard/limits.ts';
import { personActor } from '../base/actor.ts';
import { ManualClock } from '../base/manual-clock.ts';
import { systemRandom } from '../base/random.ts';
import { ok } from '../base/result.ts';
import { migrations } from '../schema.ts';
import { openStore } from '../store/open-store.ts';
import { Vault } from '../store/vault.ts';
import { changeNetwork } from './change-network.ts';
import { chosenWifi, withChosenWifi } from './chosen-wifi.ts';
import { type NetworkRecord, StoredNetwork } from './entity.ts';
import { keepNetwork } from './keep-network.ts';
import { type Networks, networkView, openNetworks } from './networks.ts';
import { removeNetwork } from './remove-network.ts';

const ANNA = personActor({ id: 'anna', name: 'anna' });
const HARBOUR = { ssid: 'Harbour', password: 'salt and tar' };
const OPEN = { ssid: 'Guests', password: '' };

let orm: MikroORM;
let networks: Networks;
let told: string[];

const log = pino({ level: 'silent' });
const vault = new Vault(new Uint8Array(32), systemRandom);
const opened = () => openNetworks({ orm, clock: new ManualClock(), random: systemRandom, vault, log });
const rows = () =>
	orm.em.fork().execute<{ id: string; ssid: string; sealed: Buffer | null }[]>('SELECT * FROM wifi_network');

beforeEach(async () => {
	const store = await openStore({ file: ':memory:', entities: [StoredNetwork], migrations });
	if (!store.ok) throw new Error(store.error.message);
	orm = store.value;
	networks = await opened();
	told = [];
	for (const fact of ['NetworkKept', 'NetworkChanged', 'NetworkRemoved'] as const)
		networks.events.on(fact, ({ network: { ssid }, by }) => void told.push(`${fact} ${ssid} ${by.name}`));
});
afterEach(() => orm.close(true));

async function kept(wifi = HARBOUR): Promise<NetworkRecord> {
	const done = await keepNetwork(networks, wifi, ANNA);
	if (!done.ok) throw new Error(done.error.message);
	return done.value;
}

describe('a kept network', () => {
	it('is sealed in the database, shown without its password, and given to a board by its id', async () => {
		const { id } = await kept();
		const [row] = await rows();
		expect(row!.sealed!.includes(HARBOUR.password)).toBe(false);
		expect(networkView(networks.byId.get(id)!)).toEqual({ id, ssid: 'Harbour', secured: true });
		expect(chosenWifi(networks, { network: id })).toEqual(ok(HARBOUR));
		expect(withChosenWifi(networks, { name: 'Attic', wifi: { network: id } })).toEqual(
			ok({ name: 'Attic', wifi: HARBOUR }),
		);
		expect(told).toEqual(['NetworkKept Harbour anna']);
	});

	it('is known to the next hub, in the order in which they were kept', async () => {
		const ids = [(await kept()).id, (await kept(OPEN)).id];
		const next = await opened();
		expect([...next.byId.keys()].sort()).toEqual([...ids].sort());
		expect(chosenWifi(next, { network: ids[0]! })).toEqual(ok(HARBOUR));
		expect(chosenWifi(next, { network: ids[1]! })).toEqual(ok(OPEN));
	});

	it('may be open: nothing is sealed then', async () => {
		const { id } = await kept(OPEN);
		expect(await rows()).toMatchObject([{ id, sealed: null }]);
		expect(networkView(networks.byId.get(id)!).secured).toBe(false);
	});

	it('is the same when it is kept again with its password, and refused with another one', async () => {
		const { id } = await kept();
		expect((await kept()).id).toBe(id);
		expect(await keepNetwork(networks, { ...HARBOUR, password: 'another one' }, ANNA)).toMatchObject({
			error: { kind: 'network-kept-already', params: { network: 'Harbour' } },
		});
		expect([chosenWifi(networks, { network: id }), told.length]).toEqual([ok(HARBOUR), 1]);
	});

	it('is kept once, however many ask for it at the same time', async () => {
		const all = await Promise.all(Array.from({ length: 10 }, () => kept()));
		expect([new Set(all.map(({ id }) => id)).size, (await rows()).length, told.length]).toEqual([1, 1, 1]);
	});

	it('has another password from then on, and back to an open one', async () => {
		const { id } = await kept();
		for (const password of ['fresh paint', '']) {
			expect(await changeNetwork(networks, { id, password, by: ANNA })).toMatchObject({ ok: true });
			for (const known of [networks, await opened()])
				expect(chosenWifi(known, { network: id })).toEqual(ok({ ssid: 'Harbour', password }));
		}
		expect(await changeNetwork(networks, { id, password: '', by: ANNA })).toMatchObject({ ok: true });
		expect(told.slice(1)).toEqual(Array(2).fill('NetworkChanged Harbour anna'));
	});

	it('is gone once it is removed, also for the next hub', async () => {
		const { id } = await kept();
		expect(await removeNetwork(networks, id, ANNA)).toEqual(ok());
		expect([networks.byId.size, await rows()]).toEqual([0, []]);
		const gone = { ok: false, error: { kind: 'no-such-network' } };
		expect(await removeNetwork(networks, id, ANNA)).toMatchObject(gone);
		expect(await changeNetwork(networks, { id, password: '', by: ANNA })).toMatchObject(gone);
		expect(withChosenWifi(networks, { wifi: { network: id } })).toMatchObject({
			error: { kind: 'no-such-network', field: 'wifi.network' },
		});
		expect(told.at(-1)).toBe('NetworkRemoved Harbour anna');
	});

	it('that cannot be written is not kept', async () => {
		await orm.em.fork().execute('ALTER TABLE wifi_network RENAME TO away');
		await expect(keepNetwork(networks, HARBOUR, ANNA)).rejects.toThrow();
		await orm.em.fork().execute('ALTER TABLE away RENAME TO wifi_network');
		expect([networks.byId.size, told]).toEqual([0, []]);
	});

	it('whose stored password is damaged is refused by name, and mended by a new password', async () => {
		const { id } = await kept();
		await orm.em.fork().execute(`UPDATE wifi_network SET sealed = x'0102' WHERE id = ?`, [id]);
		networks = await opened();
		expect(chosenWifi(networks, { network: id })).toMatchObject({
			error: { kind: 'network-unreadable', params: { network: 'Harbour' } },
		});
		await changeNetwork(networks, { id, password: HARBOUR.password, by: ANNA });
		expect(chosenWifi(networks, { network: id })).toEqual(ok(HARBOUR));
	});
});

it('no more than a few networks are kept', async () => {
	for (let n = 0; n < LIMITS.wifiNetworks; n++) await kept({ ssid: `net ${n}`, password: '' });
	expect(await keepNetwork(networks, HARBOUR, ANNA)).toMatchObject({
		error: { kind: 'too-many-networks', params: { most: LIMITS.wifiNetworks } },
	});
	expect((await kept({ ssid: 'net 0', password: '' })).ssid).toBe('net 0');
});

it('a typed network, and a body without one, go through as they are', () => {
	expect(chosenWifi(networks, HARBOUR)).toEqual(ok(HARBOUR));
	const body: { name: string; wifi?: typeof HARBOUR } = { name: 'Attic' };
	expect(withChosenWifi(networks, body)).toEqual(ok(body));
});

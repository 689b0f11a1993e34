import type { EntityManager } from '@mikro-orm/sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TestDevices } from '../../test/harness/devices.ts';
import { ANNA, planOf } from '../../test/harness/records.ts';
import type { PendingChoice } from '../accounts/people/people-dependents.ts';
import { Device } from '../devices/entities.ts';
import { Claims, type ClaimsOptions } from './claims.ts';
import { type RegistrationRecord, Registration } from './entities.ts';
import { countOf, handOver } from './hand-over.ts';

let devices: TestDevices;
let claims: Claims;
let told: string[];
let stopped: string[];

beforeEach(async () => {
	devices = await TestDevices.open();
	told = [];
	stopped = [];
	const player = { remove: async (id: string) => void stopped.push(id) };
	claims = new Claims({ ...devices.options, devices, player } as unknown as ClaimsOptions);
	claims.events.on('PendingRemoved', ({ id, why }) => told.push(`${id} ${why}`));
	claims.events.on('PendingDeleted', ({ id, by }) => told.push(`${id} by ${by.name}`));
	claims.events.on('PendingChanged', ({ id }) => told.push(`${id} changed`));
	devices.events.on('DeviceChanged', ({ device }) => told.push(`${device.record.id} changed`));
	await devices.add('pump'); // anna's
	await pending('a');
	await pending('b', { ownerId: 'ben' });
	await pending('used', { usedByMac: '02AABBCCDDEE', deviceId: 'pump' });
});
afterEach(() => devices.close());

async function pending(id: string, change: Partial<RegistrationRecord> = {}): Promise<void> {
	const registration = {
		id,
		keyId: Buffer.alloc(16, id).toString('hex'),
		sealedKey: Buffer.alloc(1),
		sealedWifi: null,
		ownerId: 'anna',
		name: id,
		board: 'virtual',
		plan: planOf({}),
		createdAt: 0,
		expiresAt: devices.clock.now() + 1,
		usedByMac: null,
		deviceId: null,
		forDeviceId: null,
		...change,
	};
	await devices.options.orm.em.fork().insert(Registration, registration);
	claims.keep(registration);
}

/** As when anna is removed by carla; `fails`: the transaction is not committed. */
async function annaLeaves(choice: PendingChoice, { fails = false } = {}): Promise<void> {
	const em = devices.options.orm.em.fork();
	const undone: (() => void)[] = [];
	try {
		const { committed } = await em.transactional(async (em) => {
			const done = await handOver(claims, em as EntityManager, 'anna', 'carla', choice);
			undone.push(done.undone);
			if (fails) throw new Error('the disk is full');
			return done;
		});
		await committed(ANNA);
	} catch {
		for (const undo of undone) undo();
	}
}

async function stored() {
	const em = devices.options.orm.em.fork();
	const registrations = await em.find(Registration, {}, { orderBy: { id: 'asc' } });
	const kept = await em.find(Device, {});
	return [...registrations, ...kept].map(({ id, ownerId }) => `${id} ${ownerId}`);
}

const inMemory = () => [...claims.byId.values()].map(({ id, ownerId }) => `${id} ${ownerId}`).sort();

describe('what a removed person leaves behind', () => {
	it('becomes another’s: devices, pending devices, and what tells who used a key', async () => {
		await annaLeaves('keep');
		const all = ['a carla', 'b ben', 'used carla'];
		expect(await stored()).toEqual([...all, 'pump carla']);
		expect(inMemory()).toEqual(all);
		expect(told).toEqual(['pump changed', 'a changed']);
		expect([countOf(claims, 'anna'), countOf(claims, 'carla')]).toEqual([
			{ devices: 0, pending: 0 },
			{ devices: 1, pending: 1 },
		]);
	});

	it('has expired where it is pending, because a copy of the old config file may be about', async () => {
		const inStore = () => devices.options.orm.em.fork().find(Registration, {}, { orderBy: { id: 'asc' } });
		const now = devices.clock.now();
		await annaLeaves('keep');
		for (const kept of [await inStore(), [...claims.byId.values()]])
			expect(kept.filter(({ expiresAt }) => expiresAt <= now).map(({ id }) => id)).toEqual(['a']);
	});

	it('that has no card any more still leaves no virtual board behind', async () => {
		await pending('old', { sealedKey: null, expiresAt: 0 });
		await annaLeaves('delete');
		expect(stopped.sort()).toEqual(['a', 'old']);
		expect(told).not.toContain('old deleted');
	});

	it('is deleted where it is pending and that is asked for: its key is dead and its virtual board stops', async () => {
		await annaLeaves('delete');
		expect(await stored()).toEqual(['b ben', 'used carla', 'pump carla']);
		expect(inMemory()).toEqual(['b ben', 'used carla']);
		expect(claims.byKeyId.has(Buffer.alloc(16, 'a').toString('hex'))).toBe(false);
		expect(told).toEqual(['pump changed', 'a deleted', `a by ${ANNA.name}`]);
		expect(stopped).toEqual(['a']);
	});

	it('stays as it was if the removal fails', async () => {
		await annaLeaves('delete', { fails: true });
		const before = ['a anna', 'b ben', 'used anna'];
		expect(await stored()).toEqual([...before, 'pump anna']);
		expect(inMemory()).toEqual(before);
		expect([told, stopped]).toEqual([[], []]);
	});

	it('stays where a board claimed it at the last moment', async () => {
		const em = devices.options.orm.em.fork();
		await em.nativeUpdate(Registration, { id: 'a' }, { usedByMac: '02AABBCCDD00' });
		await annaLeaves('delete');
		expect(await stored()).toContain('a carla');
		expect(inMemory()).toContain('a carla');
		expect(told).not.toContain('a deleted');
	});
});

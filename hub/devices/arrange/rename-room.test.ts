import { afterEach, beforeEach, expect, it } from 'vitest';
import { TestDevices } from '../../../test/harness/devices.ts';
import { ANNA } from '../../../test/harness/records.ts';
import { LIMITS } from '../../../protocol/dashboard/limits.ts';
import type { Grant, GuestAccess } from '../../../protocol/dashboard/people/people.ts';
import { Invitation, User } from '../../accounts/entities.ts';
import type { AccountFacts } from '../../accounts/facts.ts';
import { Events } from '../../base/events.ts';
import { ok } from '../../base/result.ts';
import { dependentsOn } from '../../wiring/device-dependents.ts';
import { Scenes } from '../../scenes/scenes.ts';
import { Updates, type UpdatesOptions } from '../../updates/updates.ts';
import { Device } from '../entities.ts';
import { patchDevice } from './patch-device.ts';
import { renameRoom } from './rename-room.ts';

const mayMove = async () => ok();

const room = (name: string): Grant => ({ kind: 'room', room: name, may: 'switch' });
const device = (id: string): Grant => ({ kind: 'device', device: id, may: 'switch' });
const SEES_SHED: Grant = { kind: 'device', device: 'shed', may: 'see' };
const access = (...grants: Grant[]): GuestAccess => ({ grants, until: null, weekly: null });

let devices: TestDevices;
let told: string[];
beforeEach(async () => {
	devices = await TestDevices.open();
	const events = new Events<AccountFacts>();
	told = [];
	for (const fact of ['PersonChanged', 'AccessChanged', 'PeopleChanged'] as const)
		events.on(fact, () => void told.push(fact));
	devices.events.on('DeviceMoved', ({ device }) => void told.push(`${device.record.id} moved`));
	const scenes = new Scenes({ ...devices.options, devices });
	const updates = new Updates({ ...devices.options, devices } as unknown as UpdatesOptions);
	devices.dependents = dependentsOn(scenes, updates, { events });
	for (const [id, room] of Object.entries({ gate: 'Garden', pump: 'Garden', shed: 'Yard' })) {
		await devices.add(id);
		await patchDevice(devices, { id, room, by: ANNA, mayMove });
	}
	told = [];
	const user = { id: 'mia', name: 'mia', folded: 'mia', passwordHash: '', mayUpdateOthers: false, createdAt: 0 };
	await em().insert(User, { ...user, role: 'guest', access: access(room('Garden'), SEES_SHED) });
	const open = { id: 'open', secretHash: 'hash', name: '', createdAt: 0, expiresAt: 9, madeBy: 'anna' };
	await em().insert(Invitation, { ...open, role: 'guest', access: access(room('Garden')) });
});
afterEach(() => devices.close());

const em = () => devices.options.orm.em.fork();
const ofMia = async () => (await em().findOneOrFail(User, { id: 'mia' })).access?.grants;
const ofInvitation = async () => (await em().findOneOrFail(Invitation, { id: 'open' })).access?.grants;
const roomsStored = async () =>
	(await em().find(Device, {}, { orderBy: { id: 'asc' } })).map(({ id, room }) => `${id} ${room}`);
const rename = (from: string, to: string) => renameRoom(devices, { from, to, by: ANNA });

it('a room’s new name is that of all its devices, and of what guests and invitations are granted', async () => {
	await rename('Garden', 'Orchard');
	expect(await roomsStored()).toEqual(['gate Orchard', 'pump Orchard', 'shed Yard']);
	expect(devices.byId.get('gate')!.record.room).toBe('Orchard');
	expect(await ofMia()).toEqual([room('Orchard'), SEES_SHED]);
	expect(await ofInvitation()).toEqual([room('Orchard')]);
	// Guests' dashboards wait for their new rights before they hear of the devices, which they would lose otherwise.
	expect(told).toEqual(['PersonChanged', 'PeopleChanged', 'gate moved', 'pump moved']);
});

it('where two rooms become one, a guest of the first reaches nothing of the second', async () => {
	await rename('Garden', 'Yard');
	expect(await roomsStored()).toEqual(['gate Yard', 'pump Yard', 'shed Yard']);
	expect(await ofMia()).toEqual([SEES_SHED, device('gate'), device('pump')]);
	await rename('Yard', 'Park');
	expect(await ofMia()).toEqual([SEES_SHED, device('gate'), device('pump')]);
});

it('a guest is never given more than can be granted', async () => {
	const many = Array.from({ length: LIMITS.grants - 1 }, (_, n) => room(`Room ${n}`));
	await em().nativeUpdate(User, { id: 'mia' }, { access: access(room('Garden'), ...many) });
	await rename('Garden', 'Yard');
	expect(await ofMia()).toEqual([...many, device('gate')]);
});

it('a room that nothing is in does not exist: nobody’s grants are changed by its name', async () => {
	await em().nativeUpdate(User, { id: 'mia' }, { access: access(room('Attic')) });
	for (const to of ['Garden', 'Cellar']) await rename('Attic', to);
	await rename('Garden', 'Garden');
	expect(await ofMia()).toEqual([room('Attic')]);
	expect(told).toEqual([]);
});

it('at the same time as a device gets another name, both are kept', async () => {
	const both = [
		rename('Garden', 'Orchard'),
		patchDevice(devices, { id: 'gate', name: 'Front gate', by: ANNA, mayMove }),
	];
	await Promise.all([...both, rename('Yard', 'Park'), rename('Orchard', 'Meadow')]);
	expect(await roomsStored()).toEqual(['gate Meadow', 'pump Meadow', 'shed Park']);
	expect(devices.byId.get('gate')!.record).toMatchObject({ name: 'Front gate', room: 'Meadow' });
	expect(await ofMia()).toEqual([room('Meadow'), SEES_SHED]);
});

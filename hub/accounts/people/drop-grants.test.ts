import { afterEach, beforeEach, expect, it } from 'vitest';
import { ANNA } from '../../../test/harness/records.ts';
import { TestDevices } from '../../../test/harness/devices.ts';
import { GuestAccess, type Grant, InvitationBody, PersonPatch } from '../../../protocol/dashboard/people/people.ts';
import { Events } from '../../base/events.ts';
import { dependentsOn } from '../../wiring/device-dependents.ts';
import { configureDevice } from '../../devices/config/configure-device.ts';
import { deleteDevice } from '../../devices/delete-device.ts';
import { Scenes } from '../../scenes/scenes.ts';
import { Updates, type UpdatesOptions } from '../../updates/updates.ts';
import { Invitation, User } from '../entities.ts';
import type { AccountFacts } from '../facts.ts';
import { readAccess } from '../reach.ts';

const relay = (number: number, device = 'gate'): Grant => ({ kind: 'relay', device, relay: number, may: 'switch' });
const GATE: Grant = { kind: 'device', device: 'gate', may: 'see' };
const HALL: Grant = { kind: 'room', room: 'Hall', may: 'switch' };
const access = (...grants: Grant[]): GuestAccess => ({ grants, until: 9, weekly: null });

let devices: TestDevices;
let facts: unknown[];
beforeEach(async () => {
	devices = await TestDevices.open();
	Object.assign(devices.options, { place: () => ({ timeZone: 'UTC0', at: null }) });
	const events = new Events<AccountFacts>();
	facts = [];
	for (const fact of ['PersonChanged', 'AccessChanged', 'PeopleChanged'] as const)
		events.on(fact, (told) => void facts.push([fact, told]));
	const scenes = new Scenes({ ...devices.options, devices });
	const updates = new Updates({ ...devices.options, devices } as unknown as UpdatesOptions);
	devices.dependents = dependentsOn(scenes, updates, { events });
	for (const id of ['gate', 'shed']) await devices.add(id);
});
afterEach(() => devices.close());

async function guest(id: string, ...grants: Grant[]): Promise<void> {
	const user = { id, name: id, folded: id, passwordHash: '', mayUpdateOthers: false, createdAt: 0 };
	await em().insert(User, { ...user, role: 'guest', access: access(...grants) });
}

async function invitation(...grants: Grant[]): Promise<void> {
	const open = { id: 'open', secretHash: 'hash', name: '', createdAt: 0, expiresAt: 9, madeBy: 'anna' };
	await em().insert(Invitation, { ...open, role: 'guest', access: access(...grants) });
}

const em = () => devices.options.orm.em.fork();
const ofGuest = async (id: string) => (await em().findOneOrFail(User, { id })).access;
const ofInvitation = async () => (await em().findOneOrFail(Invitation, { id: 'open' })).access;
const deletion = (alongside = async () => undefined as unknown) => deleteDevice(devices, 'gate', ANNA, alongside);

it('a relay that is gone is granted to nobody, so that the next with its number is not reached', async () => {
	await em().insert(User, {
		...{ id: 'anna', name: 'Anna', folded: 'anna', passwordHash: '', mayUpdateOthers: false, createdAt: 0 },
		role: 'owner',
		access: null,
	});
	await guest('mia', relay(1), relay(2), relay(2, 'shed'), GATE, HALL);
	await guest('kim', relay(1));
	await invitation(relay(2), HALL);
	const device = devices.byId.get('gate')!;
	const { planVersion: version, plan } = device.record;
	const wish = { id: 'gate', version, plan: { ...plan, relays: plan.relays.slice(0, 1) }, by: ANNA };
	expect(await configureDevice(devices, wish)).toMatchObject({ ok: true });
	expect(await ofGuest('mia')).toEqual(access(relay(1), relay(2, 'shed'), GATE, HALL));
	expect(await ofGuest('kim')).toEqual(access(relay(1)));
	expect(await ofInvitation()).toEqual(access(HALL));
	const user = { id: 'mia', name: 'mia', role: 'guest', until: 9 };
	expect(facts).toEqual([
		['PersonChanged', { user }],
		['AccessChanged', { user, by: ANNA }],
		['PeopleChanged', {}],
	]);
});

it('a deleted device is granted to nobody; a guest who had nothing else reaches nothing', async () => {
	await guest('mia', relay(1), GATE);
	await invitation(GATE, relay(1, 'shed'));
	expect(await deletion()).toMatchObject({ ok: true });
	expect(await ofGuest('mia')).toEqual(access());
	expect(readAccess('guest', await ofGuest('mia'))).toEqual(access());
	expect(await ofInvitation()).toEqual(access(relay(1, 'shed')));
});

it('a device that could not be deleted is granted as before, and nobody is told', async () => {
	await guest('mia', GATE);
	await expect(deletion(() => Promise.reject(new Error('the disk is full')))).rejects.toThrow('the disk is full');
	expect(await ofGuest('mia')).toEqual(access(GATE));
	expect(facts).toEqual([]);
});

it('an access without grants may be stored, and not be asked for', () => {
	expect(GuestAccess.safeParse(access()).success).toBe(true);
	expect(PersonPatch.safeParse({ access: access() }).success).toBe(false);
	expect(InvitationBody.safeParse({ role: 'guest', access: access() }).success).toBe(false);
});

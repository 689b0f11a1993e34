import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { GuestAccess } from '../../../protocol/dashboard/people/people.ts';
import { LiveDoor } from '../../harness/doors/live-door-fixture.ts';

let hub: LiveDoor;

beforeEach(async () => {
	hub = await LiveDoor.open();
	for (const id of ['gate', 'attic']) await hub.devices.add(id);
});
afterEach(() => hub.close());

const switching = (device: string): GuestAccess => ({
	grants: [{ kind: 'device', device, may: 'switch' }],
	until: null,
	weekly: null,
});

it('a guest’s dashboard makes boards beat faster only while it shows something', async () => {
	const { devices, accounts } = hub;
	const mia = await hub.add('mia', 'guest', switching('gate'));
	await mia.view.watch(true);
	expect(devices.watched).toBe(true);
	await hub.change(mia, { access: null });
	await mia.view.until(() => mia.view.devices.size === 0);
	accounts.clock.advance(5_000);
	expect(devices.watched).toBe(false);
	await hub.change(mia, { access: switching('attic') });
	await mia.view.until(() => mia.view.devices.size === 1);
	expect(devices.watched).toBe(true);
	mia.view.close();
});

it('hidden dashboards that come and go do not keep boards at the fast pace', async () => {
	const { devices, accounts, door } = hub;
	const [anna, ben] = [await hub.add('anna', 'owner'), await hub.add('ben', 'member')];
	await anna.view.watch(true);
	anna.view.close();
	await vi.waitFor(() => expect(door.isHere(anna.id)).toBe(false));
	accounts.clock.advance(4_000);
	expect(devices.watched).toBe(true);
	await ben.view.watch(false);
	accounts.clock.advance(1_000);
	expect(devices.watched).toBe(false);
	ben.view.close();
});

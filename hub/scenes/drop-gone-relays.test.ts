import { afterEach, beforeEach, expect, it } from 'vitest';
import { ANNA } from '../../test/harness/records.ts';
import { TestDevices } from '../../test/harness/devices.ts';
import { Events } from '../base/events.ts';
import { deleteDevice } from '../devices/delete-device.ts';
import { dependentsOn } from '../wiring/device-dependents.ts';
import { Updates, type UpdatesOptions } from '../updates/updates.ts';
import { Scene } from './entities.ts';
import { makeScene } from './make-scene.ts';
import { Scenes } from './scenes.ts';

const PUMP = { device: 'cellar', relay: 1, on: true };
const LIGHT = { device: 'kitchen', relay: 1, on: true };

let devices: TestDevices;
let scenes: Scenes;

beforeEach(async () => {
	devices = await TestDevices.open();
	scenes = new Scenes({ ...devices.options, devices });
	const updates = new Updates({ ...devices.options, devices } as unknown as UpdatesOptions);
	devices.dependents = dependentsOn(scenes, updates, { events: new Events() });
	for (const id of ['cellar', 'kitchen']) await devices.add(id);
	for (const [name, members] of [
		['Both', [PUMP, LIGHT]],
		['Pump', [PUMP]],
	] as const)
		await makeScene(scenes, { name, icon: 'plug', kind: 'scene', members: [...members] }, ANNA);
});
afterEach(() => devices.close());

const deletion = (alongside = async () => undefined as unknown) => deleteDevice(devices, 'cellar', ANNA, alongside);
const inMemory = () => [...scenes.byId.values()].map(({ name, members }) => [name, members]);
const written = async () =>
	(await devices.options.orm.em.fork().find(Scene, {}, { orderBy: { name: 'asc' } })).map(({ name, members }) => [
		name,
		members,
	]);

it('a deleted device is in no scene any more, in memory and in the database, when its deletion is answered', async () => {
	expect((await deletion()).ok).toBe(true);
	expect(inMemory()).toEqual([['Both', [LIGHT]]]);
	expect(await written()).toEqual([['Both', [LIGHT]]]);
});

it('a device that could not be deleted stays in all its scenes', async () => {
	const disk = async () => {
		throw new Error('the disk is full');
	};
	await expect(deletion(disk)).rejects.toThrow('the disk is full');
	expect(inMemory()).toHaveLength(2);
	expect(await written()).toEqual(inMemory());
	expect((await deletion()).ok).toBe(true);
	expect(await written()).toEqual([['Both', [LIGHT]]]);
});

it('listeners of the deletion find the scenes without the device', async () => {
	let seen: unknown;
	devices.events.on('DeviceRemoved', () => void (seen = inMemory()));
	await deletion();
	expect(seen).toEqual([['Both', [LIGHT]]]);
});

import type { EntityManager } from '@mikro-orm/sqlite';
import { SceneBody } from '../../protocol/dashboard/scenes.ts';
import { HUB } from '../base/actor.ts';
import { Scene } from './entities.ts';
import { dropGoneRelays } from './drop-gone-relays.ts';
import type { Scenes } from './scenes.ts';

const Members = SceneBody.shape.members;

/**
 * Loads the scenes; call after the devices are loaded. Removes members that an older hub left without device or relay.
 * A scene that cannot be read is left out, and stays in the database.
 */
export async function loadScenes(scenes: Scenes): Promise<void> {
	const { orm, devices, log } = scenes.options;
	const rows = await orm.em.fork().find(Scene, {}, { orderBy: { createdAt: 'asc', id: 'asc' } });
	for (const { id, name, icon, kind, members: stored, createdAt } of rows) {
		const members = Members.safeParse(stored).data;
		if (members) scenes.byId.set(id, { id, name, icon, kind, members, createdAt });
		else log.error({ scene: id }, 'the relays of a scene in the database cannot be read; it is left out');
	}
	const named = new Set([...scenes.byId.values()].flatMap(({ members }) => members.map(({ device }) => device)));
	for (const id of named) {
		if (devices.unreadable.has(id)) continue;
		const stays = (relay: number) => devices.byId.get(id)?.relay(relay) !== undefined;
		const dropped = await orm.em.fork().transactional((em) => dropGoneRelays(scenes, em as EntityManager, id, stays));
		dropped(HUB);
	}
}

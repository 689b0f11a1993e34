import type { EntityManager } from '@mikro-orm/sqlite';
import { HUB } from '../base/actor.ts';
import { Scene } from './entities.ts';
import { dropGoneRelays } from './drop-gone-relays.ts';
import type { Scenes } from './scenes.ts';

/** Loads the scenes; call after the devices are loaded. Removes members that an older hub left without device or relay. */
export async function loadScenes(scenes: Scenes): Promise<void> {
	const { orm, devices } = scenes.options;
	const rows = await orm.em.fork().find(Scene, {}, { orderBy: { createdAt: 'asc', id: 'asc' } });
	for (const { id, name, icon, kind, members, createdAt } of rows)
		scenes.byId.set(id, { id, name, icon, kind, members, createdAt });
	const named = new Set(rows.flatMap(({ members }) => members.map(({ device }) => device)));
	for (const id of named) {
		if (devices.unreadable.has(id)) continue;
		const stays = (relay: number) => devices.byId.get(id)?.relay(relay) !== undefined;
		const dropped = await orm.em.fork().transactional((em) => dropGoneRelays(scenes, em as EntityManager, id, stays));
		dropped(HUB);
	}
}

import { Scene } from './entities.ts';
import { dropGoneRelays } from './drop-gone-relays.ts';
import type { Scenes } from './scenes.ts';

/** Who deleted a device is not known any more. */
const NOBODY = '';

/**
 * Takes up the scenes, after the devices: a member whose device or relay was removed while the hub could not tell its
 * scenes any more is dropped now.
 */
export async function loadScenes(scenes: Scenes): Promise<void> {
	const { orm } = scenes.options;
	const rows = await orm.em.fork().find(Scene, {}, { orderBy: { createdAt: 'asc', id: 'asc' } });
	for (const { id, name, icon, kind, members, createdAt } of rows)
		scenes.byId.set(id, { id, name, icon, kind, members, createdAt });
	const named = new Set(rows.flatMap(({ members }) => members.map(({ device }) => device)));
	for (const id of named) await dropGoneRelays(scenes, id, NOBODY);
}

import type { Fault } from '../../protocol/dashboard/faults.ts';
import type { Actor } from '../base/actor.ts';
import { type Result, ok } from '../base/result.ts';
import { Scene } from './entities.ts';
import type { Scenes } from './scenes.ts';

export function deleteScene(scenes: Scenes, id: string, by: Actor): Promise<Result<void, Fault>> {
	return scenes.withLock(async () => {
		const found = scenes.find(id);
		if (!found.ok) return found;
		await scenes.options.orm.em.fork().nativeDelete(Scene, { id });
		scenes.byId.delete(id);
		scenes.events.emit('SceneDeleted', { scene: found.value, by });
		return ok();
	});
}

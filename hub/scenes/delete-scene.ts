import type { Actor } from '../base/actor.ts';
import { type Result, ok } from '../base/result.ts';
import { Scene } from './entities.ts';
import type { SceneFault, Scenes } from './scenes.ts';

export function deleteScene(scenes: Scenes, id: string, by: Actor): Promise<Result<void, SceneFault>> {
	return scenes.inTurn(async () => {
		const found = scenes.find(id);
		if (!found.ok) return found;
		await scenes.options.orm.em.fork().nativeDelete(Scene, { id });
		scenes.byId.delete(id);
		scenes.events.emit('SceneDeleted', { scene: found.value, by });
		return ok();
	});
}

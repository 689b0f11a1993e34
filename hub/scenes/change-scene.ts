import type { Fault } from '../../protocol/dashboard/faults.ts';
import type { Actor } from '../base/actor.ts';
import { type Result, ok } from '../base/result.ts';
import { checkScene } from './check-scene.ts';
import { describeSceneChanges } from './describe-scene-changes.ts';
import { Scene } from './entities.ts';
import type { SceneRecord, Scenes } from './scenes.ts';
import type { SceneWish } from './make-scene.ts';
import { ownCopy } from '../store/own-copy.ts';

export function changeScene(
	scenes: Scenes,
	id: string,
	wish: SceneWish,
	by: Actor,
): Promise<Result<SceneRecord, Fault>> {
	return scenes.withLock(async () => {
		const found = scenes.find(id);
		if (!found.ok) return found;
		const checked = checkScene(scenes.options.devices, wish);
		if (!checked.ok) return checked;
		await scenes.options.orm.em.fork().nativeUpdate(Scene, { id }, ownCopy(wish));
		const scene: SceneRecord = { ...found.value, ...wish };
		scenes.byId.set(id, scene);
		const changes = describeSceneChanges(scenes.options.devices, found.value, scene);
		scenes.events.emit('SceneChanged', { scene, changes, by });
		return ok(scene);
	});
}

import { LIMITS } from '../../protocol/dashboard/limits.ts';
import type { SceneView } from '../../protocol/dashboard/scenes.ts';
import { type Fault, fault } from '../../protocol/dashboard/faults.ts';
import type { Actor } from '../base/actor.ts';
import { newId } from '../base/random.ts';
import { type Result, ok } from '../base/result.ts';
import { checkScene } from './check-scene.ts';
import { Scene } from './entities.ts';
import type { SceneRecord, Scenes } from './scenes.ts';

export type SceneWish = Omit<SceneView, 'id'>;

export function makeScene(scenes: Scenes, wish: SceneWish, by: Actor): Promise<Result<SceneRecord, Fault>> {
	const { orm, clock, random, devices } = scenes.options;
	return scenes.withLock(async () => {
		const checked = checkScene(devices, wish);
		if (!checked.ok) return checked;
		if (scenes.byId.size >= LIMITS.scenes) return fault('too-many-scenes', { most: LIMITS.scenes });
		const scene: SceneRecord = { id: newId(random), ...wish, createdAt: clock.now() };
		await orm.em.fork().insert(Scene, scene);
		scenes.byId.set(scene.id, scene);
		scenes.events.emit('SceneMade', { scene, by });
		return ok(scene);
	});
}

import type { EntityManager } from '@mikro-orm/sqlite';
import type { Actor } from '../base/actor.ts';
import { describeSceneChanges } from './describe-scene-changes.ts';
import { Scene } from './entities.ts';
import type { SceneRecord, Scenes } from './scenes.ts';

/**
 * A device is deleted or loses relays: removes those from every scene, so that a relay that gets their number later
 * is not switched instead. Deletes scenes that had no others. Call inside the caller's transaction while holding the
 * scenes' turn; call the returned function after the commit, to change memory.
 */
export async function dropGoneRelays(
	scenes: Scenes,
	em: EntityManager,
	device: string,
	stays: (relay: number) => boolean,
): Promise<(by: Actor) => void> {
	const left = [...scenes.byId.values()]
		.map((scene) => ({
			scene,
			members: scene.members.filter((member) => member.device !== device || stays(member.relay)),
		}))
		.filter(({ scene, members }) => members.length < scene.members.length);
	for (const { scene, members } of left)
		if (members.length > 0) await em.nativeUpdate(Scene, { id: scene.id }, { members });
		else await em.nativeDelete(Scene, { id: scene.id });
	return (by) => {
		for (const { scene, members } of left) {
			if (members.length === 0) {
				scenes.byId.delete(scene.id);
				scenes.events.emit('SceneDeleted', { scene, by });
				continue;
			}
			const changed: SceneRecord = { ...scene, members };
			scenes.byId.set(scene.id, changed);
			const changes = describeSceneChanges(scenes.options.devices, scene, changed);
			scenes.events.emit('SceneChanged', { scene: changed, changes, by });
		}
	};
}

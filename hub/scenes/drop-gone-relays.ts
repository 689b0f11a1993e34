import { describeSceneChanges } from './describe-scene-changes.ts';
import { Scene } from './entities.ts';
import type { SceneRecord, Scenes } from './scenes.ts';

/**
 * A device was deleted or lost relays: those leave every scene, so that no relay that gets their number later is switched
 * in their place. A scene that had no others goes with them.
 */
export function dropGoneRelays(scenes: Scenes, device: string, by: string): Promise<void> {
	return scenes.inTurn(async () => {
		const there = scenes.options.devices.byId.get(device);
		const left = [...scenes.byId.values()]
			.map((scene) => ({
				scene,
				members: scene.members.filter((member) => member.device !== device || there?.relay(member.relay)),
			}))
			.filter(({ scene, members }) => members.length < scene.members.length);
		if (left.length === 0) return;
		await scenes.options.orm.em.fork().transactional(async (em) => {
			for (const { scene, members } of left)
				if (members.length > 0) await em.nativeUpdate(Scene, { id: scene.id }, { members });
				else await em.nativeDelete(Scene, { id: scene.id });
		});
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
	});
}

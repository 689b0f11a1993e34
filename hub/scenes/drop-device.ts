import { Scene } from './entities.ts';
import type { SceneRecord, Scenes } from './scenes.ts';

/** A device was deleted: its relays leave every scene, and a scene that had no others goes with them. */
export function dropDeviceFromScenes(scenes: Scenes, device: string, by: string): Promise<void> {
	return scenes.inTurn(async () => {
		const affected = [...scenes.byId.values()].filter(({ members }) =>
			members.some((member) => member.device === device),
		);
		if (affected.length === 0) return;
		const left = affected.map((scene) => ({
			scene,
			members: scene.members.filter((member) => member.device !== device),
		}));
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
			scenes.events.emit('SceneChanged', { scene: changed, by });
		}
	});
}

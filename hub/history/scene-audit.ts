import type { Events } from '../base/events.ts';
import type { SceneFacts } from '../scenes/scenes.ts';
import type { Audit, Happening } from './audit.ts';

/** Records the facts of the scenes, until the returned function is called. */
export function listenToScenes(audit: Audit, { events }: { events: Events<SceneFacts> }): () => void {
	const record =
		(what: Happening['what']) =>
		({ scene, by }: SceneFacts['SceneMade']) =>
			audit.record({ what, by, details: { scene: scene.name } });
	const offs = [
		events.on('SceneMade', record('scene-made')),
		events.on('SceneChanged', ({ scene, changes, by }) =>
			audit.record({ what: 'scene-changed', by, details: { scene: scene.name, changes } }),
		),
		events.on('SceneDeleted', record('scene-deleted')),
		events.on('SceneRun', ({ scene, by, done, failed }) =>
			audit.record({ what: 'scene-run', by, details: { scene: scene.name, done, failed } }),
		),
	];
	return () => offs.forEach((off) => off());
}

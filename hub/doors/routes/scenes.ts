import { RunSceneBody, SceneBody, SceneList, SceneResult, SceneView } from '../../../protocol/dashboard/scenes.ts';
import { tokenMayRun } from '../../accounts/tokens/token-may.ts';
import { err, ok } from '../../base/result.ts';
import { changeScene } from '../../scenes/change-scene.ts';
import { deleteScene } from '../../scenes/delete-scene.ts';
import { makeScene } from '../../scenes/make-scene.ts';
import { runScene } from '../../scenes/run-scene.ts';
import { type Scenes, sceneView } from '../../scenes/scenes.ts';
import { apiError, apiErrorOf } from '../api-error.ts';
import { type Route, route } from '../server/route.ts';

export function sceneRoutes({ scenes }: { scenes: Scenes }): Route[] {
	return [
		route({
			method: 'GET',
			path: '/scenes',
			summary: 'All scenes and groups, oldest first',
			access: 'scenes.see',
			answer: { status: 200, schema: SceneList },
			handle: async () => ok({ status: 200, json: { scenes: [...scenes.byId.values()].map(sceneView) } }),
		}),
		route({
			method: 'POST',
			path: '/scenes',
			summary: 'Make a scene, which sets every relay to its own state, or a group, all on or all off',
			access: 'scenes.edit',
			body: SceneBody,
			answer: { status: 201, schema: SceneView },
			async handle({ body, who }) {
				const made = await makeScene(scenes, body, who.actor);
				return made.ok ? ok({ status: 201, json: sceneView(made.value) }) : err(apiErrorOf(made.error));
			},
		}),
		route({
			method: 'PUT',
			path: '/scenes/:id',
			summary: 'Change a scene as a whole',
			access: 'scenes.edit',
			body: SceneBody,
			answer: { status: 200, schema: SceneView },
			async handle({ params: { id }, body, who }) {
				const changed = await changeScene(scenes, id, body, who.actor);
				return changed.ok ? ok({ status: 200, json: sceneView(changed.value) }) : err(apiErrorOf(changed.error));
			},
		}),
		route({
			method: 'DELETE',
			path: '/scenes/:id',
			summary: 'Delete a scene; its relays stay as they are',
			access: 'scenes.edit',
			answer: { status: 204 },
			async handle({ params: { id }, who }) {
				const deleted = await deleteScene(scenes, id, who.actor);
				return deleted.ok ? ok({ status: 204 }) : err(apiErrorOf(deleted.error));
			},
		}),
		route({
			method: 'POST',
			path: '/scenes/:id/run',
			summary: 'Switch all its relays at once; answered when every board has answered, with a result for each relay',
			access: 'scenes.run',
			body: RunSceneBody,
			answer: { status: 200, schema: SceneResult },
			async handle({ params: { id }, body, who }) {
				if (who.token && !tokenMayRun(who.token, id)) return err(apiError('api-token-may-not'));
				const run = await runScene(scenes, id, body.on, who.actor);
				return run.ok ? ok({ status: 200, json: run.value }) : err(apiErrorOf(run.error));
			},
		}),
	];
}

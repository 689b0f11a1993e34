/** Scenes and groups: relays switched together with one tap. */
import { z } from 'zod';
import { saying } from './faults.ts';
import { ApiError } from './errors.ts';
import { LIMITS } from './limits.ts';
import { RelayIcon } from './plan.ts';
import { id, name } from './shapes.ts';

export const SceneMember = z.object({
	device: id,
	relay: z.number().int().min(1).max(LIMITS.relays),
	/** the state that a scene sets; a group ignores it and switches all its members alike */
	on: z.boolean(),
});
export type SceneMember = z.infer<typeof SceneMember>;

/** POST /scenes → 201 SceneView. PUT /scenes/:id → SceneView. DELETE /scenes/:id → 204. */
export const SceneBody = z.object({
	name,
	icon: RelayIcon.default('light'),
	/** `scene`: every member to its own state. `group`: all on, or all off. */
	kind: z.enum(['scene', 'group']),
	members: z.array(SceneMember).min(1, saying('choose-scene-relays')).max(LIMITS.sceneMembers),
});
export type SceneBody = z.input<typeof SceneBody>;

export const SceneView = SceneBody.extend({ id });
export type SceneView = z.output<typeof SceneView>;

export const SceneList = z.object({ scenes: z.array(SceneView) });
export type SceneList = z.infer<typeof SceneList>;

/** POST /scenes/:id/run → SceneResult, when every board has answered or its deadline has passed */
export const RunSceneBody = z.object({
	/** of a group: all on or all off */
	on: z.boolean().optional(),
});
export type RunSceneBody = z.infer<typeof RunSceneBody>;

export const SceneResult = z.object({
	results: z.array(
		z.object({
			device: id,
			deviceName: z.string(),
			relay: z.number().int(),
			relayName: z.string(),
			on: z.boolean(),
			/** what it was before, for an undo; null where that is not known */
			before: z.boolean().nullable(),
			done: z.boolean(),
			/** why it was not done, in words, and by its code */
			message: z.string().nullable(),
			fault: ApiError.shape.fault,
			params: ApiError.shape.params,
		}),
	),
});
export type SceneResult = z.infer<typeof SceneResult>;

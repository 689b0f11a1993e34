import { type InferEntity, defineEntity } from '@mikro-orm/core';
import type { RelayIcon } from '../../protocol/dashboard/plan.ts';
import type { SceneMember, SceneView } from '../../protocol/dashboard/scenes.ts';

/** A named set of relays that are switched together. */
export const Scene = defineEntity({
	name: 'Scene',
	tableName: 'scene',
	properties: (p) => ({
		id: p.text().primary(),
		name: p.text(),
		icon: p.text().$type<RelayIcon>(),
		kind: p.text().$type<SceneView['kind']>(),
		members: p.json<SceneMember[]>(),
		createdAt: p.bigint('number'),
	}),
});
export type Scene = InferEntity<typeof Scene>;

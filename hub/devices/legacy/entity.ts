import { type InferEntity, defineEntity } from '@mikro-orm/core';
import type { LegacyRelay } from './state.ts';

/** What a Legacy v1 board is told: durable, unlike what boards say. */
export const LegacyBoard = defineEntity({
	name: 'LegacyBoard',
	tableName: 'legacy_board',
	properties: (p) => ({
		deviceId: p.text().primary(),
		relays: p.json<readonly LegacyRelay[]>(),
	}),
});
export type LegacyBoard = InferEntity<typeof LegacyBoard>;

import { type InferEntity, defineEntity } from '@mikro-orm/core';

/** How the dashboard speaks to a person. Whoever has no row has chosen nothing. */
export const StoredPreferences = defineEntity({
	name: 'StoredPreferences',
	tableName: 'preferences',
	properties: (p) => ({
		userId: p.text().primary(),
		/** JSON, which is parsed by whoever reads it: a damaged one must not keep all others from being read */
		chosen: p.text(),
	}),
});
export type StoredPreferences = InferEntity<typeof StoredPreferences>;

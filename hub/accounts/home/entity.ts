import { type InferEntity, defineEntity } from '@mikro-orm/core';

/** How a person has arranged their Home. Whoever has no row has arranged nothing. */
export const StoredHome = defineEntity({
	name: 'StoredHome',
	tableName: 'home_layout',
	properties: (p) => ({
		userId: p.text().primary(),
		/** JSON, which is parsed by whoever reads it: a damaged one must not keep all others from being read */
		layout: p.text(),
	}),
});
export type StoredHome = InferEntity<typeof StoredHome>;

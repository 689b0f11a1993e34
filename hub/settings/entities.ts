import { type InferEntity, defineEntity } from '@mikro-orm/core';

/** What the household has set, one row each; what it has not set has no row. */
export const Setting = defineEntity({
	name: 'Setting',
	tableName: 'setting',
	properties: (p) => ({
		key: p.text().primary(),
		/** JSON, kept as text: a value may be a plain string or null */
		value: p.text(),
	}),
});
export type Setting = InferEntity<typeof Setting>;

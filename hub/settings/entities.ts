import { type InferEntity, defineEntity } from '@mikro-orm/core';

/** One row for each setting that the household has changed. */
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

import { type InferEntity, defineEntity } from '@mikro-orm/core';

/** The second factor of a person who has turned it on. */
export const SecondFactor = defineEntity({
	name: 'SecondFactor',
	tableName: 'second_factor',
	properties: (p) => ({
		userId: p.text().primary(),
		/** the app's secret, sealed by the vault */
		sealed: p.blob(),
		/** of the newest code that was used; its own and all before it are refused */
		lastStep: p.bigint('number'),
		createdAt: p.bigint('number'),
	}),
});
export type SecondFactor = InferEntity<typeof SecondFactor>;

/** A recovery code that is not used yet. Only a keyed hash is kept. */
export const RecoveryCode = defineEntity({
	name: 'RecoveryCode',
	tableName: 'recovery_code',
	properties: (p) => ({
		hash: p.text().primary(),
		userId: p.text(),
	}),
});
export type RecoveryCode = InferEntity<typeof RecoveryCode>;

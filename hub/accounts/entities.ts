import { type InferEntity, defineEntity } from '@mikro-orm/core';
import type { Role } from '../../protocol/dashboard/accounts.ts';

export const User = defineEntity({
	name: 'User',
	tableName: 'user',
	properties: (p) => ({
		id: p.text().primary(),
		name: p.text(),
		/** the name as it is compared: ANNA and anna are one person */
		folded: p.text().unique(),
		passwordHash: p.text(),
		role: p.text().$type<Role>(),
		createdAt: p.bigint('number'),
	}),
});
export type User = InferEntity<typeof User>;

/** A signed-in browser. Only the hash of its cookie is kept, so that a copied database signs nobody in. */
export const Session = defineEntity({
	name: 'Session',
	tableName: 'session',
	properties: (p) => ({
		/** SHA-256 of the token, hex */
		id: p.text().primary(),
		userId: p.text(),
		createdAt: p.bigint('number'),
		lastUsedAt: p.bigint('number'),
		address: p.text(),
		userAgent: p.text(),
	}),
});
export type Session = InferEntity<typeof Session>;

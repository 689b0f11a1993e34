import { type InferEntity, defineEntity } from '@mikro-orm/core';
import type { Role } from '../../protocol/dashboard/people/accounts.ts';
import type { GuestAccess } from '../../protocol/dashboard/people/people.ts';

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
		/** what a guest may reach; null for others */
		access: p.json<GuestAccess>().nullable(),
		/** of a member: also boards of other people */
		mayUpdateOthers: p.boolean().default(false),
		/**
		 * how often the password was changed or reset, or a second factor turned on: browsers known from before are strangers
		 * then
		 */
		passwordChanges: p.integer().default(0),
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
		/** its name in lists: the hash above stays on the hub */
		shownId: p.text(),
		/** argon2id of the PIN that unlocks it; null: it is not locked to its wall panel */
		wallPin: p.text().nullable(),
	}),
});
export type Session = InferEntity<typeof Session>;

/** A one-time link by which somebody becomes a member or guest. Only the hash of its secret is kept. */
export const Invitation = defineEntity({
	name: 'Invitation',
	tableName: 'invitation',
	properties: (p) => ({
		id: p.text().primary(),
		/** SHA-256 of the secret, hex */
		secretHash: p.text().unique(),
		role: p.text().$type<Exclude<Role, 'owner'>>(),
		access: p.json<GuestAccess>().nullable(),
		name: p.text(),
		createdAt: p.bigint('number'),
		expiresAt: p.bigint('number'),
		madeBy: p.text(),
	}),
});
export type Invitation = InferEntity<typeof Invitation>;

import { type InferEntity, defineEntity } from '@mikro-orm/core';
import type { TokenScope } from '../../../protocol/dashboard/people/api-tokens.ts';

/** A token by which programs act in a person's name. Only the digest of its secret is kept. */
export const ApiToken = defineEntity({
	name: 'ApiToken',
	tableName: 'api_token',
	properties: (p) => ({
		/** its name in lists and addresses */
		id: p.text().primary(),
		/** SHA-256 of the secret, hex */
		hash: p.text().unique(),
		userId: p.text(),
		name: p.text(),
		scope: p.json<TokenScope>(),
		createdAt: p.bigint('number'),
		/** null = no end */
		expiresAt: p.bigint('number').nullable(),
		/** null = never; minutes old, see live-tokens.ts */
		lastUsedAt: p.bigint('number').nullable(),
	}),
});
export type ApiToken = InferEntity<typeof ApiToken>;

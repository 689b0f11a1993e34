/** A person's API tokens, by which programs and one-tap shortcuts act in their name. */
import { z } from 'zod';
import { saying } from '../faults.ts';
import { LIMITS } from '../limits.ts';
import { OwnProof } from './second-factor.ts';
import { at, id, nameOf } from '../shapes.ts';

const Read = z.object({ kind: z.literal('read') });
const Switch = z.object({
	kind: z.literal('switch'),
	relays: z.array(z.object({ device: id, relay: z.number().int().min(1).max(LIMITS.relays) })).max(LIMITS.tokenRelays),
	scenes: z.array(id).max(LIMITS.tokenScenes),
});
const Everything = z.object({ kind: z.literal('everything') });

/**
 * What a token may do, at most: never more than its person may at that moment.
 * - `read`: look at what the person sees, and change nothing.
 * - `switch`: switch these relays and run these scenes, and nothing else: not even see the house.
 * - `everything`: whatever the person may, except for people, what is in rooms of guests, lock-outs, backups, HTTPS, fewer days of
 *   history and their own account, which need a session.
 */
export const TokenScope = z.discriminatedUnion('kind', [Read, Switch, Everything]);
export type TokenScope = z.infer<typeof TokenScope>;

/** In a request, where something must be chosen; what is chosen may be deleted later. */
const ScopeWish = z.discriminatedUnion('kind', [
	Read,
	Switch.refine(({ relays, scenes }) => relays.length + scenes.length > 0, saying('choose-token-parts')),
	Everything,
]);

export const ApiTokenView = z.object({
	id,
	name: z.string(),
	scope: TokenScope,
	createdAt: at,
	/** it is refused from then on; null = no end */
	expiresAt: at.nullable(),
	/** null = never */
	lastUsedAt: at.nullable(),
});
export type ApiTokenView = z.infer<typeof ApiTokenView>;

/** GET /account/tokens. DELETE /account/tokens/:id → 204. */
export const ApiTokens = z.object({ tokens: z.array(ApiTokenView) });
export type ApiTokens = z.infer<typeof ApiTokens>;

/** GET /devices/:id/api-tokens (owner): everybody's that switch relays of this device, and lose them with it */
export const TokensOfDevice = z.object({
	tokens: z.array(
		z.object({
			name: z.string(),
			person: z.string(),
			/** it switches nothing else */
			isLast: z.boolean(),
		}),
	),
	/** so many besides */
	more: z.number().int(),
});
export type TokensOfDevice = z.infer<typeof TokensOfDevice>;

/** POST /account/tokens → 201 ApiTokenMade. It takes the proof of whoever makes it: a token may outlive a stolen session. */
export const ApiTokenBody = OwnProof.extend({
	name: nameOf('name-needed', LIMITS.nameLength),
	scope: ScopeWish,
	/** Unix ms; null = no end */
	expiresAt: at.nullable(),
});
export type ApiTokenBody = z.infer<typeof ApiTokenBody>;

/** `secret` is in this answer and never again. It goes into the header `Authorization: Bearer …` and nowhere else. */
export const ApiTokenMade = z.object({ token: ApiTokenView, secret: z.string() });
export type ApiTokenMade = z.infer<typeof ApiTokenMade>;

import type { EntityManager } from '@mikro-orm/sqlite';
import { ApiToken } from './entity.ts';
import { scopeOf } from './list-tokens.ts';

/**
 * A device is deleted or loses relays: takes what is gone from every token, so that a relay that gets their number
 * later is not switched instead. A token may be left that switches nothing. Call inside the caller's transaction.
 */
export async function dropTokenRelays(
	em: EntityManager,
	device: string,
	stays: (relay: number) => boolean,
): Promise<void> {
	for (const token of await em.find(ApiToken, {}, { disableIdentityMap: true })) {
		const scope = scopeOf(token);
		if (scope.kind !== 'switch') continue;
		const relays = scope.relays.filter((one) => one.device !== device || stays(one.relay));
		if (relays.length < scope.relays.length)
			await em.nativeUpdate(ApiToken, { id: token.id }, { scope: { ...scope, relays } });
	}
}

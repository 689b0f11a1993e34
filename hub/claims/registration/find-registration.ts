import { type Failure, type Result, failure, ok } from '../../base/result.ts';
import type { Claims } from '../claims.ts';
import type { RegistrationRecord } from '../entities.ts';
import { EXPIRED_CLAIMABLE_MS } from '../limits.ts';

/** The registration that a board names, and its key. Nothing is proved yet, so the board learns only whether it may try. */
export function findRegistration(
	claims: Claims,
	keyId: string,
): Result<{ registration: RegistrationRecord; key: Uint8Array }, Failure<'unknown' | 'expired'>> {
	const registration = claims.byKeyId.get(keyId);
	if (!registration)
		return failure(
			'unknown',
			'The hub knows no such registration key. It was deleted, renewed, or made by another hub.',
		);
	const expiredForMs = claims.options.clock.now() - registration.expiresAt;
	if (!registration.sealedKey || expiredForMs >= EXPIRED_CLAIMABLE_MS)
		return failure('expired', 'The registration key has expired. Make new firmware on the dashboard.');
	return ok({
		registration,
		key: claims.options.vault.open(registration.sealedKey, `registration-key:${registration.id}`),
	});
}

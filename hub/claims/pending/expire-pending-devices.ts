import { every } from '../../base/clock.ts';
import type { Claims } from '../claims.ts';
import { Registration, type RegistrationRecord } from '../entities.ts';
import { EXPIRED_CLAIMABLE_MS, FORGOTTEN_MS, SWEEP_MS } from '../limits.ts';
import { stopPlaying } from '../play-virtual-board.ts';
import { tellDeviceOf } from '../registration/registrations-of.ts';

/** Expires pending devices for as long as the hub runs. */
export function expirePendingDevices(claims: Claims): { cancel(): void } {
	return every(claims.options.clock, SWEEP_MS, () =>
		sweep(claims).catch((error: unknown) =>
			claims.options.log.error(
				{ err: error },
				'pending devices: expired ones could not be removed; retrying in a second',
			),
		),
	);
}

/**
 * Announces that pending devices have expired; a week later it removes their cards and keys, and a month later their
 * rows. A used registration is kept as long, to know who used it. Throws the first failure once all were tried.
 */
async function sweep(claims: Claims): Promise<void> {
	const failures: unknown[] = [];
	for (const registration of [...claims.byId.values()])
		await sweepOne(claims, registration).catch((error: unknown) => failures.push(error));
	if (failures.length > 0) throw failures[0];
}

async function sweepOne(claims: Claims, registration: RegistrationRecord): Promise<void> {
	const now = claims.options.clock.now();
	const em = claims.options.orm.em.fork();
	const expiredForMs = now - registration.expiresAt;
	if (expiredForMs < 0) return;
	const pending = registration.usedByMac === null;
	if (pending && registration.sealedKey && !claims.expiryTold.has(registration.id)) {
		claims.expiryTold.add(registration.id);
		claims.events.emit('PendingChanged', { id: registration.id });
		claims.events.emit('PendingExpired', { id: registration.id, name: registration.name });
	}
	if (expiredForMs >= EXPIRED_CLAIMABLE_MS && registration.sealedKey) {
		const { id, sealedKey, sealedWifi } = registration;
		registration.sealedKey = registration.sealedWifi = null;
		try {
			await em.nativeUpdate(Registration, { id }, { sealedKey: null, sealedWifi: null });
		} catch (error) {
			Object.assign(registration, { sealedKey, sealedWifi }); // tried again at the next round
			throw error;
		}
		if (pending) claims.events.emit('PendingRemoved', { id, why: 'gone' });
		tellDeviceOf(claims, registration);
		if (pending) await stopPlaying(claims, id);
	}
	if (expiredForMs >= FORGOTTEN_MS) {
		claims.forget(registration);
		await em.nativeDelete(Registration, { id: registration.id });
	}
}

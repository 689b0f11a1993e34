import { every } from '../../base/clock.ts';
import { HourlyLimit } from '../../base/hourly-limit.ts';
import type { Claims } from '../claims.ts';
import { Registration, type RegistrationRecord } from '../entities.ts';
import { EXPIRED_CLAIMABLE_MS, FORGOTTEN_MS, SWEEP_MS } from '../limits.ts';
import { stopPlaying } from '../play-virtual-board.ts';
import { tellDeviceOf } from '../registration/registrations-of.ts';

/** How often a failure is told in the log: it is tried again every second. */
const LINES_AN_HOUR = 1;

/** Expires pending devices for as long as the hub runs. */
export function expirePendingDevices(claims: Claims): { cancel(): void } {
	const failed = new HourlyLimit(claims.options.clock, LINES_AN_HOUR);
	return every(claims.options.clock, SWEEP_MS, () =>
		sweep(claims).catch((error: unknown) => {
			if (failed.take('all'))
				claims.options.log.error(
					{ err: error },
					'pending devices: expired ones could not be removed; retrying every second',
				);
		}),
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
			await claims.options.orm.em.fork().nativeUpdate(Registration, { id }, { sealedKey: null, sealedWifi: null });
		} catch (error) {
			Object.assign(registration, { sealedKey, sealedWifi }); // tried again at the next round
			throw error;
		}
		if (pending) claims.events.emit('PendingRemoved', { id, why: 'gone' });
		tellDeviceOf(claims, registration);
		if (pending) await stopPlaying(claims, id);
	}
	if (expiredForMs >= FORGOTTEN_MS) {
		await claims.options.orm.em.fork().nativeDelete(Registration, { id: registration.id });
		claims.forget(registration);
	}
}

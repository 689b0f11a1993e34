import { every } from '../../base/clock.ts';
import type { Claims } from '../claims.ts';
import { Registration } from '../entities.ts';
import { EXPIRED_CLAIMABLE_MS, FORGOTTEN_MS, SWEEP_MS } from '../limits.ts';
import { stopPlaying } from '../play-virtual-board.ts';
import { tellDeviceOf } from '../registration/registrations-of.ts';

/** Looks after expiry for as long as the hub runs. */
export function expirePendingDevices(claims: Claims): { cancel(): void } {
	return every(claims.options.clock, SWEEP_MS, () =>
		sweep(claims).catch((error: unknown) =>
			claims.options.log.error({ err: error }, 'expired pending devices could not be swept'),
		),
	);
}

/**
 * Pending devices past their time are told as expired; a week later their card and their keys go; a month later nothing
 * of them is left. A used registration is kept as long, to know who used it.
 */
async function sweep(claims: Claims): Promise<void> {
	const now = claims.options.clock.now();
	const em = claims.options.orm.em.fork();
	for (const registration of [...claims.byId.values()]) {
		const gone = now - registration.expiresAt;
		if (gone < 0) continue;
		const pending = registration.usedByMac === null;
		if (pending && registration.sealedKey && !claims.expiryTold.has(registration.id)) {
			claims.expiryTold.add(registration.id);
			claims.events.emit('PendingChanged', { id: registration.id });
			claims.events.emit('PendingExpired', { id: registration.id, name: registration.name });
		}
		if (gone >= EXPIRED_CLAIMABLE_MS && registration.sealedKey) {
			registration.sealedKey = registration.sealedWifi = null;
			await em.nativeUpdate(Registration, { id: registration.id }, { sealedKey: null, sealedWifi: null });
			if (pending) claims.events.emit('PendingRemoved', { id: registration.id, why: 'gone' });
			tellDeviceOf(claims, registration);
			if (pending) await stopPlaying(claims, registration.id);
		}
		if (gone >= FORGOTTEN_MS) {
			claims.forget(registration);
			await em.nativeDelete(Registration, { id: registration.id });
		}
	}
}

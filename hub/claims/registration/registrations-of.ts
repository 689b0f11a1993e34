import type { EntityManager } from '@mikro-orm/sqlite';
import type { Claims } from '../claims.ts';
import type { RegistrationRecord } from '../entities.ts';
import { Registration } from '../entities.ts';
import { dropBoardsOf } from './provision.ts';

/** The registrations a device came by, and firmware that was made for it, `but` for one. */
export async function deleteRegistrationsOf(em: EntityManager, deviceId: string, but = ''): Promise<void> {
	await em.nativeDelete(Registration, { id: { $ne: but }, $or: [{ deviceId }, { forDeviceId: deviceId }] });
}

/** After it was committed: what was deleted is not known any more, and boards that wait with it are sent away. */
export function forgetRegistrationsOf(claims: Claims, deviceId: string, but = ''): void {
	for (const registration of registrationsOf(claims, deviceId)) {
		if (registration.id === but) continue;
		claims.forget(registration);
		dropBoardsOf(claims, registration, 'gone');
		if (registration.usedByMac === null) claims.events.emit('PendingRemoved', { id: registration.id, why: 'gone' });
	}
}

/** The pending device that carries new firmware for this one. */
export function firmwareFor(claims: Claims, deviceId: string): RegistrationRecord | undefined {
	return claims.pending().find((registration) => registration.forDeviceId === deviceId && registration.sealedKey);
}

/** What became of new firmware shows on its device too. */
export function tellDeviceOf(claims: Claims, { forDeviceId }: RegistrationRecord): void {
	const { devices } = claims.options;
	const device = devices.byId.get(forDeviceId ?? '');
	if (device) devices.tellChanged(device);
}

function registrationsOf(claims: Claims, deviceId: string): RegistrationRecord[] {
	return [...claims.byId.values()].filter(
		(registration) => registration.deviceId === deviceId || registration.forDeviceId === deviceId,
	);
}

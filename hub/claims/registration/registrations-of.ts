import type { EntityManager } from '@mikro-orm/sqlite';
import type { Claims } from '../claims.ts';
import type { RegistrationRecord } from '../entities.ts';
import { Registration } from '../entities.ts';
import { dropBoardsOf } from './provision.ts';

/** Deletes the registrations that a device was claimed with or that carry firmware for it, `except` for one. */
export async function deleteRegistrationsOf(em: EntityManager, deviceId: string, except = ''): Promise<void> {
	await em.nativeDelete(Registration, { id: { $ne: except }, $or: [{ deviceId }, { forDeviceId: deviceId }] });
}

/** Call after the commit: removes the deleted registrations from memory, and disconnects boards that wait with them. */
export function forgetRegistrationsOf(claims: Claims, deviceId: string, except = ''): void {
	for (const registration of registrationsOf(claims, deviceId)) {
		if (registration.id === except) continue;
		claims.forget(registration);
		dropBoardsOf(claims, registration, 'gone');
		if (registration.usedByMac === null) claims.events.emit('PendingRemoved', { id: registration.id, why: 'gone' });
	}
}

/** The pending device that carries new firmware for this one. */
export function firmwareFor(claims: Claims, deviceId: string): RegistrationRecord | undefined {
	return claims.pending().find((registration) => registration.forDeviceId === deviceId && registration.sealedKey);
}

/** Announces a change of the device that a registration carries firmware for, because its page shows that too. */
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

import type { NewDevice } from '../../../protocol/dashboard/pending.ts';
import { type Fault, fault } from '../../../protocol/dashboard/faults.ts';
import type { Actor } from '../../base/actor.ts';
import { newId } from '../../base/random.ts';
import { type Result, ok } from '../../base/result.ts';
import { checkPlan } from '../../boards/check-plan.ts';
import { KEY_BYTES, KEY_ID_BYTES } from '../../link/faults.ts';
import type { Claims } from '../claims.ts';
import { type RegistrationRecord, Registration } from '../entities.ts';
import { MAX_PENDING, PENDING_MS } from '../limits.ts';

/** Makes a pending device from a plan: its registration key is valid for 24 hours. */
export async function makePendingDevice(
	claims: Claims,
	ownerId: string,
	plan: NewDevice,
	by: Actor,
): Promise<Result<RegistrationRecord, Fault>> {
	const checked = checkPlan(plan);
	if (!checked.ok) return checked;
	if (claims.pending().length >= MAX_PENDING) return fault('too-many-pending', { most: MAX_PENDING });
	const { orm, clock, random, vault } = claims.options;
	const id = newId(random);
	const createdAt = clock.now();
	const registration: RegistrationRecord = {
		id,
		...freshKey(claims, id),
		sealedWifi: plan.wifi ? vault.seal(Buffer.from(JSON.stringify(plan.wifi)), `wifi:${id}`) : null,
		ownerId,
		name: plan.name,
		board: plan.board,
		plan: { relays: plan.relays, inputs: plan.inputs, sensors: plan.sensors, schedules: [] },
		createdAt,
		expiresAt: createdAt + PENDING_MS,
		usedByMac: null,
		deviceId: null,
		forDeviceId: null,
	};
	await orm.em.fork().insert(Registration, registration);
	claims.keep(registration);
	claims.events.emit('PendingMade', { id, name: plan.name, by });
	claims.events.emit('PendingChanged', { id });
	return ok(registration);
}

/** A new registration key for the registration `id`, sealed. */
export function freshKey(claims: Claims, id: string): { keyId: string; sealedKey: Buffer } {
	const { random, vault } = claims.options;
	return {
		keyId: Buffer.from(random.bytes(KEY_ID_BYTES)).toString('hex'),
		sealedKey: vault.seal(random.bytes(KEY_BYTES), `registration-key:${id}`),
	};
}

import type { FirmwareBody, WithWifi } from '../../../protocol/dashboard/pending.ts';
import type { DevicePlan } from '../../../protocol/dashboard/plan.ts';
import { type Fault, fault, fieldFault } from '../../../protocol/dashboard/faults.ts';
import type { Actor } from '../../base/actor.ts';
import { newId } from '../../base/random.ts';
import { type Result, ok } from '../../base/result.ts';
import { findDevice } from '../../devices/find-device.ts';
import type { LiveDevice } from '../../devices/live-device.ts';
import { revokeKeys } from '../../devices/tokens/revoke-keys.ts';
import { checkDevicePlan } from '../../boards/check-plan.ts';
import type { Claims } from '../claims.ts';
import type { RegistrationRecord } from '../entities.ts';
import { Registration } from '../entities.ts';
import { PENDING_MS } from '../limits.ts';
import { freshKey } from './make-pending-device.ts';
import { deleteRegistrationsOf, forgetRegistrationsOf } from '../registration/registrations-of.ts';

/**
 * New firmware for a device that keeps its record, name and history: a registration key that is valid for 24 hours. A
 * Secure v2 device is regenerated: its tokens are revoked at once. A Legacy v1 device is upgraded: its token works
 * until the board has connected with v2.
 */
export function makeFirmware(
	claims: Claims,
	wish: { device: string; ownerId: string; by: Actor; body: WithWifi<FirmwareBody> },
): Promise<Result<RegistrationRecord, Fault>> {
	const { devices, orm, clock, random, vault } = claims.options;
	return devices.locks.run(wish.device, async () => {
		const found = findDevice(devices, wish.device);
		if (!found.ok) return found;
		const device = found.value;
		const planned = planOf(device, wish.body, devices.options.place().at !== null);
		if (!planned.ok) return planned;
		const kind = device.isLegacy ? 'upgrade' : 'regenerate';
		const id = newId(random);
		const { wifi } = wish.body;
		const createdAt = clock.now();
		const registration: RegistrationRecord = {
			id,
			...freshKey(claims, id),
			sealedWifi: wifi ? vault.seal(Buffer.from(JSON.stringify(wifi)), `wifi:${id}`) : null,
			ownerId: wish.ownerId,
			name: device.record.name,
			...planned.value,
			createdAt,
			expiresAt: createdAt + PENDING_MS,
			usedByMac: null,
			deviceId: null,
			forDeviceId: device.record.id,
		};
		if (kind === 'regenerate')
			await revokeKeys(devices, device, async (em) => {
				await deleteRegistrationsOf(em, wish.device);
				await em.insert(Registration, registration);
			});
		else
			await orm.em.fork().transactional(async (em) => {
				await em.nativeDelete(Registration, { forDeviceId: wish.device });
				await em.insert(Registration, registration);
			});
		forgetRegistrationsOf(claims, wish.device);
		claims.keep(registration);
		claims.events.emit('FirmwareMade', { device, kind, by: wish.by });
		claims.events.emit('PendingChanged', { id });
		devices.tellChanged(device);
		return ok(registration);
	});
}

/** The board and plan of the new firmware; an upgrade says which board it is, and where its relays are wired. */
function planOf(
	{ record, isLegacy }: LiveDevice,
	body: WithWifi<FirmwareBody>,
	placeKnown: boolean,
): Result<{ board: string; plan: DevicePlan }, Fault> {
	const board = body.board ?? record.board;
	if (isLegacy && !body.relays) return fieldFault('relays', 'needs-wiring');
	if (!isLegacy && board !== record.board) return fault('other-kind-of-board');
	const wiring = new Map(body.relays?.map((relay) => [relay.id, relay]));
	const plan = { ...record.plan, relays: record.plan.relays.map((relay) => ({ ...relay, ...wiring.get(relay.id) })) };
	const checked = checkDevicePlan(board, plan, { placeKnown, kept: record.plan });
	if (!checked.ok) return checked;
	if (checked.value.wifi && !body.wifi) return fieldFault('wifi', 'needs-wifi', { board: checked.value.name });
	return ok({ board, plan });
}

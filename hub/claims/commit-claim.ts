import type { SqlEntityManager } from '@mikro-orm/sqlite';
import { addDevice } from '../devices/add-device.ts';
import { createDevice, replaceUnprovenKey } from '../devices/create-device.ts';
import { type DeviceRecord, LiveDevice } from '../devices/live-device.ts';
import { CLOSE } from '../link/faults.ts';
import type { Claims } from './claims.ts';
import { conflictOfBoard, endConflict } from './conflicts.ts';
import { Registration } from './entities.ts';
import type { Offer, RegisteringBoard } from './registering-board.ts';

/**
 * The board has its device key in flash: now, and only now, the device is made, bound to the MAC and owned, and the
 * pending device is gone, in one transaction. Then the board is told to come back with its new key.
 */
export async function commitClaim(claims: Claims, board: RegisteringBoard, keyId: Uint8Array): Promise<void> {
	const { offer } = board;
	if (!offer || board.committing || offer.keyId !== Buffer.from(keyId).toString('hex')) return;
	board.committing = true;
	offer.timer.cancel();
	const { registration, mac } = board;
	const { orm, clock, vault, devices, log } = claims.options;
	const record: DeviceRecord = {
		id: offer.deviceId,
		name: registration.name,
		mac,
		board: registration.board,
		ownerId: offer.ownerId,
		plan: registration.plan,
		claimedAt: clock.now(),
	};
	try {
		const won = await orm.em.fork().transactional((em) => write(em as SqlEntityManager, record, offer));
		if (!won) return lose('This key was claimed or deleted meanwhile.');
	} catch (error) {
		log.error({ err: error, pending: registration.id }, 'a claim could not be written; the board will try again');
		return lose('The hub could not write the claim.');
	}

	const device = offer.again ? devices.byId.get(record.id) : new LiveDevice(record, clock.now());
	if (!device) return lose('This device was deleted meanwhile.');
	for (const [old, key] of devices.keysOf(device)) if (!key.proven) devices.keys.delete(old);
	devices.keys.set(offer.keyId, { device, key: offer.key, proven: false });
	// The record itself, also where a deletion that came too late holds it out of the way just now.
	registration.usedByMac ??= mac;
	registration.deviceId ??= record.id;
	registration.sealedWifi = null;
	claims.steps.delete(registration.id);
	if (!offer.again) addDevice(devices, device);
	const conflict = conflictOfBoard(claims, board);
	if (conflict) endConflict(claims, conflict, 'claimed', record.id);
	claims.events.emit('PendingRemoved', { id: registration.id, why: 'claimed', device: record.id });
	log.info({ device: record.id, mac }, 'claimed');
	board.offer = null;
	offer.done('claimed');
	board.link.close(CLOSE.RECONNECT, 'Claimed. Come back with the new key.');

	function lose(why: string): void {
		board.offer = null;
		offer?.done('failed');
		board.link.close(CLOSE.UNKNOWN, why);
	}

	async function write(em: SqlEntityManager, record: DeviceRecord, offer: Offer): Promise<boolean> {
		const key = { keyId: offer.keyId, key: offer.key };
		if (offer.again) {
			if (!devices.byId.has(record.id)) return false;
			await replaceUnprovenKey(em, vault, record.id, record.claimedAt, key);
			return true;
		}
		const stillThere = await em.count(Registration, { id: registration.id, keyId: registration.keyId });
		if (stillThere === 0) return false;
		// One registration makes one device by itself; whoever is second must be claimed by a person.
		const conflict = conflictOfBoard(claims, board);
		const used = await em.nativeUpdate(
			Registration,
			{ id: registration.id, usedByMac: null },
			{ usedByMac: mac, deviceId: record.id, sealedWifi: null },
		);
		if (used === 0 && !conflict) return false;
		await createDevice(em, vault, record, key);
		return true;
	}
}

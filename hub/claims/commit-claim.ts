import type { EntityManager } from '@mikro-orm/sqlite';
import { User } from '../accounts/entities.ts';
import { type Actor, HUB } from '../base/actor.ts';
import { addDevice, createDevice, insertKey, replaceUnprovenKey } from '../devices/create-device.ts';
import { Device } from '../devices/entities.ts';
import { type DeviceRecord, LiveDevice } from '../devices/live-device.ts';
import { newRecord } from '../devices/new-record.ts';
import { STATE_WRITTEN_MS } from '../devices/relays/report-relay.ts';
import { revokeKeys } from '../devices/tokens/revoke-keys.ts';
import { CLOSE } from '../link/faults.ts';
import type { Claims } from './claims.ts';
import { conflictOfBoard, endConflict } from './conflicts.ts';
import { Registration } from './entities.ts';
import { planInPlace } from './plan-in-place.ts';
import { onBoardLeft } from './registration/on-board-left.ts';
import type { Offer, RegisteringBoard } from './registration/registering-board.ts';
import { deleteRegistrationsOf, forgetRegistrationsOf } from './registration/registrations-of.ts';
import { ownCopy } from '../store/own-copy.ts';

/**
 * The board has stored its device key. One transaction creates the device (or moves it to this board), binds the MAC and
 * removes the pending device. Then the board is told to come back with its new key.
 */
export async function commitClaim(claims: Claims, board: RegisteringBoard, keyId: Uint8Array): Promise<void> {
	const { offer } = board;
	if (!offer || board.committing || offer.keyId !== Buffer.from(keyId).toString('hex')) return;
	board.committing = true;
	offer.timer.cancel();
	const { devices, log } = claims.options;
	try {
		const claimed = await devices.dependents.withLock(() =>
			devices.locks.run(offer.deviceId, () => write(claims, board, offer)),
		);
		if (!claimed) return refuse('This key was claimed or deleted meanwhile.');
		log.info({ device: offer.deviceId, mac: board.mac }, 'a board was claimed');
	} catch (error) {
		log.error({ err: error, pending: board.registration.id }, 'claim: could not be saved; the board will try again');
		return refuse('The hub could not write the claim.');
	}
	board.offer = null;
	offer.done('claimed');
	board.link.close(CLOSE.RECONNECT, 'Claimed. Come back with the new key.');

	function refuse(why: string): void {
		board.offer = null;
		board.committing = false;
		offer?.done('failed');
		if (board.left) onBoardLeft(claims, board);
		board.link.close(CLOSE.UNKNOWN, why);
	}
}

async function write(claims: Claims, board: RegisteringBoard, offer: Offer): Promise<boolean> {
	switch (offer.how) {
		case 'again':
			return reissueUnusedKey(claims, board, offer);
		case 'new':
			return newDevice(claims, board, offer);
		default:
			return intoDevice(claims, board, offer);
	}
}

/** The board has this device already, and lost its key before it ever used it. */
async function reissueUnusedKey(claims: Claims, board: RegisteringBoard, offer: Offer): Promise<boolean> {
	const { orm, vault, devices, clock } = claims.options;
	const device = devices.byId.get(offer.deviceId);
	if (!device || devices.keysOf(device).some(([, { proven }]) => proven)) return false;
	const now = clock.now();
	const { id, keyId } = board.registration;
	const isThere = await orm.em.fork().transactional(async (em) => {
		// The registration may have been revoked or renewed meanwhile; then its key is not valid any more.
		if ((await em.count(Registration, { id, keyId })) === 0) return false;
		await replaceUnprovenKey(em as EntityManager, vault, offer.deviceId, now, offer);
		return true;
	});
	if (!isThere) return false;
	for (const [old] of devices.keysOf(device)) devices.keys.delete(old);
	devices.keys.set(offer.keyId, { device, key: offer.key, createdAt: now, proven: false });
	endPending(claims, board, offer);
	return true;
}

async function newDevice(claims: Claims, board: RegisteringBoard, offer: Offer): Promise<boolean> {
	const { orm, vault, devices, clock } = claims.options;
	const { registration, mac } = board;
	const now = clock.now();
	const record = newRecord({
		id: offer.deviceId,
		name: registration.name,
		mac,
		board: registration.board,
		ownerId: offer.ownerId,
		plan: registration.plan,
		claimedAt: now,
		position: Math.max(-1, ...[...devices.byId.values()].map((device) => device.record.position)) + 1,
	});
	const won = await orm.em.fork().transactional(async (em) => {
		if (!(await takeRegistration(claims, em as EntityManager, board, offer.deviceId))) return false;
		// Whoever made the firmware may have been removed since the board was offered its key; then it is somebody else's.
		if ((await em.count(User, { id: record.ownerId })) === 0) record.ownerId = registration.ownerId;
		await createDevice(em as EntityManager, vault, record, offer);
		return true;
	});
	if (!won) return false;
	const device = new LiveDevice(record, now);
	devices.keys.set(offer.keyId, { device, key: offer.key, createdAt: now, proven: false });
	markUsed(board, offer.deviceId);
	addDevice(devices, device);
	endPending(claims, board, offer);
	claims.events.emit('Claimed', { device, pending: registration.id, how: 'new', by: offer.by, macBefore: null });
	return true;
}

/**
 * Gives an existing device this board: record, name, history and settings stay. The keys of the board before are
 * revoked, except the polling token of older firmware, which is valid until the board has connected with its new key.
 */
async function intoDevice(claims: Claims, board: RegisteringBoard, offer: Offer): Promise<boolean> {
	const { vault, devices, clock } = claims.options;
	const { registration, mac } = board;
	const device = devices.byId.get(offer.deviceId);
	if (!device) return false;
	const now = clock.now();
	const macBefore = device.record.mac;
	const change: Partial<DeviceRecord> = {
		mac,
		board: registration.board,
		plan: planInPlace(device.record, registration),
		planVersion: device.record.planVersion + 1,
		// The board runs its config file now; if the device has been configured since, the board is sent that.
		revision: device.record.revision + 1,
		appliedRevision: 0,
		runningPlan: null,
		configError: null,
		revokedAt: null,
	};
	const { plan } = change;
	let relaysLeft: (by: Actor) => void = () => undefined;
	const lost = new Error('lost');
	try {
		await revokeKeys(devices, device, async (em) => {
			if (!(await takeRegistration(claims, em, board, offer.deviceId))) throw lost;
			await deleteRegistrationsOf(em, offer.deviceId, registration.id);
			await em.nativeUpdate(Device, { id: offer.deviceId }, ownCopy(change));
			const stays = (relay: number) => plan!.relays.some(({ id }) => id === relay);
			relaysLeft = await devices.dependents.dropGoneRelays(em, offer.deviceId, stays);
			await insertKey(em, vault, offer.deviceId, now, offer);
		});
	} catch (error) {
		if (error === lost) return false;
		throw error;
	}
	Object.assign(device.record, change);
	device.takePlan();
	relaysLeft(offer.by ?? HUB);
	if (macBefore !== mac) {
		devices.dependents.onBoardReplaced(offer.deviceId);
		device.forgetBoard();
		devices.writes.mark(device, STATE_WRITTEN_MS);
	}
	devices.keys.set(offer.keyId, { device, key: offer.key, createdAt: now, proven: false });
	markUsed(board, offer.deviceId);
	forgetRegistrationsOf(claims, offer.deviceId, registration.id);
	endPending(claims, board, offer);
	const how = offer.how as 'regenerated' | 'upgraded' | 'replaced';
	claims.events.emit('Claimed', {
		device,
		pending: registration.id,
		how,
		by: offer.by,
		macBefore: macBefore === mac ? null : macBefore,
	});
	devices.tellChanged(device);
	if (macBefore !== mac) void handOver(claims, registration.id, device); // not awaited: it moves files, and the device's turn must not wait for that
	return true;
}

/**
 * If the hub plays the new board, that board is the device's from now on; otherwise a board played for the device
 * stops.
 */
async function handOver(
	{ options: { player, devices, log } }: Claims,
	pending: string,
	device: LiveDevice,
): Promise<void> {
	const { id, mac } = device.record;
	try {
		if (await player.handOver(pending, id, mac)) devices.tellChanged(device);
	} catch (error) {
		log.warn({ err: error, id }, 'virtual board: could not be handed over to its device');
	}
}

/** A registration makes one device automatically; a second board with its key must be claimed by a person. */
async function takeRegistration(
	claims: Claims,
	em: EntityManager,
	board: RegisteringBoard,
	deviceId: string,
): Promise<boolean> {
	const { registration, mac } = board;
	const { id, keyId } = registration;
	if ((await em.count(Registration, { id, keyId })) === 0) return false;
	const taken = await em.nativeUpdate(
		Registration,
		{ id, usedByMac: null },
		{ usedByMac: mac, deviceId, sealedWifi: null },
	);
	if (taken > 0) return true;
	if (!conflictOfBoard(claims, board)) return false; // another board was quicker
	// A person accepted a board with a copied key; if it replaces the device's board, the registration is now its own.
	if (registration.deviceId === deviceId) await em.nativeUpdate(Registration, { id }, { usedByMac: mac });
	return true;
}

/** Changes the object itself: a deletion that came too late may have removed it from the map. */
function markUsed({ registration, mac }: RegisteringBoard, deviceId: string): void {
	if (registration.usedByMac === null || registration.deviceId === deviceId) registration.usedByMac = mac;
	registration.deviceId ??= deviceId;
	registration.sealedWifi = null;
}

function endPending(claims: Claims, board: RegisteringBoard, { deviceId }: Offer): void {
	const { id } = board.registration;
	claims.steps.delete(id);
	const conflict = conflictOfBoard(claims, board);
	if (conflict) endConflict(claims, conflict, 'claimed', deviceId);
	claims.events.emit('PendingRemoved', { id, why: 'claimed', device: deviceId });
}

import type { ConflictReason } from '../../../protocol/dashboard/pending.ts';
import { User } from '../../accounts/entities.ts';
import { may } from '../../accounts/roles.ts';
import { type Failure, type Result, failure, ok } from '../../base/result.ts';
import type { BoardLink } from '../../devices/links/board-link.ts';
import type { LiveDevice } from '../../devices/live-device.ts';
import type { BoardHello } from '../../link/board-message.ts';
import type { Claims } from '../claims.ts';
import type { RegistrationRecord } from '../entities.ts';
import { holdForPerson } from '../conflicts.ts';
import { PROVISION_DEADLINE_MS } from '../limits.ts';
import { provision } from './provision.ts';
import { type ClaimWish, RegisteringBoard } from './registering-board.ts';

/**
 * A board has proved a registration key. If nothing is in conflict it is sent its device key, and is claimed when it
 * has answered; otherwise it waits for a person, who is shown the reason.
 */
export async function registerBoard(
	claims: Claims,
	registration: RegistrationRecord,
	hello: BoardHello,
	link: BoardLink,
): Promise<Result<RegisteringBoard, Failure<'too-many-conflicts' | 'unknown'>>> {
	const board = new RegisteringBoard(registration, hello, link);
	const reason = await conflictOf(claims, board);
	if (claims.byKeyId.get(registration.keyId) !== registration)
		return failure('unknown', 'The registration key was deleted or renewed meanwhile.');
	if (reason) {
		if (!holdForPerson(claims, board, reason))
			return failure('too-many-conflicts', 'Too many boards wait for a decision with this key.');
		return ok(board);
	}
	claims.setStep(registration.id, 'authenticated');
	const wish = {
		...automaticClaim(claims, registration),
		ownerId: registration.ownerId,
		by: null,
		done: () => undefined,
	};
	provision(claims, board, wish, PROVISION_DEADLINE_MS);
	return ok(board);
}

/** What a board becomes if no person has to decide. */
function automaticClaim(
	claims: Claims,
	{ id, deviceId, forDeviceId }: RegistrationRecord,
): Pick<ClaimWish, 'deviceId' | 'how'> {
	if (deviceId) return { deviceId, how: 'again' };
	if (!forDeviceId) return { deviceId: id, how: 'new' };
	const legacy = claims.options.devices.byId.get(forDeviceId)?.isLegacy ?? false;
	return { deviceId: forDeviceId, how: legacy ? 'upgraded' : 'regenerated' };
}

async function conflictOf(claims: Claims, board: RegisteringBoard): Promise<ConflictReason | undefined> {
	const { registration, mac } = board;
	const { devices, orm } = claims.options;
	if (registration.usedByMac !== null) {
		if (registration.usedByMac !== mac) return 'used-by-another-board';
		// The board may have lost power before its key was stored; until it has used the key once, it may register again.
		return isProven(claims, registration) ? 'known-board' : undefined;
	}
	const another = ({ record }: LiveDevice) => record.mac === mac && record.id !== registration.forDeviceId;
	if ([...devices.byId.values()].some(another)) return 'known-board';
	if (claims.isExpired(registration)) return 'expired';
	const maker = await orm.em.fork().findOne(User, { id: registration.ownerId });
	if (!maker) return 'owner-gone';
	return may(maker, 'pending.make') ? undefined : 'owner-may-not';
}

function isProven(claims: Claims, registration: RegistrationRecord): boolean {
	const device = claims.options.devices.byId.get(registration.deviceId ?? '');
	return !device || claims.options.devices.keysOf(device).some(([, key]) => key.proven);
}

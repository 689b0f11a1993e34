import { afterReading } from '../../base/clock.ts';
import { CLOSE, KEY_BYTES, KEY_ID_BYTES } from '../../link/faults.ts';
import type { Claims } from '../claims.ts';
import type { RegistrationRecord } from '../entities.ts';
import type { ClaimWish, RegisteringBoard } from './registering-board.ts';

/** Sends the board a new device key; it answers with Provisioned. */
export function provision(claims: Claims, board: RegisteringBoard, wish: ClaimWish, deadlineMs: number): void {
	const { random, clock } = claims.options;
	const keyId = random.bytes(KEY_ID_BYTES);
	const key = random.bytes(KEY_BYTES);
	const timer = afterReading(clock, deadlineMs, () => {
		board.offer = null;
		wish.done('no-answer');
		board.link.close(CLOSE.TIMEOUT, 'No Provisioned came in time.');
	});
	board.offer = { ...wish, keyId: Buffer.from(keyId).toString('hex'), key, timer };
	board.link.send({ case: 'provision', value: { $typeName: 'mooring.v2.Provision', keyId, key } });
}

/** Ends the conflicts of a registration that was deleted or replaced, and disconnects their boards. */
export function dropBoardsOf(claims: Claims, registration: RegistrationRecord, why: 'deleted' | 'gone'): void {
	for (const conflict of [...claims.conflicts.values()]) {
		if (conflict.registration.id !== registration.id) continue;
		claims.conflicts.delete(conflict.id);
		conflict.forgetTimer?.cancel();
		claims.events.emit('PendingRemoved', { id: conflict.id, why });
		conflict.board?.link.close(CLOSE.UNKNOWN, 'The registration key was deleted.');
	}
}

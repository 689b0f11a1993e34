import type { ConflictReason } from '../../protocol/dashboard/pending.ts';
import type { Claims, Conflict } from './claims.ts';
import { CONFLICT_KEPT_MS, MAX_CONFLICTS, MAX_CONFLICTS_PER_KEY } from './limits.ts';
import type { RegisteringBoard } from './registration/registering-board.ts';
import { CLOSE } from '../link/faults.ts';

/** Keeps the board connected until a person decides. False if too many boards wait already. */
export function holdForPerson(claims: Claims, board: RegisteringBoard, reason: ConflictReason): boolean {
	const id = `${board.registration.id}.${board.mac}`;
	const before = claims.conflicts.get(id);
	const ofThisKey = [...claims.conflicts.values()].filter((other) => other.registration.id === board.registration.id);
	if (!before && (claims.conflicts.size >= MAX_CONFLICTS || ofThisKey.length >= MAX_CONFLICTS_PER_KEY)) return false;
	before?.forgetTimer?.cancel();
	before?.board?.link.close(CLOSE.REPLACED, 'A newer link of the same board took over.');
	claims.conflicts.set(id, {
		id,
		registration: board.registration,
		reason,
		mac: board.mac,
		address: board.link.address,
		since: before?.since ?? claims.options.clock.now(),
		board,
		forgetTimer: null,
	});
	if (!before) {
		const { registration, mac, link } = board;
		claims.events.emit('ConflictRaised', { id, name: registration.name, reason, mac, address: link.address });
	}
	claims.events.emit('PendingChanged', { id });
	if (board.registration.usedByMac === null) claims.events.emit('PendingChanged', { id: board.registration.id });
	return true;
}

export function conflictOfBoard(claims: Claims, board: RegisteringBoard): Conflict | undefined {
	const conflict = claims.conflicts.get(`${board.registration.id}.${board.mac}`);
	return conflict?.board === board ? conflict : undefined;
}

/** The waiting board's link was lost: it has some time to come back before its card is removed. */
export function loseConflict(claims: Claims, conflict: Conflict): void {
	conflict.board = null;
	conflict.forgetTimer = claims.options.clock.after(CONFLICT_KEPT_MS, () => endConflict(claims, conflict, 'gone'));
	claims.events.emit('PendingChanged', { id: conflict.id });
}

export function endConflict(
	claims: Claims,
	conflict: Conflict,
	why: 'claimed' | 'rejected' | 'gone',
	device?: string,
): void {
	if (!claims.conflicts.delete(conflict.id)) return;
	conflict.forgetTimer?.cancel();
	claims.events.emit('PendingRemoved', { id: conflict.id, why, ...(device === undefined ? {} : { device }) });
	// The expired pending device behind it, if there is one, shows its own card again.
	if (why !== 'claimed' && claims.byId.get(conflict.registration.id)?.usedByMac === null)
		claims.events.emit('PendingChanged', { id: conflict.registration.id });
}

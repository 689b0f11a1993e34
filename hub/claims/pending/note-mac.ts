import type { Fault } from '../../../protocol/dashboard/faults.ts';
import { type Result, ok } from '../../base/result.ts';
import { type Claims, findPending } from '../claims.ts';

/**
 * Whoever flashes the board of a pending device over USB has read its MAC: from now on that is its code. For people alone;
 * which board comes with the key is seen at its registration. `mac` is 12 upper-case hex digits.
 */
export function noteMac(claims: Claims, id: string, mac: string): Result<void, Fault> {
	const found = findPending(claims, id);
	if (!found.ok) return found;
	claims.usbMacs.set(id, mac);
	claims.events.emit('PendingChanged', { id });
	return ok();
}

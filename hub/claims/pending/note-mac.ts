import type { Fault } from '../../../protocol/dashboard/faults.ts';
import { type Result, ok } from '../../base/result.ts';
import { type Claims, findPending } from '../claims.ts';

/**
 * Notes the MAC that was read while the board of a pending device was flashed over USB, so that people see its code.
 * It decides nothing: which board has the key is known when it registers. `mac` is 12 upper-case hex digits.
 */
export function noteMac(claims: Claims, id: string, mac: string): Result<void, Fault> {
	const found = findPending(claims, id);
	if (!found.ok) return found;
	claims.usbMacs.set(id, mac);
	claims.events.emit('PendingChanged', { id });
	return ok();
}

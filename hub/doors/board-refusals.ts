import type { Devices } from '../devices/devices.ts';
import { CLOSE } from '../link/faults.ts';
import type { DoorEvents, RefusalCode } from '../operation/door-facts.ts';

/** The close codes of what claims and devices refuse. */
export const REFUSED = {
	revoked: CLOSE.REVOKED,
	clone: CLOSE.CONFLICT,
	unknown: CLOSE.UNKNOWN,
	'too-often': CLOSE.TOO_MUCH,
	'too-many-conflicts': CLOSE.CONFLICT,
};

/** Why a device key that opens no device is refused: its close code, and a sentence for the board's log. */
export function refusalOfKey({ revokedKeys, unreadableKeys }: Devices, keyId: string): [code: number, why: string] {
	if (revokedKeys.has(keyId)) return [CLOSE.REVOKED, 'The token of this device was revoked or replaced.'];
	if (unreadableKeys.has(keyId)) return [CLOSE.GOING_AWAY, 'The hub cannot read what it stored of this device.'];
	return [CLOSE.UNKNOWN, 'The hub does not know this device. It was deleted.'];
}

/** What the close codes that refuse a board are called in the figures. */
const CODES: ReadonlyMap<number, RefusalCode> = new Map<number, RefusalCode>([
	[CLOSE.MALFORMED, 'malformed'],
	[CLOSE.REVOKED, 'revoked'],
	[CLOSE.UNKNOWN, 'unknown'],
	[CLOSE.TIMEOUT, 'timeout'],
	[CLOSE.CONFLICT, 'clone'],
	[CLOSE.EXPIRED, 'expired'],
	[CLOSE.TOO_MUCH, 'too-much'],
]);

/** Tells that a link is closed, if that is a refusal. */
export function tellRefusal(facts: DoorEvents, closeCode: number): void {
	const code = CODES.get(closeCode);
	if (code) facts.emit('Refused', { door: 'board', code });
}

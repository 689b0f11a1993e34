import { type Result, fault, ok } from '../base/result.ts';
import { type Claims, type ClaimFault, findPending } from './claims.ts';
import { configFile } from './config-file.ts';

/** Who plays boards on this machine. */
export interface Player {
	start(id: string, configFile: Uint8Array): Promise<void>;
	remove(id: string): Promise<void>;
}

/**
 * The hub itself plays the board of this pending device from now on, until its device is deleted. Firmware for a device
 * whose board it plays already goes onto that one.
 */
export async function playVirtualBoard(claims: Claims, player: Player, id: string): Promise<Result<void, ClaimFault>> {
	const found = findPending(claims, id);
	if (!found.ok) return found;
	if (found.value.board !== 'virtual') return fault('not-virtual', 'Only a virtual board can be played by the hub.');
	const file = configFile(claims, id);
	if (!file.ok) return file;
	await player.start(found.value.forDeviceId ?? id, file.value.bytes);
	claims.events.emit('PendingChanged', { id });
	return ok();
}

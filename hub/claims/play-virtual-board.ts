import { type Fault, fault } from '../../protocol/dashboard/faults.ts';
import { type Result, ok } from '../base/result.ts';
import { type Claims, findPending } from './claims.ts';
import { configFile } from './pending/config-file.ts';
import { MAX_PLAYED } from './limits.ts';

/**
 * The hub itself plays the board of this pending device from now on, until its device is deleted. Firmware for a device
 * whose board it plays already goes onto that one.
 */
export async function playVirtualBoard(claims: Claims, id: string): Promise<Result<void, Fault>> {
	const { player } = claims.options;
	const found = findPending(claims, id);
	if (!found.ok) return found;
	if (found.value.board !== 'virtual') return fault('not-virtual');
	const file = configFile(claims, id);
	if (!file.ok) return file;
	const played = found.value.forDeviceId ?? id;
	if (!hasRoom(claims, played)) return fault('too-many-played', { most: MAX_PLAYED });
	claims.startingToPlay.add(played);
	try {
		await player.start(played, file.value.bytes);
	} finally {
		claims.startingToPlay.delete(played);
	}
	claims.events.emit('PendingChanged', { id });
	return ok();
}

/** Those that are about to be played count too: many may be asked for at once. */
function hasRoom({ startingToPlay, options: { player } }: Claims, id: string): boolean {
	if (player.has(id) || startingToPlay.has(id)) return true;
	const starting = [...startingToPlay].filter((one) => !player.has(one)).length;
	return player.size + starting < MAX_PLAYED;
}

/** Nothing is played for it any more; what cannot be taken away now stays behind, and is no device's. */
export async function stopPlaying(claims: Claims, id: string): Promise<void> {
	const { player, log } = claims.options;
	try {
		await player.remove(id);
	} catch (error) {
		log.warn({ err: error, id }, 'a virtual board could not be removed');
	}
}

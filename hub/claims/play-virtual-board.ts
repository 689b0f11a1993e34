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

/** Boards that are about to be played count too, since several may be requested at once. */
function hasRoom({ startingToPlay, options: { player } }: Claims, id: string): boolean {
	if (player.has(id) || startingToPlay.has(id)) return true;
	const starting = [...startingToPlay].filter((one) => !player.has(one)).length;
	return player.size + starting < MAX_PLAYED;
}

/** Stops playing a board for this id. Files that cannot be deleted stay behind; no device uses them. */
export async function stopPlaying(claims: Claims, id: string): Promise<void> {
	const { player, log } = claims.options;
	try {
		await player.remove(id);
	} catch (error) {
		log.warn({ err: error, id }, 'virtual board: its files could not be deleted; they stay behind unused');
	}
}

import { json } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { systemClock } from '../../../hub/base/clock.ts';
import { systemRandom } from '../../../hub/base/random.ts';
import { VirtualBoard } from '../../../hub/virtual-board/board.ts';
import { writeOlderState } from '../../../hub/virtual-board/machine/older-state.ts';
import { MemoryStore, type Store } from '../../../hub/virtual-board/machine/store.ts';
import { decodeConfigFile } from '../../../protocol/config-file.ts';
import type { BoardsToPlay, ClaimedKey } from './board-process.ts';

/**
 * Boards that are switched on at once, with a pause before the next: real boards do not all start in one millisecond.
 */
const AT_ONCE = 50;
const PAUSE_MS = 20;

/** A flash in memory: the benches must not measure thousands of files that are synced to disk. */
function newFlash(file: Uint8Array, claimed: ClaimedKey | undefined): Store {
	const store = new MemoryStore();
	if (!claimed) {
		VirtualBoard.blank(store, systemRandom);
		return store;
	}
	const config = decodeConfigFile(file);
	if (!config.ok) throw new Error(config.error);
	const { mac, keyId, key } = claimed;
	const state = { mac, bootCount: 0, deviceKeys: [{ keyId, key, accepted: true }], relays: {} };
	writeOlderState(store, state, config.value.keyId);
	return store;
}

const { boards, hub } = (await json(process.stdin)) as BoardsToPlay;
for (const [index, { file, claimed }] of boards.entries()) {
	const configFile = Buffer.from(file, 'base64');
	const store = newFlash(configFile, claimed);
	new VirtualBoard({ configFile, store, clock: systemClock, random: systemRandom, hub }).start();
	if (index % AT_ONCE === AT_ONCE - 1) await sleep(PAUSE_MS);
}
console.log(JSON.stringify({ boards: boards.length }));
// Keeps the process alive: the boards' timers do not, and a board between two tries has no socket.
setInterval(() => undefined, 60_000);

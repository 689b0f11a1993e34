import { randomBytes } from 'node:crypto';
import { json } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { systemClock } from '../../hub/base/clock.ts';
import { systemRandom } from '../../hub/base/random.ts';
import { VirtualBoard } from '../../hub/virtual-board/board.ts';
import type { KeysFile, StoredKey } from '../../hub/virtual-board/keys-file.ts';
import { decodeConfigFile } from '../../protocol/config-file.ts';
import type { BoardsToPlay, ClaimedKey } from './board-process.ts';

/** Boards switched on in one go; a house's boards do not all come in the same millisecond either. */
const AT_ONCE = 50;
const PAUSE_MS = 20;

/** A flash that is gone with the process: thousands of files, each synced to disk, are not what is measured. */
class MemoryKeys implements Pick<KeysFile, keyof KeysFile> {
	readonly mac: string;
	deviceKeys: StoredKey[];
	configure: Uint8Array | undefined;
	timeZone: string | undefined;
	firmware: string | undefined;
	#boots = 0;
	#relays = new Map<number, ReturnType<KeysFile['lastRelay']>>();

	constructor(claimed: ClaimedKey | undefined) {
		this.mac = claimed?.mac ?? `02${randomBytes(5).toString('hex').toUpperCase()}`;
		this.deviceKeys = claimed
			? [{ keyId: Buffer.from(claimed.keyId, 'base64'), key: Buffer.from(claimed.key, 'base64'), accepted: true }]
			: [];
	}

	flashedWith(): void {
		// The keys of its claim came with it.
	}

	countBoot(): number {
		return ++this.#boots;
	}

	addDeviceKey(keyId: Uint8Array, key: Uint8Array): boolean {
		this.deviceKeys = [
			{ keyId: keyId.slice(), key: key.slice(), accepted: false },
			...this.deviceKeys.filter(({ accepted }) => accepted),
		];
		return true;
	}

	acceptDeviceKey(keyId: Uint8Array): void {
		const [first] = this.deviceKeys;
		if (this.deviceKeys.length === 1 && first?.accepted) return;
		this.deviceKeys = this.deviceKeys
			.filter((kept) => Buffer.compare(kept.keyId, keyId) === 0)
			.map((kept) => ({ ...kept, accepted: true }));
	}

	whenUnwritable(): void {
		// Memory can always be written.
	}

	lastRelay(id: number): ReturnType<KeysFile['lastRelay']> {
		return this.#relays.get(id) ?? { on: false, end: undefined };
	}

	keepRelay(...[id, on, end]: Parameters<KeysFile['keepRelay']>): void {
		this.#relays.set(id, { on, end });
	}

	keepTimeZone(timeZone: string): void {
		this.timeZone = timeZone;
	}

	keepFirmware(version: string): boolean {
		this.firmware = version;
		return true;
	}

	keepConfigure(bytes: Uint8Array): boolean {
		this.configure = bytes;
		return true;
	}
}

const { boards, hub } = (await json(process.stdin)) as BoardsToPlay;
for (const [index, { file, claimed }] of boards.entries()) {
	const config = decodeConfigFile(Buffer.from(file, 'base64'));
	if (!config.ok) throw new Error(config.error);
	new VirtualBoard({
		config: config.value,
		// A class with private fields cannot be implemented by another one in the types' eyes.
		keys: new MemoryKeys(claimed) as unknown as KeysFile,
		clock: systemClock,
		random: systemRandom,
		hub,
	}).start();
	if (index % AT_ONCE === AT_ONCE - 1) await sleep(PAUSE_MS);
}
console.log(JSON.stringify({ boards: boards.length }));
// Timers of boards keep no process alive, and a board between two tries has no socket.
setInterval(() => undefined, 60_000);

import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { z } from 'zod';
import type { Random } from '../base/random.ts';

const Kept = z.object({
	/** 12 upper-case hex digits */
	mac: z.string().regex(/^[0-9A-F]{12}$/),
	bootCount: z.number().int().nonnegative(),
	/** newest first, at most two: the one in use and the one on its way; base64 */
	deviceKeys: z.array(z.object({ keyId: z.string(), key: z.string(), accepted: z.boolean() })).max(2),
	/** last states by relay id, for boards that come up as they went down */
	relays: z.record(z.string(), z.boolean()),
	/** the configuration applied last, protobuf in base64 */
	configure: z.string().optional(),
});
type Kept = z.infer<typeof Kept>;

export interface StoredKey {
	keyId: Uint8Array;
	key: Uint8Array;
	/** the hub has answered under it */
	accepted: boolean;
}

const OWNER_ONLY = 0o600;
/** Bit 1 of the first byte marks a locally administered MAC, bit 0 a group: IEEE 802. */
const LOCAL = 0x02;
const GROUP = 0x01;

/** The virtual board's flash: a JSON file that is replaced whole. Throws where it is damaged or cannot be written. */
export class KeysFile {
	#path: string;
	#kept: Kept;

	constructor(path: string, random: Random) {
		this.#path = path;
		if (existsSync(path)) {
			const read = this.#read();
			if (!read) throw new Error(`${path} is no state file of a virtual board, or is damaged.`);
			this.#kept = read;
			return;
		}
		const mac = random.bytes(6);
		mac[0] = (mac[0]! & ~GROUP) | LOCAL;
		this.#kept = { mac: Buffer.from(mac).toString('hex').toUpperCase(), bootCount: 0, deviceKeys: [], relays: {} };
		this.#write();
	}

	get mac(): string {
		return this.#kept.mac;
	}

	/** One more boot, counted before anything else happens. */
	countBoot(): number {
		this.#kept.bootCount++;
		this.#write();
		return this.#kept.bootCount;
	}

	/** Newest first. */
	get deviceKeys(): StoredKey[] {
		return this.#kept.deviceKeys.map(({ keyId, key, accepted }) => ({
			keyId: Buffer.from(keyId, 'base64'),
			key: Buffer.from(key, 'base64'),
			accepted,
		}));
	}

	/** Writes a new key beside the one in use, and reads it back. */
	addDeviceKey(keyId: Uint8Array, key: Uint8Array): boolean {
		const added = { keyId: base64(keyId), key: base64(key), accepted: false };
		const inUse = this.#kept.deviceKeys.find(({ accepted }) => accepted);
		this.#kept.deviceKeys = inUse ? [added, inUse] : [added];
		this.#write();
		return this.#read()?.deviceKeys[0]?.key === added.key;
	}

	/** The hub has answered under this key: it is the only one from now on. */
	acceptDeviceKey(keyId: Uint8Array): void {
		const key = this.#kept.deviceKeys.find((kept) => kept.keyId === base64(keyId));
		if (!key || (key.accepted && this.#kept.deviceKeys.length === 1)) return;
		this.#kept.deviceKeys = [{ ...key, accepted: true }];
		this.#write();
	}

	lastRelay(id: number): boolean {
		return this.#kept.relays[id] ?? false;
	}

	keepRelay(id: number, on: boolean): void {
		if (this.#kept.relays[id] === on) return;
		this.#kept.relays[id] = on;
		// Not forced to the disk: after a power cut an older state is worth no wait at every tap.
		this.#write(false);
	}

	get configure(): Uint8Array | undefined {
		return this.#kept.configure === undefined ? undefined : Buffer.from(this.#kept.configure, 'base64');
	}

	keepConfigure(bytes: Uint8Array): void {
		this.#kept.configure = base64(bytes);
		this.#write();
	}

	/** What is in the file, undefined where it is damaged. */
	#read(): Kept | undefined {
		const text = readFileSync(this.#path, 'utf8');
		try {
			return Kept.safeParse(JSON.parse(text)).data;
		} catch {
			return undefined;
		}
	}

	/** Old or new, never half of one: a new file takes the old one's name. */
	#write(durable = true): void {
		const temporary = `${this.#path}.new`;
		const file = openSync(temporary, 'w', OWNER_ONLY);
		try {
			writeSync(file, `${JSON.stringify(this.#kept, null, '\t')}\n`);
			if (durable) fsyncSync(file);
		} finally {
			closeSync(file);
		}
		renameSync(temporary, this.#path);
	}
}

function base64(bytes: Uint8Array): string {
	return Buffer.from(bytes).toString('base64');
}

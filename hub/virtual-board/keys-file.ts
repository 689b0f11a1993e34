import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { z } from 'zod';
import type { Random } from '../base/random.ts';
import type { KeptEnd } from './relay.ts';

const Kept = z.object({
	/** 12 upper-case hex digits */
	mac: z.string().regex(/^[0-9A-F]{12}$/),
	bootCount: z.number().int().nonnegative(),
	/** newest first, at most two: the one in use and the one on its way; base64 */
	deviceKeys: z.array(z.object({ keyId: z.string(), key: z.string(), accepted: z.boolean() })).max(2),
	/** last states by relay id, for boards that come up as they went down */
	relays: z.record(z.string(), z.boolean()),
	/** how those run that are on and go off by themselves, by relay id */
	runs: z
		.record(
			z.string(),
			z.object({ at: z.number().optional(), onMs: z.number(), leftMs: z.number(), cause: z.number().int() }),
		)
		.optional(),
	/** the configuration applied last, protobuf in base64 */
	configure: z.string().optional(),
	/** POSIX TZ, the one heard of last */
	timeZone: z.string().optional(),
	/** version of the firmware that came over the link */
	firmware: z.string().optional(),
	/** id of the registration key the board was flashed with; base64 */
	registration: z.string().optional(),
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

/**
 * The virtual board's flash: a JSON file that is replaced whole. Opening it throws where it is damaged or cannot be made.
 * Later a disk that is full stops no relay: what could not be written lives on in memory, and is written with the next
 * change that can be.
 */
export class KeysFile {
	#path: string;
	#kept: Kept;
	#whenUnwritable: (words: string) => void = () => undefined;
	#writable = true;

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
		this.#replace(true);
	}

	/** Told once when writing begins to fail, and again after it has worked in between. */
	whenUnwritable(listener: (words: string) => void): void {
		this.#whenUnwritable = listener;
	}

	/**
	 * The firmware it runs carries this registration key. Another one than before is new firmware: the keys and the
	 * configuration got with the older are gone, as after a flash by cable. MAC and relays are the hardware's, and stay.
	 */
	flashedWith(registration: Uint8Array): void {
		const known = this.#kept.registration;
		const now = base64(registration);
		if (known === now) return;
		this.#kept.registration = now;
		if (known !== undefined) {
			this.#kept.deviceKeys = [];
			this.#kept.configure = undefined;
			this.#kept.firmware = undefined;
		}
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

	/** Writes a new key beside the one in use, and reads it back. False: all is as it was. */
	addDeviceKey(keyId: Uint8Array, key: Uint8Array): boolean {
		const before = this.#kept.deviceKeys;
		const added = { keyId: base64(keyId), key: base64(key), accepted: false };
		const inUse = before.find(({ accepted }) => accepted);
		this.#kept.deviceKeys = inUse ? [added, inUse] : [added];
		if (this.#write() && this.#isWritten(added.key)) return true;
		this.#kept.deviceKeys = before;
		return false;
	}

	/**
	 * The hub has answered under this key: older ones are not needed any more. A newer one on trial stays, also when the
	 * hub speaks once more under the one in use.
	 */
	acceptDeviceKey(keyId: Uint8Array): void {
		const { deviceKeys } = this.#kept;
		const index = deviceKeys.findIndex((kept) => kept.keyId === base64(keyId));
		const key = deviceKeys[index];
		if (!key || key.accepted) return;
		this.#kept.deviceKeys = [...deviceKeys.slice(0, index), { ...key, accepted: true }];
		this.#write();
	}

	lastRelay(id: number): { on: boolean; end: KeptEnd | undefined } {
		return { on: this.#kept.relays[id] ?? false, end: this.#kept.runs?.[id] };
	}

	keepRelay(id: number, on: boolean, end: KeptEnd | undefined): void {
		const before = this.lastRelay(id);
		if (before.on === on && before.end === end) return;
		this.#kept.relays[id] = on;
		const { [id]: _, ...others } = this.#kept.runs ?? {};
		this.#kept.runs = end ? { ...others, [id]: end } : others;
		// Not forced to the disk: after a power cut an older state is worth no wait at every tap.
		this.#write(false);
	}

	get configure(): Uint8Array | undefined {
		return this.#kept.configure === undefined ? undefined : Buffer.from(this.#kept.configure, 'base64');
	}

	/** False: the older one stays. */
	keepConfigure(bytes: Uint8Array): boolean {
		const before = this.#kept.configure;
		this.#kept.configure = base64(bytes);
		if (this.#write()) return true;
		this.#kept.configure = before;
		return false;
	}

	get timeZone(): string | undefined {
		return this.#kept.timeZone;
	}

	keepTimeZone(timeZone: string): void {
		if (this.#kept.timeZone === timeZone) return;
		this.#kept.timeZone = timeZone;
		this.#write();
	}

	/** Version of the firmware that an update brought, undefined where it is the one it was flashed with. */
	get firmware(): string | undefined {
		return this.#kept.firmware;
	}

	/** False: the older one stays. */
	keepFirmware(version: string): boolean {
		const before = this.#kept.firmware;
		this.#kept.firmware = version;
		if (this.#write()) return true;
		this.#kept.firmware = before;
		return false;
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

	#isWritten(newestKey: string): boolean {
		try {
			return this.#read()?.deviceKeys[0]?.key === newestKey;
		} catch {
			return false;
		}
	}

	#write(durable = true): boolean {
		try {
			this.#replace(durable);
			this.#writable = true;
		} catch (error) {
			if (this.#writable) this.#whenUnwritable((error as Error).message);
			this.#writable = false;
		}
		return this.#writable;
	}

	/** Old or new, never half of one: a new file takes the old one's name. */
	#replace(durable: boolean): void {
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

import type { Random } from '../../base/random.ts';
import type { Store } from './store.ts';

/** Size of the header before a board's flash. */
const BYTES = 256;
const MAGIC = 'MOORVIRT';
const AT = { mac: 8, registration: 16, state: 32, running: 64, older: 128 };
const ID_BYTES = 16;
const VERSION_BYTES = 32;
/** Bit 1 of the first byte marks a locally administered MAC, bit 0 a group: IEEE 802. */
const LOCAL = 0x02;
const GROUP = 0x01;

/** What runs after an update; without a version it is the built-in firmware. */
export interface Program {
	version: string;
	flags: number;
	/** how long it may take to reach the hub, ms */
	trialMs: number;
}

/** `new` until its first start, then `on trial` until it has reached the hub. */
const STATES = ['kept', 'new', 'on trial'] as const;

/** What the boot loader of a virtual board stores: its MAC, the firmware it was flashed with, and what runs. */
export interface Header {
	mac: Uint8Array;
	/** id of the registration key; zeros if it was never flashed */
	registration: Uint8Array;
	state: (typeof STATES)[number];
	running: Program;
	older: Program;
}

export const ITSELF: Program = { version: '', flags: 0, trialMs: 0 };

export function newHeader(random: Random): Header {
	const mac = random.bytes(6);
	mac[0] = (mac[0]! & ~GROUP) | LOCAL;
	return { mac, registration: new Uint8Array(ID_BYTES), state: 'kept', running: ITSELF, older: ITSELF };
}

/** Undefined if this is not the flash of a virtual board. */
export function readHeader(store: Store): Header | undefined {
	const bytes = Buffer.alloc(BYTES);
	store.read(0, bytes);
	const state = STATES[bytes[AT.state]!];
	if (bytes.toString('latin1', 0, MAGIC.length) !== MAGIC || !state) return undefined;
	return {
		mac: Uint8Array.from(bytes.subarray(AT.mac, AT.mac + 6)),
		registration: Uint8Array.from(bytes.subarray(AT.registration, AT.registration + ID_BYTES)),
		state,
		running: programAt(bytes, AT.running),
		older: programAt(bytes, AT.older),
	};
}

export function writeHeader(store: Store, { mac, registration, state, running, older }: Header): void {
	const bytes = Buffer.alloc(BYTES);
	bytes.write(MAGIC, 'latin1');
	bytes.set(mac, AT.mac);
	bytes.set(registration, AT.registration);
	bytes[AT.state] = STATES.indexOf(state);
	for (const [at, { version, flags, trialMs }] of [
		[AT.running, running],
		[AT.older, older],
	] as const) {
		bytes.write(version, at, VERSION_BYTES - 1);
		bytes.writeUInt32LE(flags, at + VERSION_BYTES);
		bytes.writeUInt32LE(trialMs, at + VERSION_BYTES + 4);
	}
	store.write(0, bytes);
	store.sync();
}

function programAt(bytes: Buffer, at: number): Program {
	const version = bytes.subarray(at, at + VERSION_BYTES);
	return {
		version: version.toString('utf8', 0, version.indexOf(0)),
		flags: bytes.readUInt32LE(at + VERSION_BYTES),
		trialMs: bytes.readUInt32LE(at + VERSION_BYTES + 4),
	};
}

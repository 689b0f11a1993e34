import { crc32 } from 'node:zlib';
import { z } from 'zod';
import { Cause } from '../../../protocol/device_pb.ts';
import { SECTOR_BYTES } from './flash.ts';
import { ITSELF, writeHeader } from './header.ts';
import type { Store } from './store.ts';

/** The JSON state of a virtual board from before it ran the real firmware. */
const OlderState = z.object({
	/** 12 upper-case hex digits */
	mac: z.string().regex(/^[0-9A-F]{12}$/),
	bootCount: z.number().int().nonnegative(),
	/** newest first, at most two: the one in use and the one on its way; base64 */
	deviceKeys: z.array(z.object({ keyId: z.string(), key: z.string(), accepted: z.boolean() })).max(2),
	/** last states by relay id */
	relays: z.record(z.string(), z.boolean()),
	/** by relay id: relays that are on and go off by themselves */
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
export type OlderState = z.infer<typeof OlderState>;

/** First sectors of the parts of a board's state: firmware/core/flash/layout.h. */
const SECTORS = { keys: 0, configuration: 2, zone: 4, memory: 8 };
/** The format of a record: firmware/core/flash/record_store.h. */
const RECORD_MAGIC = 0x4d52454b;
const RECORD_HEADER_BYTES = 16;
/** Causes that switch a relay off by themselves, other than its longest on-time. */
const ASKED_CAUSES = new Set<number>([Cause.COUNTDOWN, Cause.PULSE]);
const MOST_MS = 2 ** 32 - 1;

/** Undefined if this is not such a state, or is damaged. */
export function parseOlderState(text: string): OlderState | undefined {
	try {
		return OlderState.safeParse(JSON.parse(text)).data;
	} catch {
		return undefined;
	}
}

/** Writes it to a blank flash in the firmware's format. `keyId`: of the config file, for a state that has none. */
export function writeOlderState(store: Store, state: OlderState, keyId: Uint8Array): void {
	const registration = state.registration === undefined ? Buffer.from(keyId) : base64(state.registration);
	writeRecord(store, SECTORS.keys, [registration, ...state.deviceKeys.flatMap(keyBytes)]);
	if (state.configure !== undefined) writeRecord(store, SECTORS.configuration, [registration, base64(state.configure)]);
	if (state.timeZone) writeRecord(store, SECTORS.zone, [Buffer.from(state.timeZone)]);
	writeRecord(store, SECTORS.memory, memoryBytes(state));
	const mac = Buffer.from(state.mac, 'hex');
	const running = { ...ITSELF, version: state.firmware ?? '' };
	writeHeader(store, { mac, registration, state: 'kept', running, older: ITSELF });
}

function keyBytes({ keyId, key, accepted }: OlderState['deviceKeys'][number]): Uint8Array[] {
	return [base64(keyId), base64(key), Uint8Array.of(accepted ? 1 : 0)];
}

/** Number of starts and crashes, time of writing, then each relay that is on: firmware/core/flash/memory.cpp. */
function memoryBytes({ bootCount, relays, runs = {} }: OlderState): Uint8Array[] {
	// Each run has a time of its own; the firmware has one time for all.
	const writtenAt = Math.round(Math.max(0, ...Object.values(runs).map(({ at = 0 }) => at)));
	const head = Buffer.alloc(13);
	head.writeUInt32LE(bootCount);
	head.writeBigUInt64LE(BigInt(writtenAt), 5);
	const isOn = Object.keys(relays).filter((id) => relays[id]);
	return [
		head,
		...isOn.map((id) => {
			const { at = writtenAt, onMs, leftMs, cause } = runs[id] ?? { onMs: 0, leftMs: 0, cause: 0 };
			const passedMs = writtenAt - at;
			const isAsked = ASKED_CAUSES.has(cause);
			const relay = Buffer.alloc(10);
			relay[0] = Number(id);
			relay[1] = isAsked ? cause : 0;
			relay.writeUInt32LE(isAsked ? inRange(leftMs - passedMs) : 0, 2);
			relay.writeUInt32LE(inRange(onMs + passedMs), 6);
			return relay;
		}),
	];
}

function writeRecord(store: Store, sector: number, parts: Uint8Array[]): void {
	const payload = Buffer.concat(parts);
	const header = Buffer.alloc(RECORD_HEADER_BYTES);
	header.writeUInt32LE(RECORD_MAGIC);
	header.writeUInt32LE(1, 4); // the first one
	header.writeUInt32LE(payload.length, 8);
	header.writeUInt32LE(crc32(payload, crc32(header.subarray(4, 12))), 12);
	// After the board's header, and inverted: see flash.ts.
	store.write(
		SECTOR_BYTES * (1 + sector),
		Buffer.concat([header, payload]).map((byte) => byte ^ 0xff),
	);
}

function inRange(ms: number): number {
	return Math.min(Math.max(0, Math.round(ms)), MOST_MS);
}

function base64(text: string): Buffer {
	return Buffer.from(text, 'base64');
}

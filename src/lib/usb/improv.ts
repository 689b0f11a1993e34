/**
 * Improv over serial, version 1 (https://www.improv-wifi.com/serial/): packets between the lines of a board's log. With
 * them a board lists the networks it can see and gets the one to join. Bytes in, messages out; no port is needed.
 */

const HEADER = new TextEncoder().encode('IMPROV');
const VERSION = 1;
const BEGIN = [...HEADER, VERSION];
/** header, version, type, length */
const BEFORE_DATA = BEGIN.length + 2;
const CHECKSUM_BYTES = 1;
const NEWLINE = 0x0a;
const TYPE = { state: 1, error: 2, command: 3, result: 4 } as const;
const KNOWN_TYPES: ReadonlySet<number> = new Set(Object.values(TYPE));

/** Commands for a board. */
export const COMMAND = { join: 1, state: 2, info: 3, scan: 4 } as const;
export type Command = (typeof COMMAND)[keyof typeof COMMAND];

/** `ready`: not on a network, and ready to get one. */
const STATES = { 2: 'ready', 3: 'joining', 4: 'joined' } as const;
export type ImprovState = (typeof STATES)[keyof typeof STATES] | 'stopped';
/** `not-joined`: the network was not found, or the password is wrong. */
const ERRORS = { 1: 'bad-packet', 2: 'unknown-command', 3: 'not-joined' } as const;
export type ImprovError = (typeof ERRORS)[keyof typeof ERRORS] | 'unknown';

export type ImprovMessage =
	| { kind: 'state'; state: ImprovState }
	/** null: the last error is cleared */
	| { kind: 'error'; error: ImprovError | null }
	| { kind: 'result'; command: number; values: string[] };

/** Separates the received bytes into the board's log and its packets. */
export class ImprovReader {
	/** bytes that may be the beginning of a packet */
	#held = new Uint8Array();

	/** `log`: the bytes that do not belong to a packet, in order. */
	take(bytes: Uint8Array): { log: Uint8Array; messages: ImprovMessage[] } {
		const all = new Uint8Array([...this.#held, ...bytes]);
		const log: number[] = [];
		const messages: ImprovMessage[] = [];
		let at = 0;
		while (at < all.length) {
			const packet = packetAt(all, at);
			if (packet === 'incomplete') break;
			if (packet === undefined) log.push(all[at++]!);
			else {
				if (packet.message) messages.push(packet.message);
				at += packet.length;
			}
		}
		this.#held = all.slice(at);
		return { log: Uint8Array.from(log), messages };
	}
}

/** The packet that begins at `at`. undefined: none, or a wrong checksum, so the bytes belong to the log. */
function packetAt(
	bytes: Uint8Array,
	at: number,
): { length: number; message: ImprovMessage | undefined } | 'incomplete' | undefined {
	for (const [index, byte] of BEGIN.entries()) {
		if (at + index === bytes.length) return 'incomplete';
		if (bytes[at + index] !== byte) return undefined;
	}
	const type = bytes[at + BEGIN.length];
	if (type !== undefined && !KNOWN_TYPES.has(type)) return undefined;
	const size = bytes[at + BEGIN.length + 1];
	if (size === undefined) return 'incomplete';
	const length = BEFORE_DATA + size + CHECKSUM_BYTES;
	if (bytes.length < at + length) return 'incomplete';
	const packet = bytes.subarray(at, at + length);
	if (checksum(packet.subarray(0, -CHECKSUM_BYTES)) !== packet.at(-1)) return undefined;
	return { length, message: messageOf(packet[BEGIN.length]!, packet.subarray(BEFORE_DATA, -CHECKSUM_BYTES)) };
}

/** undefined: a malformed packet, or an echoed command. */
function messageOf(type: number, data: Uint8Array): ImprovMessage | undefined {
	const [first] = data;
	if (first === undefined) return undefined;
	if (type === TYPE.state) return { kind: 'state', state: STATES[first as keyof typeof STATES] ?? 'stopped' };
	if (type === TYPE.error)
		return { kind: 'error', error: first === 0 ? null : (ERRORS[first as keyof typeof ERRORS] ?? 'unknown') };
	if (type !== TYPE.result) return undefined;
	const values = stringsOf(data.subarray(2));
	return values && data[1] === data.length - 2 ? { kind: 'result', command: first, values } : undefined;
}

/** Reads strings that each follow a byte with their length. */
function stringsOf(data: Uint8Array): string[] | undefined {
	const values: string[] = [];
	for (let at = 0; at < data.length;) {
		const end = at + 1 + data[at]!;
		if (end > data.length) return undefined;
		values.push(new TextDecoder().decode(data.subarray(at + 1, end)));
		at = end;
	}
	return values;
}

/** A command packet. `values` is for COMMAND.join: network name and password, at most 255 bytes together. */
export function commandPacket(command: Command, values: readonly string[] = []): Uint8Array {
	const coded = values.map((value) => new TextEncoder().encode(value));
	const data = coded.flatMap((bytes) => [bytes.length, ...bytes]);
	const packet = [...HEADER, VERSION, TYPE.command, data.length + 2, command, data.length, ...data];
	return Uint8Array.from([...packet, checksum(packet), NEWLINE]);
}

function checksum(bytes: Iterable<number>): number {
	let sum = 0;
	for (const byte of bytes) sum = (sum + byte) & 0xff;
	return sum;
}

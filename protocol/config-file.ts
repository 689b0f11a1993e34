/**
 * The config file of a board, `.mooring`: all that a new board needs to register. The same bytes lie in a real board's
 * flash. Little-endian: magic "MOOR", u16 version, u16 length of the payload, u32 CRC-32 of the payload (IEEE 802.3),
 * then the payload, a protobuf BoardConfig. All 0xFF is a board that was never provisioned.
 */
import { crc32 } from 'node:zlib';
import { fromBinary, toBinary } from '@bufbuild/protobuf';
import { type BoardConfig, BoardConfigSchema } from './device_pb.ts';

const MAGIC = 'MOOR';
const VERSION = 1;
const HEADER_BYTES = 12;
/** One sector of flash. */
export const MAX_CONFIG_FILE_BYTES = 4_096;

/** Throws a RangeError if the configuration does not fit a sector. */
export function encodeConfigFile(config: BoardConfig): Uint8Array {
	const payload = toBinary(BoardConfigSchema, config);
	if (HEADER_BYTES + payload.length > MAX_CONFIG_FILE_BYTES)
		throw new RangeError(
			`The configuration takes ${HEADER_BYTES + payload.length} bytes, ${MAX_CONFIG_FILE_BYTES} fit.`,
		);
	const file = Buffer.alloc(HEADER_BYTES + payload.length);
	file.write(MAGIC, 0, 'latin1');
	file.writeUInt16LE(VERSION, 4);
	file.writeUInt16LE(payload.length, 6);
	file.writeUInt32LE(crc32(payload), 8);
	file.set(payload, HEADER_BYTES);
	return new Uint8Array(file);
}

/** Ignores bytes after the payload: a flash sector is longer than the file in it. */
export function decodeConfigFile(file: Uint8Array): { ok: true; value: BoardConfig } | { ok: false; error: string } {
	const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
	if (bytes.length < HEADER_BYTES) return { ok: false, error: 'This is no config file of Mooring: it is too short.' };
	if (bytes.subarray(0, HEADER_BYTES).every((byte) => byte === 0xff))
		return { ok: false, error: 'This board was never provisioned.' };
	if (bytes.toString('latin1', 0, 4) !== MAGIC) return { ok: false, error: 'This is no config file of Mooring.' };
	const version = bytes.readUInt16LE(4);
	if (version !== VERSION)
		return { ok: false, error: `The config file has version ${version}, this program reads ${VERSION}.` };
	const length = bytes.readUInt16LE(6);
	const payload = bytes.subarray(HEADER_BYTES, HEADER_BYTES + length);
	if (payload.length < length || crc32(payload) !== bytes.readUInt32LE(8))
		return { ok: false, error: 'The config file is damaged. Download it again.' };
	try {
		return { ok: true, value: fromBinary(BoardConfigSchema, payload) };
	} catch {
		return { ok: false, error: 'The config file is damaged. Download it again.' };
	}
}

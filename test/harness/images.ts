import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findBoard } from '../../hub/boards/catalogue.ts';

const BOARD_H = join(import.meta.dirname, '../../firmware/core/board.h');
/** The version of the firmware in this tree. */
export const FIRMWARE_VERSION = /FIRMWARE_VERSION\[\] = "([^"]+)"/.exec(readFileSync(BOARD_H, 'utf8'))![1]!;

export interface MadeImage {
	parts: { file: string; offset: number; bytes: Buffer }[];
}

/** The parts of an image by chip family: where they lie, and how large tests make them. */
const PARTS: Record<string, { file: string; offset: number; size: number }[]> = {
	ESP8266: [{ file: 'firmware.bin', offset: 0, size: 180_000 }],
	ESP32: [
		{ file: 'bootloader.bin', offset: 0x1000, size: 18_000 },
		{ file: 'partitions.bin', offset: 0x8000, size: 3_072 },
		{ file: 'boot_app0.bin', offset: 0xe000, size: 8_192 },
		{ file: 'firmware.bin', offset: 0x10000, size: 150_001 },
	],
};
PARTS['ESP32-C3'] = PARTS.ESP32!.map((part) => (part.offset === 0x1000 ? { ...part, offset: 0 } : part));

/** The header of an image for the posix board: firmware/platform/posix/images.h. */
const PLAYED_HEADER_BYTES = 32;
const PLAYED_MAGIC = 'MOORPLAY';

/** An image that the posix board plays as firmware of this version. */
export function playedProgram(version: string, size: number): Buffer {
	const program = randomBytes(size);
	program.fill(0, 0, PLAYED_HEADER_BYTES);
	program.write(PLAYED_MAGIC, 0, 'latin1');
	program.write(version, PLAYED_MAGIC.length, 'latin1');
	return program;
}

/**
 * Puts an image of random bytes, which cannot be compressed, into a hub's data folder. `program`, if given, is its last
 * part.
 */
export function putImage(data: string, boardId: string, version = '0.1.0', program?: Buffer): MadeImage {
	const board = findBoard(boardId)!;
	const folder = join(data, 'images', boardId);
	mkdirSync(folder, { recursive: true });
	const parts = PARTS[board.chip]!.map(({ file, offset, size }, index, { length }) => {
		const bytes = index === length - 1 && program ? program : noise(size);
		writeFileSync(join(folder, file), bytes);
		return { file, offset, bytes };
	});
	const manifest = {
		format: 1,
		version,
		chip: board.chip,
		flashSizeBytes: board.flash!.sizeBytes,
		configOffset: board.flash!.configOffset,
		parts: parts.map(({ file, offset, bytes }) => ({
			file,
			offset,
			sha256: createHash('sha256').update(bytes).digest('hex'),
		})),
	};
	writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
	return { parts };
}

function noise(size: number): Buffer {
	const bytes = randomBytes(size);
	bytes[0] = 0xe9;
	return bytes;
}

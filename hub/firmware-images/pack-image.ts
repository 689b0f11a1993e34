import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Board } from '../../protocol/dashboard/boards.ts';
import type { ImageManifest } from './manifest.ts';

/** Where the ESP32's ROM looks for the bootloader; later chips look at the start of the flash. */
const ESP32_BOOTLOADER = 0x1000;
const PARTITIONS = 0x8000;
/** Data that says which of the two programs starts: after flashing by cable, the first one. */
const BOOT_APP = 0xe000;
const PROGRAM = 0x10000;

/** The files that PlatformIO builds for a board, and their offsets: Arduino cores for ESP8266 and ESP32. */
export function partsOf(board: Board): { file: string; offset: number }[] {
	if (board.chip === 'ESP8266') return [{ file: 'firmware.bin', offset: 0 }];
	return [
		{ file: 'bootloader.bin', offset: board.chip === 'ESP32' ? ESP32_BOOTLOADER : 0 },
		{ file: 'partitions.bin', offset: PARTITIONS },
		{ file: 'boot_app0.bin', offset: BOOT_APP },
		{ file: 'firmware.bin', offset: PROGRAM },
	];
}

/**
 * Makes the folder of a board's image from what PlatformIO has built for it, in the place of an older one once it is
 * whole: a hub may be reading there. Returns false and makes nothing if it has built nothing; throws if a file is missing.
 */
export function packImage(board: Board, built: string, folder: string, version: string): boolean {
	if (!existsSync(join(built, 'firmware.bin')) || !board.flash) return false;
	const [fresh, former] = [`${folder}.new`, `${folder}.old`];
	for (const left of [fresh, former]) rmSync(left, { recursive: true, force: true });
	mkdirSync(fresh, { recursive: true });
	const parts = partsOf(board).map(({ file, offset }) => {
		copyFileSync(join(built, file), join(fresh, file));
		const sha256 = createHash('sha256')
			.update(readFileSync(join(fresh, file)))
			.digest('hex');
		return { file, offset, sha256 };
	});
	const { sizeBytes, configOffset } = board.flash;
	const manifest: ImageManifest = {
		format: 1,
		version,
		chip: board.chip,
		flashSizeBytes: sizeBytes,
		configOffset,
		parts,
	};
	writeFileSync(join(fresh, 'manifest.json'), `${JSON.stringify(manifest, null, '\t')}\n`);
	if (existsSync(folder)) renameSync(folder, former);
	renameSync(fresh, folder);
	rmSync(former, { recursive: true, force: true });
	return true;
}

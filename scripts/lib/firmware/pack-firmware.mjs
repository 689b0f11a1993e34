import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { at } from '../root.mjs';

/** The hub makes PlatformIO projects from this file: an installed hub has no source tree. */
export const PACKED = 'build/firmware.zip';

/**
 * What a project of a real board does not need: the posix and wasm boards, tests, bookkeeping, and leftovers of builds.
 */
const LEFT_OUT =
	/^((core|platform)\/tests|platform\/(posix|wasm)|\.pio|secrets)\/|(^|\/)(\.[^/]*|README\.md)$|^budget\.json$/;
const NO_TIME = new Date(1980, 0, 1);

/** Packs the firmware's sources unchanged, for all chips. */
export async function packFirmware() {
	const { zipSync } = await import('fflate');
	mkdirSync(dirname(at(PACKED)), { recursive: true });
	writeFileSync(at(PACKED), zipSync(firmwareFiles(), { level: 9, mtime: NO_TIME }));
}

/** What is packed. @returns {Record<string, Uint8Array>} by path */
export function firmwareFiles() {
	const paths = filesBelow('firmware').filter((path) => !LEFT_OUT.test(path));
	return Object.fromEntries(paths.map((path) => [path, new Uint8Array(readFileSync(at('firmware', path)))]));
}

/** Paths within the folder, with forward slashes. */
function filesBelow(folder, within = '') {
	return readdirSync(at(folder, within), { withFileTypes: true })
		.sort((a, b) => a.name.localeCompare(b.name, 'en'))
		.flatMap((entry) => {
			const path = within === '' ? entry.name : `${within}/${entry.name}`;
			return entry.isDirectory() ? filesBelow(folder, path) : [path];
		});
}

import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { at } from '../root.mjs';

/** What the hub makes PlatformIO projects of; it must be found beside the hub where the project's tree is not. */
export const PACKED = 'build/firmware.zip';

/** What no project of a real board needs: this machine's own board, tests, our own bookkeeping, and what a build leaves behind. */
const LEFT_OUT =
	/^((core|platform)\/tests|platform\/(posix|wasm)|\.pio|secrets)\/|(^|\/)(\.[^/]*|README\.md)$|^budget\.json$/;
const NO_TIME = new Date(1980, 0, 1);

/** Packs the firmware's sources as they are, whatever platforms there are. */
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

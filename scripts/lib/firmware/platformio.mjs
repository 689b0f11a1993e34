import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { at } from '../root.mjs';
import { capture } from '../run.mjs';
import { giveUp } from '../say.mjs';

/** The version that the firmware is built with, as in the Dockerfile. */
const VERSION = '6.1.19';

/** The program `pio`, from PLATFORMIO or the path; ends the process with one sentence if there is none. */
export async function findPlatformio() {
	const pio = process.env.PLATFORMIO || 'pio';
	const { code } = await capture(pio, ['--version']);
	if (code === 0) return pio;
	giveUp(
		process.env.PLATFORMIO
			? `PLATFORMIO names ${pio}, which cannot be run: let it name PlatformIO’s program pio.`
			: `PlatformIO is not installed: install it with "pip install -c firmware/constraints.txt platformio==${VERSION}", or let PLATFORMIO name its program pio.`,
	);
}

/**
 * Where it builds and keeps libraries: outside of the firmware's sources, which the hub packs. And where it keeps what it
 * downloads for all projects.
 */
export function platformioFolders() {
	const workspace = process.env.PLATFORMIO_WORKSPACE_DIR || at('.cache', 'platformio');
	return {
		workspace,
		built: process.env.PLATFORMIO_BUILD_DIR || join(workspace, 'build'),
		libraries: process.env.PLATFORMIO_LIBDEPS_DIR || join(workspace, 'libdeps'),
		packages:
			process.env.PLATFORMIO_PACKAGES_DIR ||
			join(process.env.PLATFORMIO_CORE_DIR || join(homedir(), '.platformio'), 'packages'),
	};
}

/** The boards of platformio.ini, by their ids in the catalogue. */
export function boardsInProject() {
	const ini = readFileSync(at('firmware', 'platformio.ini'), 'utf8');
	return [...ini.matchAll(/^\[env:(.+)\]$/gm)].map(([, board]) => board);
}

/** What else an ESP32 is flashed with: it lies in the framework, and not among what is built. */
export function bootAppIn({ packages }) {
	const file = join(packages, 'framework-arduinoespressif32', 'tools', 'partitions', 'boot_app0.bin');
	return existsSync(file) ? file : undefined;
}

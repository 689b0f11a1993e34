import { strToU8, zipSync } from 'fflate';
import type { Board } from '../../../protocol/dashboard/boards.ts';
import { type Fault, fault } from '../../../protocol/dashboard/faults.ts';
import { type Result, ok } from '../../base/result.ts';
import { type Sources, platformOf } from './firmware-sources.ts';
import { iniForBoard } from './platformio-ini.ts';
import { SECRETS_FILE, UPLOAD_SCRIPT, projectReadme, uploadScript } from './texts.ts';

/** The time of every file in the zip; real ones would mean nothing in a project that is made for each download. */
const NO_TIME = new Date(1980, 0, 1);
/** Not compressed: compressing half a megabyte of sources would block the hub for a tenth of a second. */
const LEVEL = 0;
/** Files of one family of chips. */
const OF_A_CHIP = /^(platform\/esp|partitions\.csv$)/;

/**
 * A PlatformIO project that builds as it is, as a .zip with one folder in it. Only the config file, under
 * SECRETS_FILE, holds secrets of the household.
 */
export function makeProject(options: {
	board: Board;
	/** the device's name */
	name: string;
	/** name of the folder in the .zip */
	folder: string;
	sources: Sources;
	configFile: Uint8Array;
}): Result<Uint8Array, Fault> {
	const { board, name, folder, sources, configFile } = options;
	const ini = iniForBoard(
		Buffer.from(sources['platformio.ini'] ?? []).toString('utf8'),
		board.id,
		`post:${UPLOAD_SCRIPT}`,
	);
	if (ini === undefined) return fault('no-firmware-for-board', { board: board.name });
	const files: Sources = {
		...Object.fromEntries(Object.entries(sources).filter(([path]) => !OF_A_CHIP.test(path) || isOf(board, path))),
		'platformio.ini': strToU8(ini),
		'README.md': strToU8(projectReadme(board, name)),
		'.gitignore': strToU8('.pio/\nsecrets/\n'),
		[UPLOAD_SCRIPT]: strToU8(uploadScript(board)),
		[SECRETS_FILE]: configFile,
	};
	const inFolder = Object.entries(files).map(([path, bytes]) => [`${folder}/${path}`, bytes]);
	return ok(zipSync(Object.fromEntries(inFolder) as Sources, { level: LEVEL, mtime: NO_TIME }));
}

function isOf(board: Board, path: string): boolean {
	return path.startsWith(platformOf(board)) || (path === 'partitions.csv' && board.chip !== 'ESP8266');
}

import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { at } from '../root.mjs';
import { capture, environment } from '../run.mjs';
import { runTypescript } from '../run-typescript.mjs';
import { giveUp, say, showProgress } from '../say.mjs';
import { copyLicences } from './licences.mjs';
import { boardsInProject, bootAppIn, platformioFolders } from './platformio.mjs';

/** What is shown of a build that failed. */
const LAST_LINES = 30;
const SECRET_FOLDER = 0o700;

/**
 * Builds one board after another and puts each into the hub's folder of images as soon as it is done. A board that fails
 * does not hold up the others.
 * @param {{ pio: string, images: string, wanted: string[] }} options
 * @returns {Promise<number>} exit code: 0 if all were built
 */
export async function buildBoards({ pio, images, wanted }) {
	const all = boardsInProject();
	const strange = wanted.find((board) => !all.includes(board));
	if (strange !== undefined) giveUp(`There is no board "${strange}". There are ${all.join(', ')}.`);
	const boards = wanted.length > 0 ? [...new Set(wanted)] : all;
	const folders = platformioFolders();
	if (!existsSync(dirname(images))) mkdirSync(dirname(images), { recursive: true, mode: SECRET_FOLDER });
	const failed = [];
	for (const [index, board] of boards.entries()) {
		const done = showProgress(() => `Building ${board}, ${index + 1} of ${boards.length}…`);
		const { code, output } = await capture(
			pio,
			['run', '--project-dir', at('firmware'), '--environment', board],
			environment({ PLATFORMIO_WORKSPACE_DIR: folders.workspace }),
		);
		done();
		if (code === 0 && (await putImage(board, folders, images))) continue;
		failed.push(board);
		if (code !== 0) {
			say(output.trimEnd().split('\n').slice(-LAST_LINES).join('\n'));
			say(`${board} was not built: PlatformIO ended with ${code}; the end of its log is above.`);
		}
	}
	copyLicences(folders, images);
	const built = boards.length - failed.length;
	if (built > 0)
		say(`The firmware of ${built} of ${boards.length} boards is in ${images}. The hub offers it from now on.`);
	if (failed.length > 0) say(`Not built: ${failed.join(', ')}.`);
	return failed.length > 0 ? 1 : 0;
}

async function putImage(board, folders, images) {
	const built = join(folders.built, board);
	if (!existsSync(join(built, 'firmware.bin'))) {
		say(`${board} was not built: PlatformIO has left no firmware.bin in ${built}.`);
		return false;
	}
	const bootApp = bootAppIn(folders);
	if (existsSync(join(built, 'partitions.bin')) && bootApp) copyFileSync(bootApp, join(built, 'boot_app0.bin'));
	const code = await runTypescript('hub/firmware-images/pack-images-cli.ts', [folders.built, images, board]);
	if (code !== 0) say(`${board} was built, but its image could not be put into ${images}.`);
	return code === 0;
}

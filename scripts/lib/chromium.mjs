import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { installPackages } from './debian.mjs';
import { giveUp } from './say.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const PLACES = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];

/**
 * Finds the browser for the browser tests, or installs it if that is allowed here. If there is none, ends the process
 * with instructions.
 * @returns {Promise<string>} its path, also in MOORING_CHROMIUM
 */
export async function setUpChromium() {
	const path = findChromium() ?? (await installChromium());
	if (!path)
		giveUp(
			'The browser tests need Chromium: install it (Debian, as root: apt-get install chromium), name it in MOORING_CHROMIUM, or leave those tests out with MOORING_SKIP_BROWSER=1.',
		);
	process.env.MOORING_CHROMIUM = path;
	return path;
}

function findChromium() {
	const named = process.env.MOORING_CHROMIUM;
	if (named) return existsSync(named) ? named : giveUp(`MOORING_CHROMIUM names ${named}, which does not exist.`);
	const folders = (process.env.PATH ?? '').split(delimiter);
	return [...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))), ...PLACES].find((path) =>
		existsSync(path),
	);
}

async function installChromium() {
	await installPackages('Installing Chromium for the browser tests…', ['chromium', 'fonts-dejavu-core']);
	return findChromium();
}

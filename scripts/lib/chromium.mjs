import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { installPackages } from './debian.mjs';
import { capture } from './run.mjs';
import { giveUp } from './say.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const PLACES = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];

/** The same browser without windows. Tests in it take some 30 % less of the processor. */
const HEADLESS_SHELL = 'chromium-headless-shell';

/**
 * Finds the browser for the browser tests, or installs it if that is allowed here. If there is none, ends the process
 * with instructions.
 * @returns {Promise<string>} its path, also in MOORING_CHROMIUM; MOORING_HEADLESS_SHELL is the one without windows, if any
 */
export async function setUpChromium() {
	const isNamed = Boolean(process.env.MOORING_CHROMIUM);
	if (!findChromium())
		await installPackages('Installing Chromium for the browser tests…', ['chromium', 'fonts-dejavu-core']);
	const path = findChromium();
	if (!path)
		giveUp(
			'The browser tests need Chromium: install it (Debian, as root: apt-get install chromium), name it in MOORING_CHROMIUM, or leave those tests out with MOORING_SKIP_BROWSER=1.',
		);
	process.env.MOORING_CHROMIUM = path;
	if (!isNamed) process.env.MOORING_HEADLESS_SHELL = (await setUpHeadlessShell()) ?? path;
	return path;
}

/** It comes with Debian's Chromium, from the same sources. */
async function setUpHeadlessShell() {
	const isOffered = async () => (await capture('apt-cache', ['show', HEADLESS_SHELL])).code === 0;
	if (!findOnPath(HEADLESS_SHELL) && existsSync('/usr/bin/apt-cache') && (await isOffered()))
		await installPackages('Installing Chromium without windows…', [HEADLESS_SHELL]);
	return findOnPath(HEADLESS_SHELL);
}

function findChromium() {
	const named = process.env.MOORING_CHROMIUM;
	if (named) return existsSync(named) ? named : giveUp(`MOORING_CHROMIUM names ${named}, which does not exist.`);
	return NAMES.map(findOnPath).find(Boolean) ?? PLACES.find((path) => existsSync(path));
}

function findOnPath(name) {
	const folders = (process.env.PATH ?? '').split(delimiter);
	return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}

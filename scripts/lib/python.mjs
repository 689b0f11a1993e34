import { installPackages } from './debian.mjs';
import { capture } from './run.mjs';
import { say } from './say.mjs';

/** What the example board in Python needs: Debian packages, and the modules that are in them. */
const PACKAGES = ['python3', 'python3-cryptography', 'python3-websocket'];
const MODULES = 'import cryptography, websocket';

/** Installs them if that is allowed here. Without them the tests of the example are skipped. */
export async function setUpPython() {
	if (await hasPython()) return;
	await installPackages('Installing Python for the example board…', PACKAGES);
	if (!(await hasPython()))
		say(`THE EXAMPLE BOARD IS NOT TESTED HERE: it needs ${PACKAGES.join(', ')} (Debian, as root: apt-get install).`);
}

/** The first Python on the path may not be Debian's, which is the one that has these packages. */
async function hasPython() {
	for (const program of ['python3', '/usr/bin/python3'])
		if ((await capture(program, ['-c', MODULES])).code === 0) return true;
	return false;
}

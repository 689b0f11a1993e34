import { existsSync } from 'node:fs';
import { unpackPackage } from './debian.mjs';
import { at } from './root.mjs';
import { capture } from './run.mjs';
import { say } from './say.mjs';

/** The tests look here too. */
const UNPACKED = at('.cache', 'promtool');

/** Gets promtool, if that is possible here. Without it the test that has our figures checked by it is skipped. */
export async function setUpPromtool() {
	if (await hasPromtool()) return;
	// Not installed: the package would start a Prometheus on this machine.
	await unpackPackage('Getting promtool to check the figures with…', 'prometheus', UNPACKED);
	if (!(await hasPromtool()))
		say('THE FIGURES ARE NOT CHECKED BY PROMTOOL HERE: it is in the package prometheus (Debian: apt-get install).');
}

async function hasPromtool() {
	const unpacked = at('.cache', 'promtool', 'usr', 'bin', 'promtool');
	return existsSync(unpacked) || (await capture('promtool', ['--version'])).code === 0;
}

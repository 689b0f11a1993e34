import { existsSync } from 'node:fs';
import { unpackPackage } from './debian.mjs';
import { at } from './root.mjs';
import { capture } from './run.mjs';
import { say } from './say.mjs';

/** The tests look here too. */
const UNPACKED = at('.cache', 'nss-tools');
/** certutil has no command that ends with 0 and does nothing. */
const NOT_FOUND = 127;

/** Gets NSS's certutil, if that is possible here. Without it no browser is taught to trust the hub, and that test is skipped. */
export async function setUpCertutil() {
	if (await hasCertutil()) return;
	await unpackPackage('Getting certutil to teach Chromium an authority…', 'libnss3-tools', UNPACKED);
	if (!(await hasCertutil()))
		say('CHROMIUM LEARNS NO AUTHORITY HERE: certutil is missing (Debian, as root: apt-get install libnss3-tools).');
}

async function hasCertutil() {
	const unpacked = at('.cache', 'nss-tools', 'usr', 'bin', 'certutil');
	return existsSync(unpacked) || (await capture('certutil', ['-H'])).code !== NOT_FOUND;
}

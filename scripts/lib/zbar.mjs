import { installPackages } from './debian.mjs';
import { capture } from './run.mjs';
import { say } from './say.mjs';

/** Installs Debian's zbarimg, if that is allowed here. Without it the test that reads a QR code is skipped. */
export async function setUpZbar() {
	if (await hasZbar()) return;
	await installPackages('Installing zbarimg to read QR codes with…', ['zbar-tools']);
	if (!(await hasZbar()))
		say('NO QR CODE IS READ HERE: zbarimg is missing (Debian, as root: apt-get install zbar-tools).');
}

async function hasZbar() {
	return (await capture('zbarimg', ['--version'])).code === 0;
}

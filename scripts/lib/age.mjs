import { installPackages } from './debian.mjs';
import { capture } from './run.mjs';
import { say } from './say.mjs';

/** Installs Debian's age, if that is allowed here. Without it the tests that compare with it are skipped. */
export async function setUpAge() {
	if (await hasAge()) return;
	await installPackages('Installing age to compare backups with…', ['age', 'python3']);
	if (!(await hasAge()))
		say('BACKUPS ARE NOT COMPARED WITH AGE HERE: it needs age and python3 (Debian, as root: apt-get install).');
}

async function hasAge() {
	return (await capture('age', ['--version'])).code === 0 && (await capture('python3', ['--version'])).code === 0;
}

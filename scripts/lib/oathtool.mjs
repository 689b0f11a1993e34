import { installPackages } from './debian.mjs';
import { capture } from './run.mjs';
import { say } from './say.mjs';

/** Installs Debian's oathtool, if that is allowed here. Without it the test that compares with it is skipped. */
export async function setUpOathtool() {
	if (await hasOathtool()) return;
	await installPackages('Installing oathtool to compare codes of the second factor with…', ['oathtool']);
	if (!(await hasOathtool()))
		say(
			'SECOND FACTORS ARE NOT COMPARED WITH OATHTOOL HERE: it is missing (Debian, as root: apt-get install oathtool).',
		);
}

async function hasOathtool() {
	return (await capture('oathtool', ['--version'])).code === 0;
}

import { existsSync } from 'node:fs';
import { capture, environment } from './run.mjs';
import { say, showProgress } from './say.mjs';

/** Installs Debian packages, if this is a Debian and we are root. The caller has to check whether it worked. */
export async function installPackages(doing, packages) {
	if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
	const done = showProgress(() => doing);
	const env = environment({ DEBIAN_FRONTEND: 'noninteractive' });
	await capture('apt-get', ['update'], env);
	const { code, output } = await capture('apt-get', ['install', '-y', '--no-install-recommends', ...packages], env);
	done();
	if (code !== 0) say(output);
}

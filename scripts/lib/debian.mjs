import { existsSync, mkdirSync } from 'node:fs';
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

/**
 * Unpacks a Debian package into a folder without installing it, if this is a Debian. The caller has to check whether it
 * worked.
 */
export async function unpackPackage(doing, name, folder) {
	if (!existsSync('/usr/bin/apt-get')) return;
	const done = showProgress(() => doing);
	mkdirSync(folder, { recursive: true });
	if (process.getuid?.() === 0) await capture('apt-get', ['update']);
	const script = 'cd "$1" && apt-get download "$2" && dpkg-deb --extract "$2"_*.deb . && rm -f "$2"_*.deb';
	const { code, output } = await capture('sh', ['-c', script, 'sh', folder, name]);
	done();
	if (code !== 0) say(output);
}

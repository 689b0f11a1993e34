import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { at } from './root.mjs';
import { giveUp } from './say.mjs';

/** Ends the process with one sentence if this Node is too old. */
export function checkNode() {
	const least = JSON.parse(readFileSync(at('package.json'), 'utf8')).engines.node.replace('>=', '');
	const [major, minor] = process.versions.node.split('.').map(Number);
	const [leastMajor, leastMinor] = least.split('.').map(Number);
	if (major > leastMajor || (major === leastMajor && minor >= leastMinor)) return;
	giveUp(`Mooring needs Node.js ${least} or newer; this is ${process.versions.node}.`);
}

/** Ends the process with one sentence if the web server has no binary for this machine. */
export function checkWebServer() {
	const { platform, arch, versions } = process;
	const name = `uws_${platform}_${arch}_${versions.modules}.node`;
	if (!existsSync(at('node_modules', 'uWebSockets.js', name)))
		giveUp(
			platform === 'linux' && arch === 'arm'
				? 'Mooring needs a 64-bit system: its web server is not made for 32-bit ARM. Install the 64-bit Raspberry Pi OS.'
				: `Mooring’s web server is not made for Node.js ${versions.node} on ${platform} ${arch}: use Node.js 20, 22 or 24 on 64-bit Linux, macOS or Windows.`,
		);
	if (platform !== 'linux') return;
	const { glibcVersionRuntime: glibc } = process.report.getReport().header;
	if (!glibc) giveUp('Mooring needs a Linux with glibc, such as Debian or Raspberry Pi OS; Alpine’s musl will not do.');
	const least = Number(versions.modules) >= 127 ? '2.38' : '2.27';
	if (asNumber(glibc) < asNumber(least))
		giveUp(
			`Mooring’s web server needs glibc ${least} with Node.js ${versions.node}, but this system has ${glibc}: use Node.js 20, or a newer system (Debian 13).`,
		);
}

/** The folder with Node's own headers, if they came with it. @returns {string | undefined} */
export function nodeHeaders() {
	const prefix = dirname(dirname(process.execPath));
	const file = join(prefix, 'include', 'node', 'node_version.h');
	if (!existsSync(file)) return undefined;
	const text = readFileSync(file, 'utf8');
	const part = (name) => new RegExp(`#define NODE_${name}_VERSION (\\d+)`).exec(text)?.[1];
	return ['MAJOR', 'MINOR', 'PATCH'].map(part).join('.') === process.versions.node ? prefix : undefined;
}

function asNumber(version) {
	const [major, minor] = version.split('.').map(Number);
	return major * 1_000 + minor;
}

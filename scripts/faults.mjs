import { spawn } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { installPackages } from './lib/debian.mjs';
import { setUpPosixBoard } from './lib/firmware/firmware.mjs';
import { ROOT, at } from './lib/root.mjs';
import { capture, environment } from './lib/run.mjs';
import { say } from './lib/say.mjs';
import { setUpHub } from './lib/setup.mjs';

// `npm run faults [-- --minutes N --seed N --only KIND,…]`: injects faults into the built hub and boards as processes.
// docs/faults.md says which.

/** Whatever is mounted, and every process, ends with the run; its networks are its own. */
const APART = ['--mount', '--net', '--pid', '--fork', '--kill-child', '--mount-proc'];
/** Names of networks lie in a folder of this run alone. */
const PREPARE =
	'mkdir -p /run/netns 2>/dev/null; mount -t tmpfs none /run/netns 2>/dev/null; ip link set lo up; exec "$@"';

await setUpHub();
await setUpPosixBoard();
if (!(await has('ip', '-V')) || !(await has('python3', '-V')))
	await installPackages('Installing what bad networks and disks need…', ['iproute2', 'python3']);

const apart = await namespaces();
if (!apart) say('NO NETWORK AND NO DISK OF THEIR OWN HERE: it takes root, or user namespaces (unshare of util-linux).');
const loader = pathToFileURL(at('scripts/lib/typescript.mjs')).href;
const run = [process.execPath, '--enable-source-maps', '--import', loader, at('test/faults/run/main.ts')];
const [program, ...args] = [...(apart ?? []), ...run, ...process.argv.slice(2)];
const child = spawn(program, args, { cwd: ROOT, env: environment(), stdio: 'inherit' });
// unshare passes no signal on. When it is gone, everything in its namespaces is ended.
const end = () => child.kill('SIGKILL');
process.on('SIGINT', end).on('SIGTERM', end);
child.once('close', (code) => process.exit(code ?? 1));

/** The command that runs a program in namespaces of its own: as root, or as somebody who is root only there. */
async function namespaces() {
	for (const more of process.getuid() === 0 ? [[]] : [['--user', '--map-root-user']]) {
		const flags = [...more, ...APART];
		if ((await capture('unshare', [...flags, 'ip', 'link', 'set', 'lo', 'up'])).code === 0)
			return ['unshare', ...flags, 'sh', '-c', PREPARE, 'sh'];
	}
	return undefined;
}

async function has(name, version) {
	return (await capture(name, [version])).code === 0;
}

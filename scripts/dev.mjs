import { spawn } from 'node:child_process';
import { at } from './lib/root.mjs';
import { environment } from './lib/run.mjs';
import { say } from './lib/say.mjs';
import { setUpPackages } from './lib/setup.mjs';

// `npm run dev`: the hub, rebuilt and restarted at each change, and the dashboard on Vite's server in front of it.
const DASHBOARD = 'http://localhost:5173';
const BUILT = '.cache/dev';

await setUpPackages();
const { context } = await import('esbuild');
const { hubBundle } = await import('./lib/bundle.mjs');

let hub;
let ending = false;

/** One hub at a time: the next one needs the port of the one before. */
async function restart() {
	if (hub && hub.exitCode === null) {
		const gone = new Promise((resolve) => hub.once('exit', resolve));
		hub.kill('SIGTERM');
		await gone;
	}
	if (ending) return;
	// The page comes from Vite's server, so the hub must accept requests of that origin.
	const env = environment({ MOORING_PUBLIC_URL: process.env.MOORING_PUBLIC_URL || DASHBOARD });
	hub = spawn(process.execPath, ['--enable-source-maps', at(BUILT, 'hub.js')], { cwd: at(), env, stdio: 'inherit' });
}

let last = Promise.resolve();
const startAfterBuild = {
	name: 'start-after-build',
	setup(build) {
		build.onEnd(({ errors }) => {
			if (errors.length === 0) last = last.then(restart);
		});
	},
};
const watching = await context({
	...hubBundle,
	entryPoints: hubBundle.entryPoints.filter((one) => one.out === 'hub' || one.in.endsWith('.wasm')),
	outdir: BUILT,
	plugins: [...hubBundle.plugins, startAfterBuild],
});
await watching.watch();
const vite = spawn(process.execPath, [at('node_modules/vite/bin/vite.js'), 'dev', '--strictPort', '--port=5173'], {
	cwd: at(),
	stdio: ['ignore', 'inherit', 'inherit'],
});
vite.once('exit', () => void end());
say(`The dashboard, with its sources live: ${DASHBOARD}`);

async function end() {
	if (ending) return;
	ending = true;
	vite.kill('SIGTERM');
	await watching.dispose();
	await last.then(restart);
	process.exit(0);
}
process.on('SIGINT', end).on('SIGTERM', end);

import { type ChildProcess, spawn } from 'node:child_process';
import { copyFile, rename } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'esbuild';

const ROOT = join(import.meta.dirname, '../..');
const MODULE = 'hub/virtual-board/machine/board.wasm';

let bundles = 0;

export interface BundledProcess {
	child: ChildProcess;
	/** the JSON of its next line on stdout; fails if the process ends before */
	line<T>(): Promise<T>;
	stop(): void;
}

/** Bundles a TypeScript file of this project with all it imports; returns the path of the bundle. */
export async function bundle(entry: string): Promise<string> {
	const bundled = join(ROOT, '.cache/bench', `${basename(entry, '.ts')}.mjs`);
	const outfile = `${bundled}.${process.pid}-${bundles++}`;
	await build({
		absWorkingDir: ROOT,
		entryPoints: [entry],
		outfile,
		bundle: true,
		packages: 'external',
		format: 'esm',
		platform: 'node',
		target: 'node20',
		tsconfigRaw: {},
		logLevel: 'warning',
	});
	// Virtual boards look for the module beside the bundle.
	await copyFile(join(ROOT, MODULE), `${outfile}.wasm`);
	await rename(`${outfile}.wasm`, join(dirname(bundled), basename(MODULE)));
	// Renamed, since another test may be running or making the same bundle.
	await rename(outfile, bundled);
	return bundled;
}

/** Runs a TypeScript file of this project as a process of its own, with `input` as JSON on stdin. */
export async function spawnBundled(entry: string, input?: unknown): Promise<BundledProcess> {
	const outfile = await bundle(entry);
	const child = spawn(process.execPath, [outfile], { cwd: ROOT, stdio: ['pipe', 'pipe', 'inherit'] });
	if (input !== undefined) child.stdin.end(JSON.stringify(input));
	const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
	return {
		child,
		async line<T>() {
			const { value, done } = (await lines.next()) as IteratorResult<string, undefined>;
			if (done) throw new Error(`${entry} ended before it said anything.`);
			return JSON.parse(value) as T;
		},
		stop: () => void child.kill('SIGKILL'),
	};
}

import { type ChildProcess, spawn } from 'node:child_process';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'esbuild';

const ROOT = join(import.meta.dirname, '../..');

export interface BundledProcess {
	child: ChildProcess;
	/** the JSON of its next line on stdout; fails where it ends before */
	line<T>(): Promise<T>;
	stop(): void;
}

/** Runs a TypeScript file of this project as a process of its own; it gets one JSON value on stdin where there is one. */
export async function spawnBundled(entry: string, input?: unknown): Promise<BundledProcess> {
	const outfile = join(ROOT, '.cache/bench', `${basename(entry, '.ts')}.mjs`);
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

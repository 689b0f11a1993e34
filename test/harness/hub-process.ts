import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { freePort } from './network/free-port.ts';

const ROOT = join(import.meta.dirname, '../..');
/** As in `npm start` and the Dockerfile. Without these settings the hub keeps 50 MB more after a flood. */
export const NODE_FLAGS = ['--max-semi-space-size=2'];
export const MALLOC = { MALLOC_ARENA_MAX: '1', MALLOC_MMAP_THRESHOLD_: '131072' };
/** A start that takes longer has failed. */
const START_TIMEOUT_MS = 60_000;

/** The built hub as a process of its own, as a household runs it: for signals, kill -9, start time and memory. */
export class HubProcess {
	readonly data: string;
	port = 0;
	/** everything it wrote, for messages of failed tests */
	output = '';
	/** where tests reach it */
	host = '127.0.0.1';
	/** a program, with its arguments, that runs the hub, such as `nsenter` */
	under: readonly string[] = [];
	#env: Record<string, string>;
	#program: string;
	#child: ChildProcess | undefined;

	/** `env` is read again at every start. */
	constructor(env: Record<string, string> = {}, program = join(ROOT, 'dist/hub.js')) {
		this.data = mkdtempSync(join(tmpdir(), 'mooring-hub-'));
		this.#env = env;
		this.#program = program;
	}

	get origin(): string {
		return `http://${this.host}:${this.port}`;
	}

	get pid(): number {
		return this.#child?.pid ?? 0;
	}

	/** The set-up code in the data folder. */
	get setUpCode(): string {
		return /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(readFileSync(join(this.data, 'setup-code'), 'utf8'))![0];
	}

	/** Starts it (again), on the port it had before. Resolves when it listens, with the milliseconds that took. */
	async start(): Promise<number> {
		this.port ||= await freePort();
		const began = performance.now();
		const [program, ...before] = [...this.under, process.execPath];
		const child = spawn(program!, [...before, ...NODE_FLAGS, this.#program], {
			cwd: ROOT,
			env: {
				...process.env,
				...MALLOC,
				MOORING_DATA: this.data,
				MOORING_HOST: '127.0.0.1',
				MOORING_PORT: String(this.port),
				MOORING_MDNS: 'off',
				MOORING_LOG: 'info',
				...this.#env,
			},
			stdio: ['pipe', 'pipe', 'pipe'],
		});
		this.#child = child;
		child.stdin!.on('error', () => undefined); // the process has ended: 'exit' says so
		child.stderr!.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
		await new Promise<void>((resolve, reject) => {
			const timer = setTimeout(() => reject(new Error(`the hub did not start:\n${this.output}`)), START_TIMEOUT_MS);
			child.once('exit', (code) => reject(new Error(`the hub ended with ${code}:\n${this.output}`)));
			createInterface({ input: child.stdout! }).on('line', (line) => {
				this.output += `${line}\n`;
				if (!line.includes('"listening"')) return;
				clearTimeout(timer);
				resolve();
			});
		});
		return performance.now() - began;
	}

	/** Writes one line to its input. */
	tell(line: string): void {
		this.#child?.stdin!.write(`${line}\n`);
	}

	/** kill -9: it closes nothing and writes nothing. */
	async kill(): Promise<void> {
		await this.#end('SIGKILL');
	}

	/** Stops it as Docker does. Resolves with exit code and milliseconds. */
	async stop(): Promise<{ code: number | null; ms: number }> {
		const began = performance.now();
		const code = await this.#end('SIGTERM');
		return { code, ms: performance.now() - began };
	}

	/** Kills it and removes its data. */
	async remove(): Promise<void> {
		await this.#end('SIGKILL');
		rmSync(this.data, { recursive: true, force: true });
	}

	async #end(signal: NodeJS.Signals): Promise<number | null> {
		const child = this.#child;
		if (!child || child.exitCode !== null || child.signalCode !== null) return child?.exitCode ?? null;
		const gone = once(child, 'exit') as Promise<[number | null]>;
		child.kill(signal);
		return (await gone)[0];
	}
}

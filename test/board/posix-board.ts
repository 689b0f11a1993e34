import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const PROGRAM = join(import.meta.dirname, '../../.cache/firmware/host/mooring-board');

/** The firmware's posix board as a process of its own, its flash a file in a temporary folder. */
export class PosixBoard {
	readonly folder = mkdtempSync(join(tmpdir(), 'mooring-firmware-'));
	/** every line it said, over all its starts */
	readonly lines: string[] = [];
	#hub: string;
	#child: ChildProcess | undefined;
	#waiting = new Set<() => void>();

	/** `hub` is HOST:PORT, or an origin. */
	constructor(hub: string) {
		this.#hub = hub.replace(/^http:\/\//, '');
	}

	/** Switches it on; with a config file, that is flashed before. */
	start(configFile?: Uint8Array, ...more: string[]): this {
		if (!existsSync(PROGRAM)) throw new Error('The posix board is not built: `npm test` builds it.');
		const config = join(this.folder, 'board.mooring');
		if (configFile) writeFileSync(config, configFile);
		const child = spawn(
			PROGRAM,
			['--flash', this.flash, '--hub', this.#hub, ...(configFile ? ['--config', config] : []), ...more],
			{ stdio: ['pipe', 'pipe', 'pipe'] },
		);
		this.#child = child;
		for (const stream of [child.stdout, child.stderr])
			createInterface({ input: stream }).on('line', (line) => this.#said(line));
		return this;
	}

	get flash(): string {
		return join(this.folder, 'flash');
	}

	/** Another address for the next start. */
	moveTo(hub: string): void {
		this.#hub = hub.replace(/^http:\/\//, '');
	}

	/** Moves a wall switch. */
	pin(pin: number, level: 'high' | 'low'): void {
		this.#child!.stdin!.write(`pin ${pin} ${level}\n`);
	}

	/** Resolves with the first line after the `from`th that matches. */
	async said(what: RegExp, from = 0, ms = 10_000): Promise<string> {
		const find = () => this.lines.slice(from).find((line) => what.test(line));
		await new Promise<void>((resolve, reject) => {
			const check = () => {
				if (find() === undefined) return;
				clearTimeout(timer);
				this.#waiting.delete(check);
				resolve();
			};
			const timer = setTimeout(() => {
				this.#waiting.delete(check);
				reject(new Error(`the board did not say ${what} in ${ms} ms:\n${this.lines.join('\n')}`));
			}, ms);
			this.#waiting.add(check);
			check();
		});
		return find()!;
	}

	/** The plug is pulled. */
	async cutPower(): Promise<void> {
		await this.#end('SIGKILL');
	}

	/** As its owner stops it: with a goodbye. */
	async stop(): Promise<number | null> {
		return this.#end('SIGTERM');
	}

	async remove(): Promise<void> {
		await this.#end('SIGKILL');
		rmSync(this.folder, { recursive: true, force: true });
	}

	/** How it ended by itself. */
	async ended(): Promise<number | null> {
		const child = this.#child!;
		if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
		return child.exitCode;
	}

	async #end(signal: NodeJS.Signals): Promise<number | null> {
		const child = this.#child;
		if (!child || child.exitCode !== null || child.signalCode !== null) return child?.exitCode ?? null;
		const gone = once(child, 'exit') as Promise<[number | null]>;
		child.kill(signal);
		return (await gone)[0];
	}

	#said(line: string): void {
		this.lines.push(line);
		for (const check of [...this.#waiting]) check();
	}
}

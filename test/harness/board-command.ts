import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');

/** `npm run board -- CONFIG`, as a person runs it: a process of its own that keeps its state beside its config file. */
export class BoardCommand {
	#folder = mkdtempSync(join(tmpdir(), 'mooring-board-'));
	#hub: string;
	#child: ChildProcess | undefined;

	/** `hub` is HOST:PORT. */
	constructor(configFile: Uint8Array, hub: string) {
		this.#hub = hub;
		writeFileSync(join(this.#folder, 'board.mooring'), configFile);
	}

	start(): void {
		const file = join(this.#folder, 'board.mooring');
		this.#child = spawn(process.execPath, [join(ROOT, 'dist/board.js'), file, '--hub', this.#hub], { stdio: 'ignore' });
	}

	/** As when its plug is pulled, but that the machine closes its socket. */
	async kill(): Promise<void> {
		const child = this.#child;
		if (!child || child.exitCode !== null || child.signalCode !== null) return;
		const gone = once(child, 'exit');
		child.kill('SIGKILL');
		await gone;
	}

	async remove(): Promise<void> {
		await this.kill();
		rmSync(this.#folder, { recursive: true, force: true });
	}
}

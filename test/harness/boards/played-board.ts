import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Waiting } from '../waiting.ts';

/** A wall switch, as wired to its board. */
export interface Wiring {
	id: number;
	gpio: number;
	activeLow: boolean;
}

/** A board that runs as a process of this machine; its files lie in a temporary folder. */
export abstract class PlayedBoard {
	readonly folder = mkdtempSync(join(tmpdir(), 'mooring-board-'));
	/** every line it said, over all its starts */
	readonly lines: string[] = [];
	#hub: string;
	/** called with every line, in order */
	onLine: ((line: string) => void) | undefined;
	/** how often it was switched on */
	starts = 0;
	protected child: ChildProcess | undefined;
	/** settles when it has ended and all its output was read */
	#gone: Promise<unknown> | undefined;
	#waiting = new Waiting();

	/** `hub` is HOST:PORT, or an origin. */
	constructor(hub: string) {
		this.#hub = addressOf(hub);
	}

	/** Program and arguments of a start; `flashed`: a config file was written before it. */
	protected abstract command(hub: string, flashed: boolean): [program: string, args: string[]];

	/** Moves a wall switch. */
	abstract wallSwitch(input: Wiring, closed: boolean): void;

	/** How a relay's output, off at first, was switched, over all starts. */
	switched({ gpio }: { id: number; gpio: number }): ('on' | 'off')[] {
		const states = this.lines
			.map((line) => /^pin (\d+) is (high|low)$/.exec(line))
			.filter((told) => Number(told?.[1]) === gpio)
			.map((told) => told![2] === 'high');
		return changesOf(states);
	}

	/** Switches it on, after flashing the config file if there is one. */
	start(configFile?: Uint8Array): this {
		if (configFile) writeFileSync(this.config, configFile);
		const [program, args] = this.command(this.#hub, configFile !== undefined);
		const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'pipe'] });
		child.stdin.on('error', () => undefined); // the process has ended
		this.child = child;
		this.#gone = once(child, 'close');
		this.starts++;
		for (const stream of [child.stdout, child.stderr])
			createInterface({ input: stream }).on('line', (line) => this.#said(line));
		return this;
	}

	get config(): string {
		return join(this.folder, 'board.mooring');
	}

	/** Another address for the next start. */
	moveTo(hub: string): void {
		this.#hub = addressOf(hub);
	}

	protected type(line: string): void {
		this.child!.stdin!.write(`${line}\n`);
	}

	/** Resolves with the first line after the `from`th that matches. */
	async said(what: RegExp, from = 0, ms = 10_000): Promise<string> {
		const find = () => this.lines.slice(from).find((line) => what.test(line));
		const failure = () => `the board did not say ${what} in ${ms} ms:\n${this.lines.join('\n')}`;
		await this.#waiting.until(() => find() !== undefined, ms, failure);
		return find()!;
	}

	/** Like pulling its plug, except that the machine closes its socket. */
	async cutPower(): Promise<void> {
		await this.#end('SIGKILL');
	}

	/** Stops it as its owner would: with a goodbye. */
	async stop(): Promise<number | null> {
		return this.#end('SIGTERM');
	}

	/** Waits until it ends by itself; its exit code. */
	async ended(): Promise<number | null> {
		await this.#gone;
		return this.child!.exitCode;
	}

	get pid(): number {
		return this.child?.pid ?? 0;
	}

	/** Whether it runs. */
	get isOn(): boolean {
		return this.child !== undefined && this.child.exitCode === null && this.child.signalCode === null;
	}

	async remove(): Promise<void> {
		await this.#end('SIGKILL');
		rmSync(this.folder, { recursive: true, force: true });
	}

	/** The part of a line that the board itself wrote. */
	protected word(line: string): string {
		return line;
	}

	async #end(signal: NodeJS.Signals): Promise<number | null> {
		this.child?.kill(signal);
		await this.#gone;
		return this.child?.exitCode ?? null;
	}

	#said(line: string): void {
		this.lines.push(this.word(line));
		this.onLine?.(line);
		this.#waiting.changed();
	}
}

/** The changes in a sequence of states of an output that is off at first. */
export function changesOf(states: boolean[]): ('on' | 'off')[] {
	return states.filter((on, index) => on !== (states[index - 1] ?? false)).map((on) => (on ? 'on' : 'off'));
}

function addressOf(hub: string): string {
	return hub.replace(/^http:\/\//, '');
}

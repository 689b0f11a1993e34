import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, constants } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Network } from '../../harness/network/network.ts';

const PROGRAM = join(import.meta.dirname, 'wire.py');

/** What a wire does to what it carries. */
export interface Bad {
	/** ms; the delay is up to `jitter` longer, so that packets overtake each other */
	delay: number;
	jitter: number;
	/** percent of all packets */
	loss: number;
	repeat: number;
	/** nothing comes through, and nobody is told */
	cut: boolean;
}

/** Packets, so far. */
export interface Done {
	carried: number;
	lost: number;
	repeated: number;
	overtaken: number;
}

export const GOOD: Bad = { delay: 0, jitter: 0, loss: 0, repeat: 0, cut: false };

/** A wire between two machines of a network that carries real packets late, twice, in another order, or not at all. */
export class Wire {
	#child: ChildProcess;
	#lines: AsyncIterator<string>;

	private constructor(child: ChildProcess) {
		this.#child = child;
		this.#lines = createInterface({ input: child.stdout! })[Symbol.asyncIterator]();
	}

	/** Why it cannot be made here; undefined: it can. */
	static missing(): string | undefined {
		if (!Network.canBe()) return 'networks of their own take root and iproute2 (Debian: apt-get install iproute2)';
		if (spawnSync('python3', ['-V']).error) return 'it needs python3 (Debian: apt-get install python3)';
		try {
			accessSync('/dev/net/tun', constants.R_OK | constants.W_OK);
			return undefined;
		} catch {
			return 'it needs /dev/net/tun';
		}
	}

	/** Makes two interfaces of these names, to be moved to the machines that it connects. */
	static async start(names: readonly [string, string], seed: number): Promise<Wire> {
		const child = spawn('python3', [PROGRAM, ...names, String(seed)], { stdio: ['pipe', 'pipe', 'inherit'] });
		const wire = new Wire(child);
		await wire.#line();
		return wire;
	}

	async become(bad: Bad): Promise<Done> {
		this.#child.stdin!.write(`${JSON.stringify(bad)}\n`);
		return this.#line();
	}

	async remove(): Promise<void> {
		const gone = once(this.#child, 'exit');
		if (this.#child.kill('SIGKILL')) await gone;
	}

	async #line(): Promise<Done> {
		const { value, done } = (await this.#lines.next()) as IteratorResult<string, undefined>;
		if (done) throw new Error('the wire has ended');
		return JSON.parse(value) as Done;
	}
}

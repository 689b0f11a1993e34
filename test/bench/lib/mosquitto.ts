import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawnBundled } from '../../harness/bundled-process.ts';
import { freePort } from '../../harness/network/free-port.ts';

/** Debian installs it where not every path looks. */
const PROGRAMS = ['mosquitto', '/usr/sbin/mosquitto'];
const START_MS = 5_000;

export interface Mosquitto {
	port: number;
	/** a board that does what it is told, in a process of its own */
	addBoard(): Promise<void>;
	stop(): void;
}

/** Starts a Mosquitto with one listener, no password and no disk; undefined if none is installed. */
export async function startMosquitto(): Promise<Mosquitto | undefined> {
	const port = await freePort();
	const folder = mkdtempSync(join(tmpdir(), 'mooring-mosquitto-'));
	const config = join(folder, 'mosquitto.conf');
	writeFileSync(config, `listener ${port} 127.0.0.1\nallow_anonymous true\npersistence false\nset_tcp_nodelay true\n`);
	const broker = await firstThatStarts(config);
	if (!broker) {
		rmSync(folder, { recursive: true });
		return undefined;
	}
	const others: { stop(): void }[] = [];
	const stop = () => {
		for (const { stop } of others) stop();
		broker.kill('SIGKILL');
		rmSync(folder, { recursive: true, force: true });
	};
	try {
		await listens(port);
	} catch (error) {
		stop();
		throw error;
	}
	return {
		port,
		async addBoard() {
			const board = await spawnBundled('test/bench/lib/mqtt-board.ts', { port });
			others.push(board);
			await board.line();
		},
		stop,
	};
}

async function firstThatStarts(config: string): Promise<ChildProcess | undefined> {
	for (const program of PROGRAMS) {
		const child = spawn(program, ['-c', config], { stdio: 'ignore' });
		if (await once(child, 'spawn').catch(() => undefined)) return child;
	}
	return undefined;
}

async function listens(port: number): Promise<void> {
	const tooLate = performance.now() + START_MS;
	for (;;) {
		const socket = connect(port, '127.0.0.1');
		const open = await once(socket, 'connect').catch(() => undefined);
		socket.destroy();
		if (open) return;
		if (performance.now() > tooLate) throw new Error('Mosquitto does not listen.');
		await new Promise((resolve) => setTimeout(resolve, 20));
	}
}

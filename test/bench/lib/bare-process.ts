import { spawnBundled } from '../../harness/bundled-process.ts';

export interface BareRelay {
	port: number;
	pid: number;
	/** a board that sends back what it receives, in a process of its own */
	addEcho(): Promise<void>;
	/** `count` sockets that send nothing, held by one process */
	addIdle(count: number): Promise<void>;
	stop(): void;
}

export async function startBareRelay(): Promise<BareRelay> {
	const relay = await spawnBundled('test/bench/lib/bare-relay.ts');
	const { port } = await relay.line<{ port: number }>();
	const origin = `ws://127.0.0.1:${port}`;
	const others: { stop(): void }[] = [];
	const add = async (entry: string, input: unknown) => {
		const other = await spawnBundled(entry, input);
		others.push(other);
		await other.line();
	};
	return {
		port,
		pid: relay.child.pid!,
		addEcho: () => add('test/bench/lib/bare-board.ts', { url: `${origin}/board` }),
		addIdle: (count) => add('test/bench/lib/bare-idle.ts', { url: `${origin}/idle`, count }),
		stop() {
			for (const process of [...others, relay]) process.stop();
		},
	};
}

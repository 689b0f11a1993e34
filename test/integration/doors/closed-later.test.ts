import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { expect, it } from 'vitest';
import { spawnBundled } from '../../harness/bundled-process.ts';

const CONNECTIONS = 13_500;
const AT_A_TIME = 50;
/** What they would leave behind if they were closed by `setImmediate`: 470 bytes each, hence 7 MB. */
const GROWTH_MAX_KB = 3_500;

it('a connection that is closed in a later turn leaves no memory behind', async () => {
	const server = await spawnBundled('test/harness/doors/closing-server.ts');
	try {
		const port = await server.line<number>();
		await openAndLose(port, CONNECTIONS / 5); // the process reaches its size
		const before = memoryKb(server.child.pid!);
		await openAndLose(port, CONNECTIONS);
		expect(memoryKb(server.child.pid!) - before).toBeLessThan(GROWTH_MAX_KB);
	} finally {
		server.stop();
	}
});

async function openAndLose(port: number, count: number): Promise<void> {
	let left = count;
	const next = async () => {
		while (left-- > 0)
			await new Promise<void>((resolve) => {
				const socket = connect(port, '127.0.0.1', () => socket.write('GET / HTTP/1.1\r\nHost: hub\r\n\r\n'));
				socket.on('error', () => undefined).on('close', () => resolve());
				socket.resume();
			});
	};
	await Promise.all(Array.from({ length: AT_A_TIME }, next));
}

function memoryKb(pid: number): number {
	return Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
}

import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';

/**
 * A port on which nobody listens. Tests give hubs a number and not 0, since a port that was found by 0 may not be bound
 * again at once, and these hubs restart.
 */
export function freePort(): Promise<number> {
	return new Promise((resolve, reject) => {
		const server = createServer().once('error', reject);
		server.listen(0, '127.0.0.1', () => {
			const { port } = server.address() as AddressInfo;
			server.close(() => resolve(port));
		});
	});
}

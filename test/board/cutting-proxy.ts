import { type AddressInfo, type Server, type Socket, connect, createServer } from 'node:net';
import { once } from 'node:events';

/** A line to the hub whose first connection breaks after so many bytes of both directions together; later ones hold. */
export class CuttingProxy {
	#server: Server;
	#sockets = new Set<Socket>();
	#left: number;
	/** the first connection did break */
	wasCut = false;

	private constructor(target: number, cutAfter: number) {
		this.#left = cutAfter;
		let first = true;
		this.#server = createServer((near) => {
			const far = connect(target, '127.0.0.1');
			const counts = first;
			first = false;
			this.#join(near, far, counts);
			this.#join(far, near, counts);
		});
	}

	static async start(target: number, cutAfter: number): Promise<CuttingProxy> {
		const proxy = new CuttingProxy(target, cutAfter);
		proxy.#server.listen(0, '127.0.0.1');
		await once(proxy.#server, 'listening');
		return proxy;
	}

	get address(): string {
		return `127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
	}

	/** How many bytes more the first connection would have carried. */
	get left(): number {
		return this.#left;
	}

	close(): void {
		this.#server.close();
		for (const socket of this.#sockets) socket.destroy();
	}

	#join(from: Socket, to: Socket, counts: boolean): void {
		this.#sockets.add(from);
		from.setNoDelay(true);
		from.on('error', () => undefined); // the end of a line, told by `close`
		from.on('close', () => to.destroy());
		from.on('data', (data: Buffer) => {
			const part = counts ? data.subarray(0, this.#left) : data;
			to.write(part);
			if (!counts) return;
			this.#left -= part.length;
			if (part.length === data.length) return;
			this.wasCut = true;
			to.end(() => to.destroy());
			from.destroy();
		});
	}
}

import { type Server, createServer, request } from 'node:http';
import { freePort } from './free-port.ts';

/** A badly configured reverse proxy, as many people have at first: requests pass, WebSocket upgrades do not. */
export class StrippingProxy {
	origin = '';
	#hub: URL;
	#server: Server;

	constructor(hub: string) {
		this.#hub = new URL(hub);
		this.#server = createServer((asked, answer) => {
			const headers = { ...asked.headers, host: this.#hub.host };
			if (headers.origin) headers.origin = this.#hub.origin;
			const { hostname, port } = this.#hub;
			const onward = request({ hostname, port, method: asked.method, path: asked.url, headers }, (answered) => {
				answer.writeHead(answered.statusCode ?? 502, answered.headers);
				answered.pipe(answer);
			});
			onward.on('error', () => answer.writeHead(502).end());
			asked.pipe(onward);
		});
		this.#server.on('upgrade', (_, socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
	}

	async start(): Promise<this> {
		const port = await freePort();
		await new Promise<void>((done) => this.#server.listen(port, '127.0.0.1', done));
		this.origin = `http://127.0.0.1:${port}`;
		return this;
	}

	stop(): Promise<unknown> {
		this.#server.closeAllConnections();
		return new Promise((done) => this.#server.close(done));
	}
}

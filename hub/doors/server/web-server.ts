import { createRequire } from 'node:module';
import type * as UWebSockets from 'uWebSockets.js';
import { Events } from '../../base/events.ts';
import type { DoorEvents } from '../../operation/door-facts.ts';
import { endHead } from './bodies/send-whole.ts';
import { statusLine } from './error-status.ts';
import { NO_SNIFFING } from './refuse.ts';
import { type DoorApp, guardApp } from './guarded-app.ts';
import { MAX_HEADERS_BYTES } from './limits/header-limit.ts';
import { KnownNetworks } from './limits/known-networks.ts';
import { RareLog } from './rare-log.ts';
import { refuse } from './refuse.ts';
import { EveryApp } from './secure/every-app.ts';
import { SecurePort } from './secure/secure-port.ts';
import { RequestAllowance, type RequestAllowanceOptions } from './limits/request-allowance.ts';
import { PlainConnections, type PlainConnectionsOptions } from './limits/plain-connections.ts';

// uWebSockets.js reads this once, when it is loaded. An import would load it before this line, so it is required below.
process.env.UWS_HTTP_MAX_HEADERS_SIZE = String(MAX_HEADERS_BYTES);

/** uWebSockets.js with this hub's limits. */
export const uWS = createRequire(import.meta.url)('uWebSockets.js') as typeof UWebSockets;

/** The web server that all doors share. */
export class WebServer {
	/** the doors add their routes to this */
	readonly app: DoorApp;
	/** for lines that anybody may cause */
	readonly log: RareLog;
	/** what the doors tell of themselves */
	readonly facts: DoorEvents;
	/** whose connections are not a stranger's */
	readonly known = new KnownNetworks();
	/** HTTPS, while it is on */
	readonly secure: SecurePort;
	#server = uWS.App();
	#apps = new EveryApp();
	#connections: PlainConnections;
	#listening: UWebSockets.us_listen_socket | false = false;

	constructor(options: Omit<PlainConnectionsOptions, 'known'> & Omit<RequestAllowanceOptions, 'clock' | 'known'>) {
		this.#apps.add(this.#server, { isSecure: false });
		this.secure = new SecurePort({ uWS, apps: this.#apps, clock: options.clock });
		this.#connections = new PlainConnections(this.#apps.app, { ...options, known: this.known });
		this.log = new RareLog(options.clock, options.log);
		this.facts = new Events((error) => this.log.error({ err: error }, 'internal error in an event listener'));
		this.app = guardApp(
			this.#apps.app,
			this.log,
			this.#connections,
			new RequestAllowance({ ...options, known: this.known }),
		);
	}

	/**
	 * Returns the port it listens on; undefined if that is taken. By default uWebSockets.js shares a port between processes.
	 * Its types know the option against that only for `listen` without a host.
	 */
	async listen(host: string, port: number): Promise<number | undefined> {
		const { LIBUS_LISTEN_EXCLUSIVE_PORT } = uWS as unknown as { LIBUS_LISTEN_EXCLUSIVE_PORT: number };
		type Listen = (
			host: string,
			port: number,
			options: number,
			listening: (socket: UWebSockets.us_listen_socket | false) => void,
		) => void;
		this.#listening = await new Promise<UWebSockets.us_listen_socket | false>((resolve) =>
			(this.#server.listen as unknown as Listen).call(this.#server, host, port, LIBUS_LISTEN_EXCLUSIVE_PORT, resolve),
		);
		return this.#listening ? uWS.us_socket_local_port(this.#listening) : undefined;
	}

	/** Accepts no new connections; present ones go on. */
	stopListening(): void {
		if (this.#listening) uWS.us_listen_socket_close(this.#listening);
		this.#listening = false;
		this.secure.stopListening();
	}

	close(): void {
		this.secure.end();
		this.#server.close();
		this.#connections.stop();
		this.log.flush();
	}
}

/** The health check for Docker and other monitors. */
export function answerHealth(app: DoorApp, isStopping: () => boolean): void {
	app.any('/healthz', (res, req) => {
		const method = req.getMethod();
		if (method !== 'get' && method !== 'head')
			return refuse(res, 405, 'This can only be read.', [['allow', 'GET, HEAD']]);
		const body = JSON.stringify({ ok: !isStopping() });
		res.writeStatus(statusLine(isStopping() ? 503 : 200)).writeHeader('content-type', 'application/json');
		res.writeHeader(...NO_SNIFFING);
		if (method === 'head') endHead(res, Buffer.byteLength(body));
		else res.end(body);
	});
}

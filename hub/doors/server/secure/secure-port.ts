import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type * as UWebSockets from 'uWebSockets.js';
import type { Clock, Timer } from '../../../base/clock.ts';
import type { EveryApp } from './every-app.ts';

/** TLS 1.3, which has ciphers of its own, and of 1.2 what Mozilla's guide calls intermediate. */
const CIPHERS = [
	'ECDHE-ECDSA-AES128-GCM-SHA256',
	'ECDHE-RSA-AES128-GCM-SHA256',
	'ECDHE-ECDSA-AES256-GCM-SHA384',
	'ECDHE-RSA-AES256-GCM-SHA384',
	'ECDHE-ECDSA-CHACHA20-POLY1305',
	'ECDHE-RSA-CHACHA20-POLY1305',
].join(':');
/** Certificates whose connections go on. When there is one more, those of the oldest are closed, and come back. */
const MAX_APPS = 4;
/** When HTTPS is turned off, requests that were received already are answered in this time. */
const DRAIN_MS = 2_000;
const SECRET_FILE = 0o600;

/** As PEM; the certificate with its chain. */
interface Credentials {
	certificate: string;
	key: string;
}

interface Listening {
	app: UWebSockets.TemplatedApp;
	socket: UWebSockets.us_listen_socket;
	host: string;
	port: number;
}

export interface SecurePortOptions {
	uWS: typeof UWebSockets;
	apps: EveryApp;
	clock: Clock;
}

/**
 * The port for HTTPS. uWebSockets.js decrypts by itself, so that addresses of clients and all limits are those of plain
 * HTTP. An app keeps its certificate: for another one a new app takes over the port, and the old one keeps its connections.
 */
export class SecurePort {
	#options: SecurePortOptions;
	/** the latest last */
	#apps: UWebSockets.TemplatedApp[] = [];
	#listening: Listening | undefined;
	#draining: Timer | undefined;

	constructor(options: SecurePortOptions) {
		this.#options = options;
	}

	/** 0 while it is closed */
	get port(): number {
		return this.#listening?.port ?? 0;
	}

	/** False if the port is taken or may not be opened. Throws if the web server cannot use these credentials. */
	async open(host: string, port: number, credentials: Credentials): Promise<boolean> {
		this.#draining?.cancel();
		const free = await freePort(host, port);
		if (free === undefined) return false;
		return this.#listen(host, free, credentials);
	}

	/** For new connections; present ones go on with the certificate they have. */
	async exchange(credentials: Credentials): Promise<void> {
		const before = this.#listening;
		if (!before) return;
		if (!(await this.#listen(before.host, before.port, credentials)))
			throw new Error(`Port ${before.port} cannot be listened on with another certificate.`);
		this.#options.uWS.us_listen_socket_close(before.socket);
		for (const app of this.#apps.splice(0, this.#apps.length - MAX_APPS)) this.#close(app);
	}

	/** Accepts no new connections. Present ones are closed a moment later, when what they asked for was answered. */
	close(): void {
		if (!this.#listening) return;
		this.#options.uWS.us_listen_socket_close(this.#listening.socket);
		this.#listening = undefined;
		this.#draining = this.#options.clock.after(DRAIN_MS, () => this.#closeAll());
	}

	/** Accepts no new connections; present ones go on. */
	stopListening(): void {
		if (this.#listening) this.#options.uWS.us_listen_socket_close(this.#listening.socket);
		this.#listening = undefined;
	}

	/** Call when the hub stops. */
	end(): void {
		this.#draining?.cancel();
		this.stopListening();
		this.#closeAll();
	}

	#closeAll(): void {
		for (const app of this.#apps.splice(0)) this.#close(app);
	}

	#close(app: UWebSockets.TemplatedApp): void {
		this.#options.apps.remove(app);
		app.close();
	}

	async #listen(host: string, port: number, credentials: Credentials): Promise<boolean> {
		const app = this.#makeApp(credentials);
		this.#options.apps.add(app, { isSecure: true });
		// Not exclusive: the app before it still listens, so that no browser is refused in between.
		const socket = await new Promise<UWebSockets.us_listen_socket | false>((resolve) =>
			app.listen(host, port, resolve),
		);
		if (!socket) {
			this.#close(app);
			return false;
		}
		this.#apps.push(app);
		this.#listening = { app, socket, host, port };
		return true;
	}

	/** uWebSockets.js takes files alone, and reads them at once: they are there for a moment, and only for the hub's user. */
	#makeApp({ certificate, key }: Credentials): UWebSockets.TemplatedApp {
		const folder = mkdtempSync(join(tmpdir(), 'mooring-tls-')); // mode 0700
		try {
			const [certificateFile, keyFile] = [join(folder, 'certificate'), join(folder, 'key')];
			writeFileSync(certificateFile, certificate, { mode: SECRET_FILE });
			writeFileSync(keyFile, key, { mode: SECRET_FILE });
			return this.#options.uWS.SSLApp({
				cert_file_name: certificateFile,
				key_file_name: keyFile,
				ssl_ciphers: CIPHERS,
				ssl_prefer_low_memory_usage: true,
			});
		} finally {
			rmSync(folder, { recursive: true, force: true });
		}
	}
}

/** The port if nobody listens on it; for 0 a free one. Apps of this port share it, so another program must be ruled out first. */
async function freePort(host: string, port: number): Promise<number | undefined> {
	const server = createServer();
	const found = await new Promise<number | undefined>((resolve) => {
		server.once('error', () => resolve(undefined));
		server.listen({ host, port, exclusive: true }, () => resolve((server.address() as AddressInfo).port));
	});
	await new Promise((resolve) => server.close(resolve));
	return found;
}

import {
	type BoardConfig,
	Credential,
	type FromDevice,
	type FromHub,
	type Hello,
	type Provision,
	type Welcome,
} from '../../protocol/device_pb.ts';
import type { Clock, Timer } from '../base/clock.ts';
import type { Random } from '../base/random.ts';
import { Backoff } from './backoff.ts';
import { Connection, type OpenSocket } from './connection.ts';
import type { KeysFile } from './keys-file.ts';

/** Close codes of protocol/README.md that a board acts upon. */
const RECONNECT = 4000;
const FIRST_REFUSAL = 4400;
/** HTTP statuses in the place of a WebSocket: these refuse the board or its address, whatever its key; 503 does not. */
const REFUSING_STATUS = new Set([403, 426, 429]);
/** How long the hub may take to close after Provisioned before the board comes back by itself. */
const PROVISIONED_WAIT_MS = 10_000;

export interface HubLinkOptions {
	config: BoardConfig;
	keys: KeysFile;
	/** "HOST:PORT" in the place of what the config file says */
	hub: string | undefined;
	clock: Clock;
	random: Random;
	openSocket: OpenSocket;
	hello: () => Hello;
	/** the first thing that is sent then must be a Beat */
	welcomed: (welcome: Welcome) => void;
	heard: (message: FromHub) => void;
	lost: () => void;
	log: (text: string) => void;
}

interface Candidate {
	credential: Credential;
	keyId: Uint8Array;
	key: Uint8Array;
}

/** The way to the hub: which key at which address, and again and again, for as long as the board has power. */
export class HubLink {
	#options: HubLinkOptions;
	#backoff: Backoff;
	#connection: Connection | undefined;
	#retry: Timer | undefined;
	#provisioned: Timer | undefined;
	#tries = 0;
	#address = 0;
	/** on this link it has proved that it is this board's hub: its address is tried first again */
	#isProven = false;
	#comeBackAtOnce = false;
	#running = false;

	constructor(options: HubLinkOptions) {
		this.#options = options;
		this.#backoff = new Backoff(options.random);
	}

	start(): void {
		this.#running = true;
		this.#connect();
	}

	/** False: nobody is there to hear it. */
	send(message: FromDevice['message']): boolean {
		return this.#connection?.send(message) ?? false;
	}

	/** Closes the line; without `stop` the board comes back. */
	close(): void {
		this.#connection?.close();
	}

	/** As when the plug is pulled: not another word, and no coming back. */
	stop(): void {
		this.#running = false;
		this.#connection?.abandon();
		this.#connection = undefined;
		this.#retry?.cancel();
		this.#provisioned?.cancel();
	}

	/** A new key: into flash, back from there, told, and used as soon as the hub closes. False: the old one stays. */
	takeKey({ keyId, key }: Provision): boolean {
		const { keys, clock } = this.#options;
		if (!keys.addDeviceKey(keyId, key)) return false;
		this.#tries = 0;
		this.#comeBackAtOnce = true;
		this.send({ case: 'provisioned', value: { $typeName: 'mooring.v2.Provisioned', keyId } });
		this.#provisioned?.cancel();
		this.#provisioned = clock.after(PROVISIONED_WAIT_MS, () => this.close());
		return true;
	}

	/** Device keys, newest first, then the registration key until a device key was accepted once. */
	#candidates(): Candidate[] {
		const { keys, config } = this.#options;
		const stored = keys.deviceKeys;
		const device = stored.map(({ keyId, key }) => ({ credential: Credential.DEVICE, keyId, key }));
		if (stored.some(({ accepted }) => accepted)) return device;
		return [...device, { credential: Credential.REGISTRATION, keyId: config.keyId, key: config.key }];
	}

	#connect(): void {
		const { config, hub, clock, random, openSocket, hello, log } = this.#options;
		const addresses = hub
			? [hub]
			: config.hubs.map(({ host, port }) => `${host.includes(':') ? `[${host}]` : host}:${port}`);
		const candidates = this.#candidates();
		const candidate = candidates[this.#tries % candidates.length]!;
		const address = addresses[this.#address % addresses.length];
		if (address === undefined) return log('The config file names no hub. Give one with --hub HOST:PORT.');
		this.#isProven = false;
		const connection = new Connection({
			...candidate,
			url: `ws://${address}/device`,
			openSocket,
			clock,
			random,
			hello,
			opened: () => log(`found the hub at ${address}`),
			welcomed: (welcome) => {
				this.#connection = connection;
				this.#isProven = true;
				log('authenticated');
				this.#options.welcomed(welcome);
			},
			heard: (message) => this.#heard(message, candidate),
			closed: (code, words) => this.#closed(code, words, candidates.length),
		});
		this.#connection = connection;
	}

	#heard(message: FromHub, { credential, keyId }: Candidate): void {
		this.#backoff.reset();
		if (credential === Credential.DEVICE) {
			this.#options.keys.acceptDeviceKey(keyId);
			this.#tries = 0;
		}
		this.#options.heard(message);
	}

	#closed(code: number, words: string, candidates: number): void {
		const { clock, log, lost } = this.#options;
		this.#connection = undefined;
		this.#provisioned?.cancel();
		lost();
		if (!this.#running) return;
		const keyRefused = code >= FIRST_REFUSAL;
		const refused = keyRefused || REFUSING_STATUS.has(code);
		const atOnce = code === RECONNECT || this.#comeBackAtOnce;
		this.#comeBackAtOnce = false;
		if (keyRefused) this.#tries++;
		// Another key that has not been tried yet is tried at once; only when all were refused it gets slower.
		const moreKeys = keyRefused && this.#tries % candidates !== 0;
		const pause = atOnce || moreKeys ? 0 : refused ? this.#backoff.afterRefusal() : this.#backoff.afterLoss();
		// Nothing proves that who refused is the board's hub: it may live at the next address.
		if (!atOnce && !moreKeys && !this.#isProven) this.#address++;
		log(`${refused ? `refused (${code})` : 'disconnected'}: ${words}`);
		this.#retry = clock.after(pause, () => this.#connect());
	}
}

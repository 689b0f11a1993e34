import { create, fromBinary, toBinary } from '@bufbuild/protobuf';
import {
	type BoardConfig,
	BootReason,
	type Configure,
	ConfigureSchema,
	Credential,
	type FromHub,
	GoodbyeReason,
	type Hello,
	HelloSchema,
	type Provision,
	SensorType,
	Unit,
} from '../../protocol/device_pb.ts';
import { type Clock, type Timer, every } from '../base/clock.ts';
import type { Random } from '../base/random.ts';
import { Backoff } from './backoff.ts';
import { Connection, type OpenSocket } from './connection.ts';
import type { KeysFile } from './keys-file.ts';
import { openWs } from './open-ws.ts';
import type { RelayReport } from './relay.ts';
import { Relays } from './relays.ts';
import { DriftingTemperature, READ_EVERY_MS } from './sensor.ts';
import { whyImpossible } from './why-impossible.ts';

export const FIRMWARE_VERSION = '0.1.0';
/** Close codes of protocol/README.md that a board acts upon. */
const RECONNECT = 4000;
const FIRST_REFUSAL = 4400;
/** HTTP statuses in the place of a WebSocket: these refuse the board or its address, whatever its key; 503 does not. */
const REFUSING_STATUS = new Set([403, 426, 429]);
const DEFAULT_BEAT_MS = 2_000;
/** What a Pace may ask for; anything else is brought into it. */
const SHORTEST_BEAT_MS = 100;
const LONGEST_BEAT_MS = 60_000;
/** How long the hub may take to close after Provisioned before the board comes back by itself. */
const PROVISIONED_WAIT_MS = 10_000;
const REBOOT_MS = 300;

export interface VirtualBoardOptions {
	config: BoardConfig;
	keys: KeysFile;
	clock: Clock;
	random: Random;
	/** "HOST:PORT" in the place of what the config file says */
	hub?: string | undefined;
	/** relays come up as they were: for boards whose process is not their power */
	resume?: boolean;
	openSocket?: OpenSocket;
	log?: (text: string) => void;
}

interface Candidate {
	credential: Credential;
	keyId: Uint8Array;
	key: Uint8Array;
}

/** A board in software: the same protocol, keys, relays and stubbornness as a real one. */
export class VirtualBoard {
	#options: Required<Omit<VirtualBoardOptions, 'hub'>> & { hub: string | undefined };
	#backoff: Backoff;
	#relays!: Relays;
	#sensors = new Map<number, DriftingTemperature>();
	#configure: Configure;
	#connection: Connection | undefined;
	#timers: Timer[] = [];
	#beat: Timer | undefined;
	#retry: Timer | undefined;
	#provisioned: Timer | undefined;
	#bootId = 0n;
	#bootCount = 0;
	#bootReason = BootReason.POWER_ON;
	#bootedAt = 0;
	#welcomedAt = 0;
	#tries = 0;
	#address = 0;
	#comeBackAtOnce = false;
	#running = false;

	constructor(options: VirtualBoardOptions) {
		this.#options = { openSocket: openWs, log: () => undefined, hub: undefined, resume: false, ...options };
		this.#backoff = new Backoff(options.random);
		options.keys.whenUnwritable((words) => this.#options.log(`its state cannot be kept: ${words}`));
		const kept = options.keys.configure;
		this.#configure = kept ? fromBinary(ConfigureSchema, kept) : (options.config.configure ?? create(ConfigureSchema));
	}

	/** "ESP_" and the MAC. */
	get code(): string {
		return `ESP_${this.#options.keys.mac}`;
	}

	/** Power on: relays first, then the hub. */
	start(): void {
		if (this.#running) return;
		const { clock, keys, random } = this.#options;
		this.#running = true;
		this.#bootedAt = clock.mono();
		this.#bootCount = keys.countBoot();
		this.#bootId = Buffer.from(random.bytes(8)).readBigUInt64LE();
		this.#relays = new Relays({
			configs: this.#configure.relays,
			clock,
			resume: this.#options.resume,
			lastState: (id) => keys.lastRelay(id),
			keep: (id, on, end) => keys.keepRelay(id, on, end),
			tell: (report) => this.#tellRelay(report),
		});
		this.#timers = [every(clock, READ_EVERY_MS, () => this.#tellSensors(false))];
		this.#connect();
	}

	/** Off on purpose, with a goodbye. */
	stop(): void {
		this.#connection?.send({
			case: 'goodbye',
			value: { $typeName: 'mooring.v2.Goodbye', reason: GoodbyeReason.SHUTDOWN },
		});
		this.#connection?.close();
		this.#powerOff();
	}

	/** The plug is pulled: the hub hears nothing more, and the socket stays half open. */
	cut(): void {
		this.#powerOff();
	}

	#powerOff(): void {
		if (this.#running) this.#relays.stop();
		this.#running = false;
		this.#connection?.abandon();
		this.#connection = undefined;
		for (const timer of [...this.#timers, this.#beat, this.#retry, this.#provisioned]) timer?.cancel();
		this.#timers = [];
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
		const { config, hub, clock, random, openSocket, log } = this.#options;
		const addresses = hub ? [hub] : config.hubs.map(({ host, port }) => `${host}:${port}`);
		const candidates = this.#candidates();
		const candidate = candidates[this.#tries % candidates.length]!;
		const address = addresses[this.#address % addresses.length];
		if (address === undefined) return log('The config file names no hub. Give one with --hub HOST:PORT.');
		const connection = new Connection({
			...candidate,
			url: `ws://${address}/device`,
			openSocket,
			clock,
			random,
			hello: () => this.#hello(),
			welcomed: ({ beatMs }) => this.#welcomed(connection, beatMs),
			heard: (message) => this.#heard(message, candidate),
			closed: (code, words) => this.#closed(code, words, candidates.length),
		});
		this.#connection = connection;
	}

	#hello(): Hello {
		const { keys, config, clock } = this.#options;
		return create(HelloSchema, {
			deviceId: this.code,
			mac: Buffer.from(keys.mac, 'hex'),
			board: config.board,
			firmware: FIRMWARE_VERSION,
			chip: 'virtual',
			bootId: this.#bootId,
			bootCount: this.#bootCount,
			bootReason: this.#bootReason,
			uptimeMs: BigInt(Math.round(clock.mono() - this.#bootedAt)),
			configRevision: this.#configure.revision,
		});
	}

	#welcomed(connection: Connection, beatMs: number): void {
		this.#welcomedAt = this.#options.clock.mono();
		this.#options.log('authenticated');
		this.#connection = connection;
		this.#sendBeat();
		this.#pace(beatMs || DEFAULT_BEAT_MS);
		for (const report of this.#relays.reports()) this.#tellRelay(report);
		this.#tellSensors(true);
	}

	#heard({ message }: FromHub, candidate: Candidate): void {
		const { keys, clock, log } = this.#options;
		this.#backoff.reset();
		if (candidate.credential === Credential.DEVICE) {
			keys.acceptDeviceKey(candidate.keyId);
			this.#tries = 0;
		}
		switch (message.case) {
			case 'setRelay': {
				const late = clock.mono() - this.#welcomedAt > Number(message.value.deadlineMs);
				const report = this.#relays.command(message.value, late);
				if (report === 'no such relay') return log(`there is no relay ${message.value.relay}`);
				if (report === 'later') return log(`relay ${message.value.relay} waits for the dead time of its group`);
				log(`relay ${report.relay} is ${report.on ? 'on' : 'off'}${late ? ' (a command came too late)' : ''}`);
				return this.#tellRelay(report);
			}
			case 'pace':
				return this.#pace(message.value.beatMs);
			case 'provision':
				return this.#provision(message.value);
			case 'configure':
				return this.#applyConfigure(message.value);
			case 'identify':
				return log('blink, blink: this is the board you are looking for');
			case 'reboot':
				return this.#reboot();
		}
	}

	#provision({ keyId, key }: Provision): void {
		const { keys, log, clock } = this.#options;
		if (!keys.addDeviceKey(keyId, key)) return log('the new key could not be read back; the old one stays');
		this.#tries = 0;
		this.#comeBackAtOnce = true;
		this.#connection?.send({ case: 'provisioned', value: { $typeName: 'mooring.v2.Provisioned', keyId } });
		this.#provisioned?.cancel();
		this.#provisioned = clock.after(PROVISIONED_WAIT_MS, () => this.#connection?.close());
		log('got a new key');
	}

	#applyConfigure(configure: Configure): void {
		const { keys, log } = this.#options;
		const { revision } = configure;
		let error = whyImpossible(configure);
		if (error === '' && !keys.keepConfigure(toBinary(ConfigureSchema, configure)))
			error = 'The configuration could not be written to the flash.';
		log(error === '' ? `configuration ${revision} applied` : `configuration ${revision} refused: ${error}`);
		this.#connection?.send({
			case: 'configApplied',
			value: { $typeName: 'mooring.v2.ConfigApplied', revision, error },
		});
		if (error !== '') return;
		this.#configure = configure;
		this.#relays.configure(configure.relays);
		this.#tellSensors(true);
	}

	#reboot(): void {
		this.#connection?.send({
			case: 'goodbye',
			value: { $typeName: 'mooring.v2.Goodbye', reason: GoodbyeReason.REBOOT },
		});
		this.#connection?.close();
		this.#powerOff();
		this.#bootReason = BootReason.REBOOT;
		this.#retry = this.#options.clock.after(REBOOT_MS, () => this.start());
	}

	#pace(beatMs: number): void {
		const ms = Math.min(Math.max(beatMs, SHORTEST_BEAT_MS), LONGEST_BEAT_MS);
		this.#beat?.cancel();
		this.#beat = every(this.#options.clock, ms, () => this.#sendBeat());
	}

	#sendBeat(): void {
		const uptimeMs = BigInt(Math.round(this.#options.clock.mono() - this.#bootedAt));
		this.#connection?.send({ case: 'beat', value: { $typeName: 'mooring.v2.Beat', uptimeMs, freeHeap: 0, rssi: 0, clockUnset: false } });
	}

	#tellRelay(report: RelayReport): void {
		this.#connection?.send({ case: 'relayState', value: { $typeName: 'mooring.v2.RelayState', waitingMs: 0, ...report } });
	}

	/** `all`: also what has not changed. */
	#tellSensors(all: boolean): void {
		const { clock, random } = this.#options;
		for (const { id, type, calibration } of this.#configure.sensors) {
			if (type !== SensorType.VIRTUAL) continue;
			const sensor = this.#sensors.get(id) ?? new DriftingTemperature(random);
			this.#sensors.set(id, sensor);
			const offset = calibration.find(({ unit }) => unit === Unit.CELSIUS)?.offset ?? 0;
			const value = sensor.read(clock.mono(), offset) ?? (all ? sensor.tell(clock.mono(), offset) : undefined);
			if (value === undefined) continue;
			this.#connection?.send({
				case: 'sensorReading',
				value: { $typeName: 'mooring.v2.SensorReading', sensor: id, value, unit: Unit.CELSIUS },
			});
		}
	}

	#closed(code: number, words: string, candidates: number): void {
		const { clock, log } = this.#options;
		this.#connection = undefined;
		this.#beat?.cancel();
		this.#provisioned?.cancel();
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
		if (!atOnce && !moreKeys) this.#address++;
		log(`${refused ? `refused (${code})` : 'disconnected'}: ${words}`);
		this.#retry = clock.after(pause, () => this.#connect());
	}
}

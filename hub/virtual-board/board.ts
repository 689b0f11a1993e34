import { create, fromBinary, toBinary } from '@bufbuild/protobuf';
import {
	type BoardConfig,
	BootReason,
	type Configure,
	ConfigureSchema,
	type FromHub,
	GoodbyeReason,
	type Hello,
	HelloSchema,
	LogLevel,
	type SetRelay,
	type Welcome,
} from '../../protocol/device_pb.ts';
import { type Clock, type Timer, every } from '../base/clock.ts';
import type { Random } from '../base/random.ts';
import { BoardMessages } from './board-messages.ts';
import type { OpenSocket } from './connection.ts';
import { Core } from './core.ts';
import { type Hardware, dropMissingPullUps, hardwareOf } from './hardware.ts';
import { HubLink } from './hub-link.ts';
import { HubLog } from './hub-log.ts';
import type { KeysFile } from './keys-file.ts';
import { openWs } from './open-ws.ts';
import type { RelayReport } from './relay.ts';
import { Sensors } from './sensors.ts';
import { Switches } from './switches.ts';
import { type Progress, Update } from './update.ts';
import { whyImpossible } from './why-impossible.ts';

export const FIRMWARE_VERSION = '0.1.0';
const DEFAULT_BEAT_MS = 2_000;
/** What a Pace may ask for; anything else is brought into it. */
const SHORTEST_BEAT_MS = 100;
const LONGEST_BEAT_MS = 60_000;
const REBOOT_MS = 300;

export interface VirtualBoardOptions {
	config: BoardConfig;
	keys: KeysFile;
	clock: Clock;
	random: Random;
	/** "HOST:PORT" in the place of what the config file says */
	hub?: string | undefined;
	/** for boards whose process is not their power: relays come up as they were, and the machine knows the time */
	resume?: boolean;
	openSocket?: OpenSocket;
	log?: (text: string) => void;
}

/** What a board has between power on and power off. */
interface Running {
	core: Core;
	sensors: Sensors;
	bootId: bigint;
	bootCount: number;
	/** monotonic */
	bootedAt: number;
}

/** A board in software: the same protocol, keys, relays and stubbornness as a real one. */
export class VirtualBoard {
	#options: Required<Omit<VirtualBoardOptions, 'hub'>> & { hub: string | undefined };
	#link: HubLink;
	/** before the first Beat of a session nothing may be said */
	#greeting = false;
	#say = new BoardMessages((message) => !this.#greeting && this.#link.send(message));
	#log: HubLog;
	#switches = new Switches();
	#hardware: Hardware;
	#update = new Update();
	#configure: Configure;
	#running: Running | undefined;
	#beat: Timer | undefined;
	#rebooting: Timer | undefined;
	#bootReason = BootReason.POWER_ON;
	/** monotonic */
	#welcomedAt = 0;

	constructor(options: VirtualBoardOptions) {
		this.#options = { openSocket: openWs, log: () => undefined, hub: undefined, resume: false, ...options };
		this.#log = new HubLog(options.clock);
		this.#link = new HubLink({
			...this.#options,
			hello: () => this.#hello(),
			welcomed: (welcome) => this.#welcomed(welcome),
			heard: (message) => this.#heard(message),
			lost: () => this.#beat?.cancel(),
		});
		options.keys.whenUnwritable((words) => this.#options.log(`its state cannot be kept: ${words}`));
		options.keys.flashedWith(options.config.keyId);
		const kept = options.keys.configure;
		this.#hardware = hardwareOf(options.config.board);
		this.#configure = kept ? fromBinary(ConfigureSchema, kept) : (options.config.configure ?? create(ConfigureSchema));
		for (const id of dropMissingPullUps(this.#configure, this.#hardware))
			this.#note(LogLevel.WARN, `Input ${id} has no pull-up: without a resistor it goes on and off by itself.`);
		const why = whyImpossible(this.#configure, this.#hardware);
		if (why === '') return;
		this.#note(LogLevel.ERROR, `The configuration is impossible, the board runs without one: ${why}`);
		this.#configure = create(ConfigureSchema);
	}

	/** "ESP_" and the MAC. */
	get code(): string {
		return `ESP_${this.#options.keys.mac}`;
	}

	/** Power on: relays first, then the hub. */
	start(): void {
		if (this.#running) return;
		this.#boot(this.#options.resume);
	}

	/** Off on purpose, with a goodbye. */
	stop(): void {
		this.#sayGoodbye(GoodbyeReason.SHUTDOWN);
		this.#powerOff();
	}

	/** The plug is pulled: the hub hears nothing more, and the socket stays half open. */
	cut(): void {
		this.#powerOff();
	}

	/** A hand at the wall: the switch of this input is closed (`on`) or opened. False: there is no such input. */
	setInput(id: number, on: boolean): boolean {
		const input = this.#configure.inputs.find((input) => input.id === id);
		if (!input) return false;
		this.#switches.set(input.pin, on !== input.activeLow);
		this.#running?.core.look(input.pin);
		return true;
	}

	/** `resume`: relays come up as they were. */
	#boot(resume: boolean): void {
		const { clock, keys, random } = this.#options;
		const bootedAt = clock.mono();
		const core = new Core({
			configure: this.#configure,
			clock,
			flash: keys,
			switches: this.#switches,
			now: this.#options.resume ? clock.now() : undefined,
			resume,
			alwaysKnowsTime: this.#options.resume,
			relay: (report) => this.#tellRelay(report),
			input: (report) => this.#say.input(report),
			note: (text) => this.#note(LogLevel.INFO, text),
		});
		const sensors = new Sensors({
			configs: this.#configure.sensors,
			clock,
			random,
			tell: (reading) => this.#say.reading(reading),
		});
		const bootId = Buffer.from(random.bytes(8)).readBigUInt64LE();
		this.#running = { core, sensors, bootId, bootCount: keys.countBoot(), bootedAt };
		this.#link.start();
	}

	#powerOff(): void {
		this.#running?.core.stop();
		this.#running?.sensors.stop();
		this.#running = undefined;
		this.#link.stop();
		this.#beat?.cancel();
		this.#rebooting?.cancel();
	}

	#hello(): Hello {
		const { keys, config } = this.#options;
		return create(HelloSchema, {
			deviceId: this.code,
			mac: Buffer.from(keys.mac, 'hex'),
			board: config.board,
			firmware: keys.firmware ?? FIRMWARE_VERSION,
			chip: 'virtual',
			bootId: this.#running?.bootId ?? 0n,
			bootCount: this.#running?.bootCount ?? 0,
			bootReason: this.#bootReason,
			uptimeMs: this.#uptimeMs(),
			configRevision: this.#configure.revision,
		});
	}

	/** Beat first; then all that is so, also what the clock of the hub has just changed. */
	#welcomed({ beatMs, hubTimeMs, timeZone }: Welcome): void {
		this.#welcomedAt = this.#options.clock.mono();
		this.#greeting = true;
		this.#running?.core.setClock(Number(hubTimeMs), timeZone);
		this.#greeting = false;
		this.#sendBeat();
		this.#pace(beatMs || DEFAULT_BEAT_MS);
		for (const report of this.#running?.core.relayReports() ?? []) this.#say.relay(report);
		for (const report of this.#running?.core.inputReports() ?? []) this.#say.input(report);
		this.#running?.sensors.tellAll();
		this.#log.flush((line) => this.#say.log(line));
	}

	#heard({ message }: FromHub): void {
		switch (message.case) {
			case 'setRelay':
				return this.#command(message.value);
			case 'pace':
				return this.#pace(message.value.beatMs);
			case 'provision':
				if (this.#link.takeKey(message.value)) return this.#note(LogLevel.INFO, 'got a new key');
				return this.#note(LogLevel.ERROR, 'the new key could not be read back; the old one stays');
			case 'configure':
				return this.#applyConfigure(message.value);
			case 'identify':
				return this.#note(LogLevel.INFO, 'blink, blink: this is the board you are looking for');
			case 'setClock':
				return this.#running?.core.setClock(Number(message.value.hubTimeMs), message.value.timeZone);
			case 'reboot':
				this.#options.log('restarts, as the hub asked for');
				return this.#reboot();
			case 'otaBegin':
				this.#note(LogLevel.INFO, `an update to ${message.value.version} begins`);
				return this.#tellProgress(this.#update.begin(message.value));
			case 'otaChunk':
				return this.#tellProgress(this.#update.chunk(message.value));
			case 'otaEnd':
				return this.#endUpdate();
		}
	}

	#command(command: SetRelay): void {
		const late = this.#options.clock.mono() - this.#welcomedAt > Number(command.deadlineMs);
		if (late) this.#note(LogLevel.WARN, `a command for relay ${command.relay} came too late`);
		if (!this.#running?.core.command(command, late)) this.#note(LogLevel.WARN, `there is no relay ${command.relay}`);
	}

	#applyConfigure(configure: Configure): void {
		const { keys } = this.#options;
		const { revision } = configure;
		let error = whyImpossible(configure, this.#hardware);
		if (error === '' && !keys.keepConfigure(toBinary(ConfigureSchema, configure)))
			error = 'The configuration could not be written to the flash.';
		this.#say.configApplied(revision, error);
		if (error !== '') return this.#note(LogLevel.WARN, `configuration ${revision} refused: ${error}`);
		this.#note(LogLevel.INFO, `configuration ${revision} applied`);
		this.#configure = configure;
		this.#running?.core.configure(configure);
		this.#running?.sensors.configure(configure.sensors);
		for (const report of this.#running?.core.inputReports() ?? []) this.#say.input(report);
		this.#running?.sensors.tellAll();
	}

	/** The image is whole: it is switched to it. A program that is played stays the one it is, only its version is the image's. */
	#endUpdate(): void {
		const { progress, version } = this.#update.end();
		const kept = version === undefined || this.#options.keys.keepFirmware(version);
		this.#tellProgress(
			kept ? progress : { nextOffset: 0, error: 'The image could not be written to the flash.', done: false },
		);
		if (kept && version !== undefined) this.#reboot();
	}

	#tellProgress(progress: Progress): void {
		this.#say.progress(progress);
		if (progress.error !== '') this.#note(LogLevel.WARN, `the update failed: ${progress.error}`);
	}

	/** No loss of power, so the relays come up as they were. */
	#reboot(): void {
		this.#running?.core.keepAll();
		this.#sayGoodbye(GoodbyeReason.REBOOT);
		this.#powerOff();
		this.#bootReason = BootReason.REBOOT;
		this.#rebooting = this.#options.clock.after(REBOOT_MS, () => this.#boot(true));
	}

	#sayGoodbye(reason: GoodbyeReason): void {
		this.#say.goodbye(reason);
		this.#link.close();
	}

	#pace(beatMs: number): void {
		const ms = Math.min(Math.max(beatMs, SHORTEST_BEAT_MS), LONGEST_BEAT_MS);
		this.#beat?.cancel();
		this.#beat = every(this.#options.clock, ms, () => this.#sendBeat());
	}

	#sendBeat(): void {
		this.#say.beat(this.#uptimeMs(), this.#running?.core.clockUnset ?? true);
	}

	#tellRelay(report: RelayReport): void {
		const { relay, on, waitingMs } = report;
		this.#options.log(`relay ${relay} is ${on ? 'on' : 'off'}${waitingMs > 0 ? ' and waits for its dead time' : ''}`);
		this.#say.relay(report);
	}

	/** A line for who watches the board, and for the hub's log. */
	#note(level: LogLevel, text: string): void {
		this.#options.log(text);
		this.#log.write(level, text, (line) => this.#say.log(line));
	}

	#uptimeMs(): bigint {
		return BigInt(Math.round(this.#options.clock.mono() - (this.#running?.bootedAt ?? 0)));
	}
}

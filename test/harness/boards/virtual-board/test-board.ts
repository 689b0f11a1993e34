import { type MessageInitShape, create } from '@bufbuild/protobuf';
import { encodeConfigFile } from '../../../../protocol/config-file.ts';
import {
	BoardConfigSchema,
	BootReason,
	type Configure,
	ConfigureSchema,
	SetRelaySchema,
} from '../../../../protocol/device_pb.ts';
import type { Timer } from '../../../../hub/base/clock.ts';
import { ManualClock } from '../../../../hub/base/manual-clock.ts';
import { systemRandom } from '../../../../hub/base/random.ts';
import type { InputReport, RelayReport as BoundedReport } from '../../../../hub/link/board-message.ts';
import { FakeHub, type Link } from './fake-hub.ts';
import { Firmware, type RunningFirmware } from '../../../../hub/virtual-board/machine/firmware.ts';
import { Flash } from '../../../../hub/virtual-board/machine/flash.ts';
import { newHeader } from '../../../../hub/virtual-board/machine/header.ts';
import { Images } from '../../../../hub/virtual-board/machine/images.ts';
import type { Machine } from '../../../../hub/virtual-board/machine/machine.ts';
import { Pins } from '../../../../hub/virtual-board/machine/pins.ts';
import { MadeUpRadio } from '../../../../hub/virtual-board/machine/radio.ts';
import { Room } from '../../../../hub/virtual-board/machine/room.ts';
import { SerialPort } from '../../../../hub/virtual-board/machine/serial-port.ts';
import { MemoryStore } from '../../../../hub/virtual-board/machine/store.ts';

/** A board's report of a relay, with 0 for what the hub takes as absent. */
export type RelayReport = {
	[Field in Exclude<keyof BoundedReport, '$typeName' | '$unknown'>]: NonNullable<BoundedReport[Field]>;
};

const KEY_ID = new Uint8Array(16).fill(1);
const KEY = new Uint8Array(32).fill(1);
const RECONNECT = 4000;
const NEVER_LATE = 1n << 60n;

/** The firmware with a hub, on a clock moved by hand. A test can take its power, and read all its reports. */
export class TestBoard {
	readonly clock = new ManualClock(0);
	/** pins of no particular board: any pin can be used */
	readonly pins = new Pins({ board: undefined, switched: () => undefined });
	/** its reports of relays after its last boot */
	atBoot: RelayReport[] = [];
	readonly #hub = new FakeHub();
	readonly #machine: Machine;
	#firmware: RunningFirmware | undefined;
	#timer: Timer | undefined;
	#somethingCame = false;
	#isRunning = false;
	#configure: Configure;
	#revision = 1;
	/** Unix ms minus monotonic ms; undefined if the machine does not know the time */
	#ahead: number | undefined;
	#link: Link | undefined;
	#read = 0;
	/** since takeReports() was called last */
	#reports: RelayReport[] = [];
	#inputs: InputReport[] = [];

	/** `now`: the machine's time. `before`: what happens around it before it gets power. */
	constructor(
		configure: MessageInitShape<typeof ConfigureSchema>,
		now?: number,
		before: (pins: Pins) => void = () => undefined,
	) {
		this.#configure = create(ConfigureSchema, configure);
		this.#ahead = now;
		this.#hub.known.set(KEY_ID[0]!, KEY);
		this.#machine = this.#newMachine();
		before(this.pins);
		this.#boot(BootReason.POWER_ON);
	}

	get configuration(): Configure {
		return this.#configure;
	}

	command(command: MessageInitShape<typeof SetRelaySchema>, late = false): void {
		// Late means: after the deadline, which counts from the Welcome.
		if (late) this.clock.advance(1);
		const value = create(SetRelaySchema, { ...command, deadlineMs: late ? 0n : NEVER_LATE });
		this.#hub.link!.send({ case: 'setRelay', value });
		this.#run();
	}

	/** Sends a configuration; returns the error of ConfigApplied. */
	configure(configure: MessageInitShape<typeof ConfigureSchema>): string {
		const wanted = create(ConfigureSchema, { ...configure, revision: ++this.#revision });
		this.#hub.link!.send({ case: 'configure', value: wanted });
		this.#run();
		const { error } = this.#hub.heard('configApplied').at(-1)!;
		if (error === '') this.#configure = wanted;
		return error;
	}

	level(pin: number, high: boolean): void {
		this.pins.move(pin, high);
		this.#run();
	}

	setClock(now: number, timeZone = ''): void {
		this.#hub.link!.send({ case: 'setClock', value: { hubTimeMs: BigInt(now), timeZone } });
		this.#run();
	}

	losePower(offMs: number, clockKept: boolean, whileOff: () => void = () => undefined): void {
		this.#comeBack(BootReason.POWER_ON, offMs, clockKept, whileOff);
	}

	/** A restart that the hub asks for, which is no loss of power. */
	reboot(offMs: number, clockKept: boolean): void {
		this.#hub.link!.send({ case: 'reboot', value: {} });
		this.#run();
		this.#comeBack(BootReason.REBOOT, offMs, clockKept, () => undefined);
	}

	/** The state of every relay, which the board reports on a new link. */
	relayReports(): RelayReport[] {
		return this.#session().relays;
	}

	get clockUnset(): boolean {
		return this.#session().clockUnset;
	}

	takeReports(): RelayReport[] {
		return this.#reports.splice(0);
	}

	takeInputs(): InputReport[] {
		return this.#inputs.splice(0);
	}

	powerOff(): void {
		this.#timer?.cancel();
		this.#firmware?.powerOff();
		this.#firmware = undefined;
		this.#machine.socket.close();
		this.pins.powerOff();
	}

	#comeBack(reason: BootReason, offMs: number, clockKept: boolean, whileOff: () => void): void {
		this.powerOff();
		this.clock.advance(offMs);
		if (!clockKept) this.#ahead = undefined;
		whileOff();
		this.#boot(reason);
	}

	/** Keeps the reports at the start of the session apart: they are no changes. */
	#boot(bootReason: BootReason): void {
		this.#firmware = Firmware.load().boot(this.#machine, {
			mac: Uint8Array.of(2, 0, 0, 0, 0, 1),
			bootReason,
			version: undefined,
			hub: undefined,
			hasRadio: false,
			keepsPower: false,
		});
		this.#run();
		this.atBoot = this.#reports.splice(0);
	}

	#session(): { relays: RelayReport[]; clockUnset: boolean } {
		const reports = this.#reports.length;
		const inputs = this.#inputs.length;
		this.#hub.link!.close(RECONNECT);
		this.#run();
		this.#inputs.splice(inputs);
		return { relays: this.#reports.splice(reports), clockUnset: this.#hub.heard('beat')[0]!.clockUnset };
	}

	#run(): void {
		this.#somethingCame = true;
		if (this.#isRunning || !this.#firmware) return;
		this.#isRunning = true;
		let ms = 0;
		while (this.#somethingCame || ms === 0) {
			this.#somethingCame = false;
			ms = this.#firmware.step();
			if (this.#firmware.isOff) break;
		}
		this.#isRunning = false;
		this.#timer?.cancel();
		this.#timer = this.clock.after(ms, () => this.#run());
		this.#take();
	}

	#take(): void {
		for (const link of this.#hub.links.splice(0, this.#hub.links.length - 1)) this.#takeFrom(link);
		if (this.#hub.link) this.#takeFrom(this.#hub.link);
	}

	#takeFrom(link: Link): void {
		if (link !== this.#link) this.#read = 0;
		this.#link = link;
		for (const { case: kind, value } of link.heard.slice(this.#read)) {
			if (kind === 'relayState') this.#reports.push(plain(value));
			if (kind === 'inputState') this.#inputs.push(value);
		}
		this.#read = link.heard.length;
	}

	#newMachine(): Machine {
		const store = new MemoryStore();
		const board = { board: 'any', keyId: KEY_ID, key: KEY, hubs: [{ host: 'hub.test', port: 8080 }] };
		const config = create(BoardConfigSchema, { ...board, configure: this.#configure });
		const flash = new Flash(store, encodeConfigFile(config), (words) => {
			throw new Error(words);
		});
		const { clock } = this;
		return {
			flash,
			images: new Images(newHeader(systemRandom), store, flash),
			pins: this.pins,
			sensors: new Room(undefined, systemRandom),
			radio: new MadeUpRadio(clock, () => undefined),
			socket: this.#hub.openSocket(() => this.#run()),
			serial: new SerialPort(undefined),
			monotonicMs: () => Math.floor(clock.mono()),
			unixMs: () => (this.#ahead === undefined ? undefined : this.#ahead + clock.mono()),
			setUnixMs: (now) => void (this.#ahead = now - clock.mono()),
			random: (size) => systemRandom.bytes(size),
			log: () => undefined,
			restart: () => undefined,
		};
	}
}

function plain({ relay, on, cause, commandId, changedMs, remainingMs, waitingMs }: BoundedReport): RelayReport {
	return {
		relay,
		on,
		cause: cause ?? 0,
		commandId: commandId ?? 0,
		changedMs: changedMs ?? 0,
		remainingMs: remainingMs ?? 0,
		waitingMs: waitingMs ?? 0,
	};
}

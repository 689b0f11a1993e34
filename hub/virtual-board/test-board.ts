import { type MessageInitShape, create } from '@bufbuild/protobuf';
import { type Configure, ConfigureSchema, SetRelaySchema } from '../../protocol/device_pb.ts';
import { ManualClock } from '../base/manual-clock.ts';
import { Core, type CoreFlash } from './core.ts';
import type { InputReport } from './inputs.ts';
import type { KeptEnd, RelayReport } from './relay.ts';
import { Switches } from './switches.ts';
import { whyImpossible } from './why-impossible.ts';

/** A flash in memory, which outlives the power. */
class MemoryFlash implements CoreFlash {
	timeZone: string | undefined;
	#relays = new Map<number, { on: boolean; end: KeptEnd | undefined }>();

	lastRelay(id: number): { on: boolean; end: KeptEnd | undefined } {
		return this.#relays.get(id) ?? { on: false, end: undefined };
	}

	keepRelay(id: number, on: boolean, end: KeptEnd | undefined): void {
		this.#relays.set(id, { on, end });
	}

	keepTimeZone(timeZone: string): void {
		this.timeZone = timeZone;
	}
}

/** A board without a link, on a clock moved by hand: power comes and goes, and all it says is kept for who asks. */
export class TestBoard {
	readonly clock = new ManualClock(0);
	readonly flash = new MemoryFlash();
	readonly switches = new Switches();
	core: Core;
	/** since they were asked for last */
	#reports: RelayReport[] = [];
	#inputs: InputReport[] = [];
	#configure: Configure;
	/** what the board takes for the time less monotonic time, ms */
	#ahead: number | undefined;

	constructor(configure: MessageInitShape<typeof ConfigureSchema>, now?: number) {
		this.#configure = create(ConfigureSchema, configure);
		this.#ahead = now;
		this.core = this.#boot(false);
	}

	get configuration(): Configure {
		return this.#configure;
	}

	command(command: MessageInitShape<typeof SetRelaySchema>, late = false): boolean {
		return this.core.command(create(SetRelaySchema, command), late);
	}

	/** In words why not, as ConfigApplied has it. */
	configure(configure: MessageInitShape<typeof ConfigureSchema>): string {
		const wanted = create(ConfigureSchema, configure);
		const error = whyImpossible(wanted, { virtual: false, refusal: () => undefined });
		if (error !== '') return error;
		this.#configure = wanted;
		this.core.configure(wanted);
		return '';
	}

	level(pin: number, high: boolean): void {
		this.switches.set(pin, high);
		this.core.look(pin);
	}

	setClock(now: number, timeZone = ''): void {
		this.#ahead = now - this.clock.mono();
		this.core.setClock(now, timeZone);
	}

	losePower(offMs: number, clockKept: boolean, whileOff: () => void = () => undefined): void {
		this.core.stop();
		this.clock.advance(offMs);
		if (!clockKept) this.#ahead = undefined;
		whileOff();
		this.core = this.#boot(false);
	}

	/** As the hub asks for it: no loss of power. */
	reboot(offMs: number, clockKept: boolean): void {
		this.core.keepAll();
		this.core.stop();
		this.clock.advance(offMs);
		if (!clockKept) this.#ahead = undefined;
		this.core = this.#boot(true);
	}

	takeReports(): RelayReport[] {
		return this.#reports.splice(0);
	}

	takeInputs(): InputReport[] {
		return this.#inputs.splice(0);
	}

	#boot(resume: boolean): Core {
		return new Core({
			configure: this.#configure,
			clock: this.clock,
			flash: this.flash,
			switches: this.switches,
			now: this.#ahead === undefined ? undefined : this.#ahead + this.clock.mono(),
			resume,
			alwaysKnowsTime: false,
			relay: (report) => this.#reports.push(report),
			input: (report) => this.#inputs.push(report),
			note: () => undefined,
		});
	}
}

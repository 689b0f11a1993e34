import type { InputConfig } from '../../protocol/device_pb.ts';
import type { Clock, Timer } from '../base/clock.ts';
import type { Switches } from './switches.ts';

export interface InputReport {
	input: number;
	/** the switch is closed, whatever its logic */
	on: boolean;
}

export interface InputsOptions {
	configs: InputConfig[];
	clock: Clock;
	switches: Switches;
	/** of every input that becomes known, and of every change */
	tell: (report: InputReport) => void;
	/** it changed, and so may what hangs on it */
	changed: (config: InputConfig, on: boolean) => void;
}

interface Input {
	config: InputConfig;
	/** after debouncing; undefined until it has been still for the first time */
	on: boolean | undefined;
	level: boolean;
	timer: Timer | undefined;
}

/** The inputs of a board, debounced. As they stand at boot, or when they are new, they move nothing. */
export class Inputs {
	#options: InputsOptions;
	#inputs: Input[] = [];

	constructor(options: InputsOptions) {
		this.#options = options;
		this.#inputs = options.configs.map((config) => this.#begin(config));
	}

	/** Every input that is known. */
	reports(): InputReport[] {
		return this.#inputs.flatMap(({ config, on }) => (on === undefined ? [] : [{ input: config.id, on }]));
	}

	/** One on the same pin with the same logic stays as it is; any other begins anew. */
	configure(configs: InputConfig[]): void {
		const before = this.#inputs;
		this.#inputs = configs.map((config) => {
			const same = before.find((input) => isSameSwitch(input.config, config));
			if (!same) return this.#begin(config);
			same.config = config;
			return same;
		});
		for (const input of before) if (!this.#inputs.includes(input)) input.timer?.cancel();
	}

	/** A level at this pin may have changed. */
	look(pin: number): void {
		for (const input of this.#inputs) {
			const level = this.#options.switches.level(input.config);
			if (input.config.pin !== pin || input.level === level) continue;
			input.level = level;
			this.#wait(input);
		}
	}

	stop(): void {
		for (const { timer } of this.#inputs) timer?.cancel();
	}

	#begin(config: InputConfig): Input {
		const input = { config, on: undefined, level: this.#options.switches.level(config), timer: undefined };
		this.#wait(input);
		return input;
	}

	/** The time counts from the last bounce. */
	#wait(input: Input): void {
		input.timer?.cancel();
		input.timer = this.#options.clock.after(input.config.debounceMs, () => this.#still(input));
	}

	#still(input: Input): void {
		const { config, level, on: before } = input;
		const on = level !== config.activeLow;
		if (on === before) return;
		input.on = on;
		this.#options.tell({ input: config.id, on });
		if (before !== undefined) this.#options.changed(config, on);
	}
}

function isSameSwitch(a: InputConfig, b: InputConfig): boolean {
	return a.id === b.id && a.pin === b.pin && a.activeLow === b.activeLow && a.pullUp === b.pullUp;
}

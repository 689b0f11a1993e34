import { type PinUse, pinRefusal } from '../../boards/pin-refusal.ts';
import type { Board } from '../../../protocol/dashboard/boards.ts';

/** The core's `PinUse`, by its numbers. */
const USES: PinUse[] = ['write', 'read', 'read-pulled-up'];

interface Listening {
	pin: number;
	pullUp: boolean;
	activeLow: boolean;
	/** number of the input */
	input: number;
}

export interface PinsOptions {
	/** of the catalogue; one that is not there (any more) has whatever pins it is asked for */
	board: Board | undefined;
	/** an output has another level, undefined where it is let go */
	switched: (pin: number, high: boolean | undefined) => void;
}

/** What hangs on the pins of a virtual board: relays that are told of, and switches. */
export class Pins {
	#options: PinsOptions;
	#outputs = new Map<number, boolean>();
	/** by pin; what is wired stays as it is while the board is off */
	#inputs = new Map<number, Listening>();
	/** levels that somebody brought about from outside */
	#moved = new Map<number, boolean>();

	constructor(options: PinsOptions) {
		this.#options = options;
	}

	refusal(pin: number, use: number): string | undefined {
		const { board } = this.#options;
		return board && pinRefusal(board, pin, USES[use]!)?.message;
	}

	write(pin: number, high: boolean): void {
		if (this.#outputs.get(pin) === high) return;
		this.#inputs.delete(pin);
		this.#outputs.set(pin, high);
		this.#options.switched(pin, high);
	}

	listen(listening: Listening): void {
		this.#outputs.delete(listening.pin);
		this.#inputs.set(listening.pin, listening);
	}

	/** Of a pin that nobody touched: a switch that is open. */
	read(pin: number): boolean {
		const input = this.#inputs.get(pin);
		return this.#moved.get(pin) ?? (input !== undefined && (input.pullUp || input.activeLow));
	}

	release(pin: number): void {
		this.#inputs.delete(pin);
		if (this.#outputs.delete(pin)) this.#options.switched(pin, undefined);
	}

	/** Power off: no output has a level. */
	powerOff(): void {
		this.#outputs.clear();
	}

	/** What is driven: GPIO number → high. */
	get outputs(): ReadonlyMap<number, boolean> {
		return this.#outputs;
	}

	/** Somebody connects the pin to power or to ground. */
	move(pin: number, high: boolean): void {
		this.#moved.set(pin, high);
	}

	/** A hand at the wall: the switch of this input is closed or opened. False: there is no such input. */
	moveInput(id: number, closed: boolean): boolean {
		for (const { pin, input, activeLow } of this.#inputs.values()) {
			if (input !== id) continue;
			this.move(pin, closed !== activeLow);
			return true;
		}
		return false;
	}
}

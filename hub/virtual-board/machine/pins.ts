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
	/** its entry in the catalogue; a board without one has every pin */
	board: Board | undefined;
	/** an output has another level; undefined if the pin was released */
	switched: (pin: number, high: boolean | undefined) => void;
}

/** What is connected to the pins of a virtual board: relays, whose changes are reported, and switches. */
export class Pins {
	#options: PinsOptions;
	#outputs = new Map<number, boolean>();
	/** by pin; kept while the board is off, like real wiring */
	#inputs = new Map<number, Listening>();
	/** levels that were set from outside */
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

	/** The level of a pin; one that was never set from outside reads like an open switch. */
	read(pin: number): boolean {
		const input = this.#inputs.get(pin);
		return this.#moved.get(pin) ?? (input !== undefined && (input.pullUp || input.activeLow));
	}

	release(pin: number): void {
		this.#inputs.delete(pin);
		if (this.#outputs.delete(pin)) this.#options.switched(pin, undefined);
	}

	/** The board is off: no output has a level. */
	powerOff(): void {
		this.#outputs.clear();
	}

	/** The driven outputs: GPIO number → high. */
	get outputs(): ReadonlyMap<number, boolean> {
		return this.#outputs;
	}

	/** Connects a pin to power or to ground. */
	move(pin: number, high: boolean): void {
		this.#moved.set(pin, high);
	}

	/** Closes or opens the wall switch of this input. False: there is no such input. */
	moveInput(id: number, closed: boolean): boolean {
		for (const { pin, input, activeLow } of this.#inputs.values()) {
			if (input !== id) continue;
			this.move(pin, closed !== activeLow);
			return true;
		}
		return false;
	}
}

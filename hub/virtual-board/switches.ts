import type { InputConfig } from '../../protocol/device_pb.ts';

/** What is wired to the input pins of a virtual board, from outside: it stays as it is while the board is off. */
export class Switches {
	/** GPIO number → high */
	#levels = new Map<number, boolean>();

	/** Of a pin that nobody touched: a switch that is open. */
	level({ pin, activeLow }: InputConfig): boolean {
		return this.#levels.get(pin) ?? activeLow;
	}

	set(pin: number, high: boolean): void {
		this.#levels.set(pin, high);
	}
}

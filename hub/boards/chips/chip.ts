/** What a chip's maker says of its pins. A board's entry says what the board does with them. */
export interface Chip {
	/** as esptool names it */
	name: string;
	/** GPIO numbers that the chip has and that its flash does not need */
	pins: readonly number[];
	/** decide at power-on how the chip starts */
	strapping: readonly number[];
	/** cannot write */
	inputOnly: readonly number[];
	/** the chip cannot pull these up */
	withoutPullUp: readonly number[];
	/** where the firmware writes its log */
	log: number;
	/** where the facts about pins stand, with a link */
	source: string;
	/** where the facts about strapping pins stand, with a link */
	bootSource: string;
}

/** GPIO numbers from `first` to `last`. */
export function range(first: number, last: number): number[] {
	return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

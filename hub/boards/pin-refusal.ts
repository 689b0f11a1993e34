import type { Board } from '../../protocol/dashboard/boards.ts';

/** `read-pulled-up`: an input that relies on the chip's own pull-up. */
export type PinUse = 'write' | 'read' | 'read-pulled-up' | 'sensor';

/** Why a pin of a board cannot be used so, a sentence for people; undefined where it can. */
export function pinRefusal(board: Board, gpio: number, use: PinUse): string | undefined {
	const pin = board.pins.find((pin) => pin.gpio === gpio);
	if (!pin) return `${board.name} has no pin with GPIO ${gpio}.`;
	const reads = use === 'read' || use === 'read-pulled-up';
	if (pin.use === 'refuse' && !(reads && pin.readable)) return `${pin.label} cannot be used: ${pin.reason}`;
	if (!pin.noPullUp) return undefined;
	if (use === 'sensor') return `${pin.label} cannot be used for a sensor: the chip cannot pull it up.`;
	if (use === 'read-pulled-up')
		return `The chip cannot pull ${pin.label} up. Without a resistor of its own (10 kΩ to 3.3 V) the switch would go on and off by itself; with one, turn the chip’s pull-up off.`;
	return undefined;
}

/** What the board is told of an input's pull-up: none where the chip has none, as older hubs let people ask for. */
export function hasPullUp(board: Board | undefined, gpio: number): boolean {
	return !board?.pins.find((pin) => pin.gpio === gpio)?.noPullUp;
}

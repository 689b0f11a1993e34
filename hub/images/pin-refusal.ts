import type { Board } from '../../protocol/dashboard.ts';

/** Why a pin of a board cannot be used so, a sentence for people; undefined where it can. */
export function pinRefusal(board: Board, gpio: number, use: 'read' | 'write'): string | undefined {
	const pin = board.pins.find((pin) => pin.gpio === gpio);
	if (!pin) return `${board.name} has no pin with GPIO ${gpio}.`;
	const can = pin.use !== 'refuse' || (use === 'read' && pin.readable);
	return can ? undefined : `${pin.label} cannot be used: ${pin.reason}`;
}

import type { Configure } from '../../protocol/device_pb.ts';
import { findBoard } from '../boards/catalogue.ts';
import { type PinUse, pinRefusal } from '../boards/pin-refusal.ts';

/** What a configuration has to fit. */
export interface Hardware {
	/** none of real hardware: it has virtual sensors, which need no pins */
	virtual: boolean;
	/** why a pin cannot be used so, a sentence; undefined where it can */
	refusal: (gpio: number, use: PinUse) => string | undefined;
}

/**
 * Older hubs let an input ask for a pull-up that its pin does not have. It never had one, so the input goes on without;
 * the numbers of those inputs.
 */
export function dropMissingPullUps({ inputs }: Configure, { refusal }: Hardware): number[] {
	const missing = inputs.filter(({ pin, pullUp }) => pullUp && !refusal(pin, 'read') && refusal(pin, 'read-pulled-up'));
	for (const input of missing) input.pullUp = false;
	return missing.map(({ id }) => id);
}

/** Of the board in the catalogue that is played; one that is not there (any more) has whatever pins it is asked for. */
export function hardwareOf(boardId: string): Hardware {
	const board = findBoard(boardId);
	if (!board) return { virtual: false, refusal: () => undefined };
	return { virtual: board.virtual, refusal: (gpio, use) => pinRefusal(board, gpio, use) };
}

import { findBoard } from '../images/catalogue.ts';
import { pinRefusal } from '../images/pin-refusal.ts';

/** What a configuration has to fit. */
export interface Hardware {
	/** none of real hardware: it has virtual sensors, which need no pins */
	virtual: boolean;
	/** why a pin cannot be used so, a sentence; undefined where it can */
	refusal: (gpio: number, use: 'read' | 'write') => string | undefined;
}

/** Of the board in the catalogue that is played; one that is not there (any more) has whatever pins it is asked for. */
export function hardwareOf(boardId: string): Hardware {
	const board = findBoard(boardId);
	if (!board) return { virtual: false, refusal: () => undefined };
	return { virtual: board.virtual, refusal: (gpio, use) => pinRefusal(board, gpio, use) };
}

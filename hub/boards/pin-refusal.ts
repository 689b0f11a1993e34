import type { Board } from '../../protocol/dashboard/boards.ts';
import { type Fault, faultOf } from '../../protocol/dashboard/faults.ts';

/** `read-pulled-up`: an input that relies on the chip's own pull-up. */
export type PinUse = 'write' | 'read' | 'read-pulled-up' | 'sensor';

/** Why a pin of a board cannot be used so; undefined where it can. */
export function pinRefusal(board: Board, gpio: number, use: PinUse): Fault | undefined {
	const pin = board.pins.find((pin) => pin.gpio === gpio);
	if (!pin) return faultOf('no-such-pin', { board: board.name, gpio });
	const reads = use === 'read' || use === 'read-pulled-up';
	if (pin.use === 'refuse' && !(reads && pin.readable))
		return faultOf('pin-refused', { pin: pin.label, reason: pin.reason ?? '' });
	if (!pin.noPullUp) return undefined;
	if (use === 'sensor') return faultOf('pin-not-for-sensors', { pin: pin.label });
	if (use === 'read-pulled-up') return faultOf('pin-has-no-pull-up', { pin: pin.label });
	return undefined;
}

/** What the board is told of an input's pull-up: none where the chip has none, as older hubs let people ask for. */
export function hasPullUp(board: Board | undefined, gpio: number): boolean {
	return !board?.pins.find((pin) => pin.gpio === gpio)?.noPullUp;
}

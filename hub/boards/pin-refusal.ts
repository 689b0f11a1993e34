import type { Board } from '../../protocol/dashboard/boards.ts';
import { type Fault, faultOf } from '../../protocol/dashboard/faults.ts';

/** `read-pulled-up`: an input that relies on the chip's own pull-up. */
export type PinUse = 'write' | 'read' | 'read-pulled-up' | 'sensor';

/** Why a pin of a board cannot be used this way; undefined if it can. */
export function pinRefusal(board: Board, gpio: number, use: PinUse): Fault | undefined {
	const pin = board.pins.find((pin) => pin.gpio === gpio);
	if (!pin) return faultOf('no-such-pin', { board: board.name, gpio });
	const reads = use === 'read' || use === 'read-pulled-up';
	if (pin.use === 'refuse' && !(reads && pin.readable))
		return faultOf('pin-refused', { pin: pin.label, reason: pin.reasonCode ?? pin.reason ?? '' });
	if (!pin.noPullUp) return undefined;
	if (use === 'sensor') return faultOf('pin-not-for-sensors', { pin: pin.label });
	if (use === 'read-pulled-up') return faultOf('pin-has-no-pull-up', { pin: pin.label });
	return undefined;
}

/** Whether the chip can pull this pin up. Older hubs accepted pull-ups that do not exist; boards are not sent those. */
export function hasPullUp(board: Board | undefined, gpio: number): boolean {
	return !board?.pins.find((pin) => pin.gpio === gpio)?.noPullUp;
}

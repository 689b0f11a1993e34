import type { Devices } from '../devices.ts';
import type { LiveDevice } from '../live-device.ts';

/** Copies come meanwhile and hold the link themselves for a while: that makes none of them the board. */
const KEPT_MS = 10 * 60_000;
/** A board whose link was lost is back by then. */
export const RETURN_MS = 10_000;

/** The board on the link was heard although somebody else came with its key. */
export function keepRightful({ options }: Devices, device: LiveDevice): void {
	const at = options.clock.mono();
	const { rightful, bootId } = device;
	if (!rightful || rightful.bootId === bootId || at - rightful.at > KEPT_MS) device.rightful = { bootId, at };
}

/** Whether that was seen within `ms`, of another boot than this one. */
export function wasOther({ options }: Devices, { rightful }: LiveDevice, bootId: bigint, ms: number): boolean {
	return rightful !== null && rightful.bootId !== bootId && options.clock.mono() - rightful.at < ms;
}

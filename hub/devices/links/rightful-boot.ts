import type { Devices } from '../devices.ts';
import type { LiveDevice } from '../live-device.ts';

/** How long a rightful boot is kept. A copy that gets the link meanwhile does not become rightful itself. */
const KEPT_MS = 10 * 60_000;
/** A board whose link was lost is back within this time. */
export const RETURN_MS = 10_000;

/** The board on the link was heard although another board came with its key, so it is the rightful one. */
export function keepRightful({ options }: Devices, device: LiveDevice): void {
	const at = options.clock.mono();
	const { rightful, bootId } = device;
	if (!rightful || rightful.bootId === bootId || at - rightful.at > KEPT_MS) device.rightful = { bootId, at };
}

/** Whether another boot than this one was observed as rightful within the last `ms`. */
export function wasOther({ options }: Devices, { rightful }: LiveDevice, bootId: bigint, ms: number): boolean {
	return rightful !== null && rightful.bootId !== bootId && options.clock.mono() - rightful.at < ms;
}

import type { Fault } from '../../../protocol/dashboard/faults.ts';
import type { Actor } from '../../base/actor.ts';
import type { Result } from '../../base/result.ts';
import type { Devices } from '../devices.ts';
import { LEGACY_DEADLINE_MS, wishLegacy } from '../legacy/wish.ts';
import type { LiveDevice, LiveRelay, RelayOutcome } from '../live-device.ts';
import { ANSWER_DEADLINE_MS, setRelay } from './set-relay.ts';

type Switched = Result<{ device: LiveDevice; relay: LiveRelay }, Fault>;

/**
 * Switches a relay, over the link of its board or at the board's next poll. Ok as soon as the command is sent, or
 * stored for a board that polls; `settled` is called with how it ended. The answer is a promise only for a board that
 * polls.
 */
export function switchRelay(
	devices: Devices,
	wish: { device: string; relay: number; on: boolean; forMs?: number | undefined; by: Actor },
	settled: (outcome: RelayOutcome) => void = () => undefined,
): Switched | Promise<Switched> {
	const device = devices.byId.get(wish.device);
	return device && usesPolling(device) ? wishLegacy(devices, device, wish, settled) : setRelay(devices, wish, settled);
}

/** How long the board has to answer, ms. */
export function answerDeadlineMs(device: LiveDevice): number {
	return usesPolling(device) ? LEGACY_DEADLINE_MS : ANSWER_DEADLINE_MS;
}

/** A board that is being upgraded still counts as legacy, but is commanded over its link. */
function usesPolling({ isLegacy, link }: LiveDevice): boolean {
	return isLegacy && !link;
}

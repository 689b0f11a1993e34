import type { Fault } from '../../../protocol/dashboard/faults.ts';
import type { Actor } from '../../base/actor.ts';
import type { Result } from '../../base/result.ts';
import type { Devices } from '../devices.ts';
import { LEGACY_DEADLINE_MS, wishLegacy } from '../legacy/wish.ts';
import type { LiveDevice, LiveRelay, RelayOutcome } from '../live-device.ts';
import { ANSWER_DEADLINE_MS, setRelay } from './set-relay.ts';

type Switched = Result<{ device: LiveDevice; relay: LiveRelay }, Fault>;

/**
 * Switches a relay, whichever way its board is spoken to: over its link, which is done when this returns, or at its next
 * poll. Ok as soon as the command is on its way, or is kept for a board that asks; `settled` tells how it ended.
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

/** It polls: of a board that is just being upgraded the link counts. */
function usesPolling({ isLegacy, link }: LiveDevice): boolean {
	return isLegacy && !link;
}

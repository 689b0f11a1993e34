import { type Timer, afterReading } from '../base/clock.ts';
import type { BoardLink } from './board-link.ts';
import type { Devices } from './devices.ts';
import type { LiveDevice } from './live-device.ts';
import { tellPace } from './set-watched.ts';

/** A board on its link beats within this when it is asked to; a link that its board has lost is silent. */
export const PROBE_MS = 1_000;
/** The quickest pace a board takes. */
const PROBE_PACE_MS = 100;

/** Who wants a device's link while another one has it. */
export interface Newcomer {
	link: BoardLink;
	bootId: bigint;
	timer: Timer;
	decide: (olderIsAlive: boolean) => void;
}

/**
 * Somebody with the device's key comes while the device has a link. Whether its board still speaks on that one decides:
 * told to beat quickly, a board that is there is heard within PROBE_MS. Who was heard is the board, the other one is a copy.
 */
export function probeLink(
	devices: Devices,
	device: LiveDevice,
	comer: Pick<Newcomer, 'link' | 'bootId'>,
	decided: (olderIsAlive: boolean) => void,
): void {
	const older = device.link!;
	const heard = older.framesHeard;
	const timer = afterReading(devices.options.clock, PROBE_MS, () => newcomer.decide(older.framesHeard > heard));
	const newcomer: Newcomer = {
		...comer,
		timer,
		decide(olderIsAlive) {
			endProbe(device);
			decided(olderIsAlive);
			if (device.link === older) tellPace(devices, device);
		},
	};
	device.newcomer = newcomer;
	older.send({ case: 'pace', value: { $typeName: 'mooring.v2.Pace', beatMs: PROBE_PACE_MS } });
}

/** The newcomer has left before it was decided. */
export function newcomerLeft(devices: Devices, device: LiveDevice, link: BoardLink): void {
	if (device.newcomer?.link !== link) return;
	endProbe(device);
	if (device.link) tellPace(devices, device);
}

function endProbe(device: LiveDevice): void {
	device.newcomer?.timer.cancel();
	device.newcomer = null;
}

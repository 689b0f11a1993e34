import { afterReading } from '../../base/clock.ts';
import type { BoardLink, Newcomer } from './board-link.ts';
import type { Devices } from '../devices.ts';
import type { LiveDevice } from '../live-device.ts';
import { keepRightful } from './rightful-boot.ts';
import { tellPace } from '../presence/set-watched.ts';

/** A connected board beats within this time when it is asked to; a dead link stays silent. */
export const PROBE_MS = 1_000;
/** The fastest pace a board accepts. */
const PROBE_PACE_MS = 100;

/**
 * A second link proves the device's key while the device has a link. The board on the first link is asked to beat quickly.
 * If it is heard within PROBE_MS, it is the real board and the newcomer is a copy; otherwise the first link is dead.
 */
export function probeLink(
	devices: Devices,
	device: LiveDevice,
	candidate: Pick<Newcomer, 'link' | 'bootId' | 'key'>,
	decided: (olderIsAlive: boolean) => void,
): void {
	const older = device.link!;
	const heard = older.framesHeard;
	const isOlderHeard = () => older.framesHeard > heard;
	const timer = afterReading(devices.options.clock, PROBE_MS, () => newcomer.decide(isOlderHeard()));
	let end: () => void = () => undefined;
	const over = new Promise<void>((resolve) => (end = resolve));
	const newcomer: Newcomer = {
		...candidate,
		timer,
		isOlderHeard,
		over,
		end,
		decide(olderIsAlive) {
			endProbe(devices, device);
			decided(olderIsAlive);
			if (device.link === older) tellPace(devices, device);
		},
	};
	device.newcomer = newcomer;
	older.send({ case: 'pace', value: { $typeName: 'mooring.v2.Pace', beatMs: PROBE_PACE_MS } });
}

/** The newcomer's link is gone before the decision. */
export function onNewcomerLeft(devices: Devices, device: LiveDevice, link: BoardLink): void {
	if (device.newcomer?.link !== link) return;
	endProbe(devices, device);
	if (device.link) tellPace(devices, device);
}

function endProbe(devices: Devices, device: LiveDevice): void {
	const { newcomer } = device;
	if (!newcomer) return;
	newcomer.timer.cancel();
	device.newcomer = null;
	if (newcomer.bootId !== device.bootId && newcomer.isOlderHeard()) keepRightful(devices, device);
	newcomer.end();
}

import type { BeatReport } from '../../link/board-message.ts';
import { takeVitals } from '../links/connect-board.ts';
import type { Devices } from '../devices.ts';
import type { LiveDevice } from '../live-device.ts';
import { markSeen, restartLateTimer } from './presence.ts';
import { pushConfig } from '../config/push-config.ts';

export function beat(devices: Devices, device: LiveDevice, message: BeatReport): void {
	const { options, stalls } = devices;
	stalls.look();
	const hubWasLate = stalls.resumedAt > device.lastBeatMono;
	if (hubWasLate) device.detector.forgetLast();
	device.detector.beat(options.clock.mono(), device.paceMs);
	takeVitals(device, message.rssi, message.freeHeap, message.uptimeMs);
	const quicker = device.nextPaceMs < device.paceMs;
	device.paceMs = device.nextPaceMs;
	const wasGone = device.presence !== 'online';
	markSeen(devices, device);
	if (wasGone) pushConfig(devices, device);
	if (device.clockUnset !== message.clockUnset) {
		device.clockUnset = message.clockUnset;
		devices.events.emit('PresenceChanged', { device });
	}
	if (quicker || hubWasLate) restartLateTimer(devices, device);
}

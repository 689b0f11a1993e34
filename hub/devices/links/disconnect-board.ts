import type { BoardLink } from './board-link.ts';
import type { Devices } from '../devices.ts';
import type { LiveDevice } from '../live-device.ts';
import { goAway, goOffline } from '../presence/presence.ts';
import { settle } from '../relays/set-relay.ts';

/** The link is gone. `goodbye` tells that the board is off on purpose, then the device is OFFLINE at once. */
export function disconnectBoard(devices: Devices, device: LiveDevice, link: BoardLink, goodbye: boolean): void {
	if (device.link !== link) return; // a newer link took over
	device.link = null;
	device.detector.forgetLast();
	for (const relay of device.relays) if (relay.command) settle(devices, device, relay, 'link-lost');
	const { newcomer } = device;
	// Its board is back already: it was never away. But where it was heard since, that other one is a copy.
	if (newcomer && !newcomer.isOlderHeard()) return newcomer.decide(false);
	newcomer?.decide(true);
	if (goodbye) goOffline(devices, device);
	else goAway(devices, device);
}

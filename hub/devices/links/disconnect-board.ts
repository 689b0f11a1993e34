import type { BoardLink } from './board-link.ts';
import type { Devices } from '../devices.ts';
import type { LiveDevice } from '../live-device.ts';
import { goAway, goOffline } from '../presence/presence.ts';
import { settle } from '../relays/set-relay.ts';

/** The link is gone. `goodbye`: the board said that it switches off, so the device is OFFLINE at once. */
export function disconnectBoard(devices: Devices, device: LiveDevice, link: BoardLink, goodbye: boolean): void {
	if (device.link !== link) return; // a newer link took over
	device.link = null;
	device.detector.forgetLast();
	for (const relay of device.relays) if (relay.command) settle(devices, device, relay, 'link-lost');
	const { newcomer } = device;
	// If this link was silent since the newcomer came, the newcomer is the board, back already. Otherwise it is a copy.
	if (newcomer && !newcomer.isOlderHeard()) return newcomer.decide(false);
	newcomer?.decide(true);
	if (goodbye) goOffline(devices, device);
	else goAway(devices, device);
}

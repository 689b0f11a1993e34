import type { HouseSchedules } from '$protocol/dashboard/schedules.ts';
import { byRoom, inOrder } from '$lib/devices/arrangement.ts';
import type { Device } from '$lib/hub/device.svelte.ts';

/** A relay that a new schedule may switch. `full`: its board has no room for another schedule. */
export interface RelayOffer {
	device: Device;
	relay: number;
	full: boolean;
}

/** A board that polls knows no schedules, and one without relays has nothing to switch. */
export const keepsSchedules = ({ base, relays }: Device): boolean => base.security === 'secure-v2' && relays.length > 0;

/** The relays that a new schedule may switch, by rooms in people's order; the name `null` stands for no room. */
export function relayOffers(
	devices: Iterable<Device>,
	view: Pick<HouseSchedules, 'devices'>,
): { room: string | null; offers: RelayOffer[] }[] {
	const full = new Set(
		view.devices.filter((one) => one.schedules.length >= one.mostSchedules).map(({ device }) => device),
	);
	return byRoom(inOrder([...devices].filter(keepsSchedules))).map(({ name: room, devices }) => ({
		room,
		offers: devices.flatMap((device) => {
			return device.relays.map(({ view }) => ({ device, relay: view.id, full: full.has(device.id) }));
		}),
	}));
}

import type { DeviceView } from '$protocol/dashboard/devices.ts';
import type { PresenceState } from '$protocol/dashboard/shapes.ts';

/** The properties of a device that decide where it stands on the page. */
export interface Placed {
	readonly id: string;
	readonly base: Pick<DeviceView, 'name' | 'room' | 'position' | 'security' | 'code' | 'mac' | 'token' | 'config'> & {
		/** the relays of the device's view, which do not change with every switching, so that no search is repeated for that */
		relays: readonly { name: string }[];
	};
	readonly presence: { state: PresenceState };
}

/** A room and its devices. The name `null` stands for devices without a room. */
export interface Room<D> {
	name: string | null;
	devices: D[];
}

/** The order that people chose. Devices that come or go do not change the order of the others. */
export function inOrder<D extends Placed>(devices: Iterable<D>): D[] {
	return [...devices].sort(
		(a, b) => a.base.position - b.base.position || a.base.name.localeCompare(b.base.name) || (a.id < b.id ? -1 : 1),
	);
}

/** Rooms in the order of their first devices; devices without a room last. */
export function byRoom<D extends Placed>(ordered: readonly D[]): Room<D>[] {
	const rooms = new Map<string | null, D[]>();
	for (const device of ordered) {
		const { room } = device.base;
		const devices = rooms.get(room);
		if (devices) devices.push(device);
		else rooms.set(room, [device]);
	}
	const all = [...rooms].map(([name, devices]) => ({ name, devices }));
	return [...all.filter(({ name }) => name !== null), ...all.filter(({ name }) => name === null)];
}

/** Whether the device has a problem that only a person can solve. */
export function needsAttention({ base: { token, config } }: Placed): boolean {
	return (token.state === 'revoked' && token.firmware === null) || config.state === 'refused';
}

/** Lower case without accents, so that "kuche" finds "Küche". */
export function plain(text: string): string {
	return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

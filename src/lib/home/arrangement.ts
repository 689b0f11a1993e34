import type { DeviceView } from '$protocol/dashboard/devices.ts';
import type { PresenceState } from '$protocol/dashboard/shapes.ts';

/** What of a device its place on the page depends on. */
export interface Placed {
	readonly id: string;
	readonly base: Pick<DeviceView, 'name' | 'room' | 'position' | 'security' | 'code' | 'mac' | 'token' | 'config'> & {
		/** as the device came, so that what relays do works no search out anew */
		relays: readonly { name: string }[];
	};
	readonly presence: { state: PresenceState };
}

/** One room and its devices; the last one, `null`, has those that are in none. */
export interface Room<D> {
	name: string | null;
	devices: D[];
}

export const FILTERS = ['all', 'online', 'away', 'offline', 'legacy', 'attention'] as const;
export type Filter = (typeof FILTERS)[number];

/** People's own order. Only they change it: a device that comes or goes moves no other. */
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

/** Something only a person can put right. */
export function needsAttention({ base: { token, config } }: Placed): boolean {
	return (token.state === 'revoked' && token.firmware === null) || config.state === 'refused';
}

export function passes(device: Placed, filter: Filter): boolean {
	switch (filter) {
		case 'all':
			return true;
		case 'legacy':
			return device.base.security === 'legacy-v1';
		case 'attention':
			return needsAttention(device);
		default:
			return device.presence.state === filter;
	}
}

export function countEach(devices: readonly Placed[]): Record<Filter, number> {
	const counts = { all: 0, online: 0, away: 0, offline: 0, legacy: 0, attention: 0 };
	for (const device of devices) for (const filter of FILTERS) if (passes(device, filter)) counts[filter]++;
	return counts;
}

/** Whether every word of `text` is in the name, the room, a relay's name, the code or the MAC; accents and case are one. */
export function matches(device: Placed, text: string): boolean {
	const words = plain(text).split(/\s+/).filter(Boolean);
	if (words.length === 0) return true;
	const { name, room, code, mac, relays } = device.base;
	const parts = [name, room ?? '', code, mac, mac.replaceAll(':', ''), ...relays.map(({ name }) => name)];
	const all = plain(parts.join('\n'));
	return words.every((word) => all.includes(word));
}

/** Letters as one types them: "Küche" is found by "kuche". */
export function plain(text: string): string {
	return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Rooms while somebody puts them in order: of ids, and with the place for what is in no room, even where it is empty. */
export type Plan = readonly { readonly name: string | null; readonly ids: readonly string[] }[];

/** The plan of the present order. What is new goes to the end of its room; what is gone is left out. */
export function planOf<D extends Placed>(devices: readonly D[], before: Plan = []): Plan {
	const rooms = new Map<string | null, string[]>(before.map(({ name }) => [name, []]));
	const known = new Map(before.flatMap(({ name, ids }) => ids.map((id) => [id, name] as const)));
	const present = new Map(devices.map((device) => [device.id, device]));
	for (const id of known.keys()) if (present.has(id)) rooms.get(known.get(id)!)!.push(id);
	for (const { name, devices: inRoom } of byRoom(inOrder(devices)))
		for (const { id } of inRoom) {
			if (known.has(id)) continue;
			if (!rooms.has(name)) rooms.set(name, []);
			rooms.get(name)!.push(id);
		}
	const all = [...rooms].map(([name, ids]) => ({ name, ids }));
	const none = rooms.get(null) ?? [];
	return [...all.filter(({ name }) => name !== null), { name: null, ids: none }];
}

/** A device moved into a room, before the one that is at `index` there; a room that is not there yet becomes the last. */
export function moved(plan: Plan, id: string, room: string | null, index = Infinity): Plan {
	const from = plan.find(({ ids }) => ids.includes(id));
	// Its own leaving makes the places behind it one less.
	const own = from?.name === room ? from.ids.indexOf(id) : Infinity;
	const at = own < index ? index - 1 : index;
	const without = plan.map(({ name, ids }) => ({ name, ids: ids.filter((one) => one !== id) }));
	const rooms = without.some(({ name }) => name === room)
		? without
		: [...without.slice(0, -1), { name: room, ids: [] }, ...without.slice(-1)];
	return rooms.map(({ name, ids }) =>
		name === room ? { name, ids: [...ids.slice(0, at), id, ...ids.slice(Math.min(at, ids.length))] } : { name, ids },
	);
}

/** A device one place up (-1) or down (1) in its room; the same plan where it stands at the end. */
export function stepped(plan: Plan, id: string, by: 1 | -1): Plan {
	const room = plan.find(({ ids }) => ids.includes(id));
	const to = room ? room.ids.indexOf(id) + by : -1;
	if (!room || to < 0 || to >= room.ids.length) return plan;
	return moved(plan, id, room.name, by === 1 ? to + 1 : to);
}

/** A room one place up or down; what is in no room stays last. */
export function roomStepped(plan: Plan, name: string, by: 1 | -1): Plan {
	const from = plan.findIndex((room) => room.name === name);
	const to = from + by;
	if (from < 0 || to < 0 || to >= plan.length - 1) return plan;
	const rooms = [...plan];
	rooms.splice(to, 0, ...rooms.splice(from, 1));
	return rooms;
}

/** A room by another name; where there is one of that name already, both become one. */
export function roomRenamed(plan: Plan, name: string, to: string): Plan {
	if (name === to) return plan;
	if (!plan.some((room) => room.name === to))
		return plan.map((room) => (room.name === name ? { name: to, ids: room.ids } : room));
	const ids = plan.find((room) => room.name === name)?.ids ?? [];
	return ids.reduce((all, id) => moved(all, id, to), plan).filter((room) => room.name !== name);
}

import { type Placed, byRoom, inOrder } from './arrangement.ts';

/** Rooms with device ids while somebody sorts them. The last room, `null`, is always there, even when it is empty. */
export type Plan = readonly { readonly name: string | null; readonly ids: readonly string[] }[];

/** The plan of `devices` in the order of `before`: new devices are appended to their rooms, deleted ones are left out. */
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

/** Moves a device into a room, before the device at `index`. A new room is added after the others. */
export function moved(plan: Plan, id: string, room: string | null, index = Infinity): Plan {
	const from = plan.find(({ ids }) => ids.includes(id));
	// Within its own room, removing the device first shifts the indices behind it by one.
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

/** Moves a device one place up (-1) or down (1) in its room. At the end of the room the plan is returned unchanged. */
export function stepped(plan: Plan, id: string, by: 1 | -1): Plan {
	const room = plan.find(({ ids }) => ids.includes(id));
	const to = room ? room.ids.indexOf(id) + by : -1;
	if (!room || to < 0 || to >= room.ids.length) return plan;
	return moved(plan, id, room.name, by === 1 ? to + 1 : to);
}

/** Moves a room one place up or down; devices without a room stay last. */
export function roomStepped(plan: Plan, name: string, by: 1 | -1): Plan {
	const from = plan.findIndex((room) => room.name === name);
	const to = from + by;
	if (from < 0 || to < 0 || to >= plan.length - 1) return plan;
	const rooms = [...plan];
	rooms.splice(to, 0, ...rooms.splice(from, 1));
	return rooms;
}

/** Renames a room. If the new name exists already, the two rooms are merged. */
export function roomRenamed(plan: Plan, name: string, to: string): Plan {
	if (name === to) return plan;
	if (!plan.some((room) => room.name === to))
		return plan.map((room) => (room.name === name ? { name: to, ids: room.ids } : room));
	const ids = plan.find((room) => room.name === name)?.ids ?? [];
	return ids.reduce((all, id) => moved(all, id, to), plan).filter((room) => room.name !== name);
}

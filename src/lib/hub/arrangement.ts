import type { DeviceView, PresenceState } from '$protocol/dashboard.ts';

/** What of a device its place on the page depends on. */
export interface Placed {
	readonly id: string;
	readonly base: Pick<DeviceView, 'name' | 'room' | 'position' | 'security' | 'code' | 'mac' | 'token' | 'config'>;
	readonly presence: { state: PresenceState };
	readonly relays: readonly { readonly view: { name: string } }[];
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
	const { name, room, code, mac } = device.base;
	const parts = [name, room ?? '', code, mac, mac.replaceAll(':', ''), ...device.relays.map(({ view }) => view.name)];
	const all = plain(parts.join('\n'));
	return words.every((word) => all.includes(word));
}

/** Letters as one types them: "Küche" is found by "kuche". */
export function plain(text: string): string {
	return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

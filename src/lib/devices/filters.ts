import { type Placed, needsAttention, plain } from './arrangement.ts';

const FILTERS = ['all', 'online', 'away', 'offline', 'legacy', 'attention'] as const;
export type Filter = (typeof FILTERS)[number];

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

/** Whether every word of `text` occurs in the name, room, relay names, code or MAC, regardless of accents and case. */
export function matches(device: Placed, text: string): boolean {
	const words = plain(text).split(/\s+/).filter(Boolean);
	if (words.length === 0) return true;
	const { name, room, code, mac, relays } = device.base;
	const parts = [name, room ?? '', code, mac, mac.replaceAll(':', ''), ...relays.map(({ name }) => name)];
	const all = plain(parts.join('\n'));
	return words.every((word) => all.includes(word));
}

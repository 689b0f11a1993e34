/** The part of a full map that is evicted at a time, so that it is not sorted for every new entry. */
const SHARE = 0.1;

/** Evicts entries until the map has at most `most`: least weight first, of equals the older one. */
export function evictLeast<T>(map: Map<string, T>, most: number, weight: (entry: T) => number): void {
	if (map.size <= most) return;
	const surplus = map.size - most + Math.floor(most * SHARE);
	const weighed = [...map].map(([key, entry]) => ({ key, weight: weight(entry) })).sort((a, b) => a.weight - b.weight);
	for (const { key } of weighed.slice(0, surplus)) map.delete(key);
}

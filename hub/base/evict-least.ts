/** What is forgotten at once where there is too much: sorting for every single entry would cost more than the entries do. */
const SHARE = 0.1;

/** Keeps a map within `most` entries: those of least weight are forgotten first, of equal ones the older. */
export function evictLeast<T>(map: Map<string, T>, most: number, weight: (entry: T) => number): void {
	if (map.size <= most) return;
	const surplus = map.size - most + Math.floor(most * SHARE);
	const weighed = [...map].map(([key, entry]) => ({ key, weight: weight(entry) })).sort((a, b) => a.weight - b.weight);
	for (const { key } of weighed.slice(0, surplus)) map.delete(key);
}

import { plain } from '$lib/home/arrangement.ts';

/** The zones that have every word of `text` in their names, as people write them: "new york". */
export function zonesLike(zones: readonly string[], text: string): string[] {
	const parts = readable(text).split(/\s+/).filter(Boolean);
	return zones.filter((zone) => parts.every((part) => readable(zone).includes(part)));
}

/** What somebody typed and did not choose: the zone of that name, or the only one like it, or else what was typed. */
export function zoneMeant(zones: readonly string[], text: string): string {
	const like = zonesLike(zones, text);
	const named = like.find((zone) => readable(zone) === readable(text.trim()));
	return named ?? (like.length === 1 ? like[0]! : text);
}

function readable(text: string): string {
	return plain(text).replaceAll(/[_/]/g, ' ');
}

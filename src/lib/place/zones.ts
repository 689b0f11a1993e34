import { plain } from '$lib/devices/arrangement.ts';

/** The zones whose names contain every word of `text`, such as "new york". */
export function zonesLike(zones: readonly string[], text: string): string[] {
	const parts = readable(text).split(/\s+/).filter(Boolean);
	return zones.filter((zone) => parts.every((part) => readable(zone).includes(part)));
}

/** The zone for typed text that was not chosen from the list: an exact match, the only match, or else the text itself. */
export function zoneMeant(zones: readonly string[], text: string): string {
	const like = zonesLike(zones, text);
	const named = like.find((zone) => readable(zone) === readable(text.trim()));
	return named ?? (like.length === 1 ? like[0]! : text);
}

/** The name under which this browser lists a zone: some zones have an old and a new one, such as Asia/Calcutta. */
export function zoneHere(zone: string): string {
	try {
		return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
	} catch {
		return zone;
	}
}

function readable(text: string): string {
	return plain(text).replaceAll(/[_/]/g, ' ');
}

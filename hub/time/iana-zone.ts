import type { OffsetAt } from './local-time.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

/** A moment at which the clocks of a zone are put forward or back. */
export interface ZoneChange {
	/** Unix ms */
	at: number;
	/** distance from UTC before it, and from then on, ms */
	fromMs: number;
	toMs: number;
}

/**
 * How far the clocks of an IANA time zone ("Africa/Casablanca") are ahead of UTC, from the runtime's own tz database
 * (ICU), so that an update of Node updates the zones. Undefined if there is no such zone.
 */
export function zoneOffsets(timeZone: string): OffsetAt | undefined {
	let format: Intl.DateTimeFormat;
	try {
		format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
	} catch {
		return undefined;
	}
	return (at) => {
		const { value = '' } = format.formatToParts(at).find(({ type }) => type === 'timeZoneName') ?? {};
		// "GMT" alone is 0.
		const [, sign = '', hours = '0', minutes = '0'] = /([+-])(\d+):(\d+)/.exec(value) ?? [];
		return (sign === '-' ? -1 : 1) * (Number(hours) * HOUR_MS + Number(minutes) * MINUTE_MS);
	};
}

/** The changes after `from` and up to `until`, to the minute. Two that are less than `lookEveryMs` apart may be missed. */
export function changesBetween(offsetAt: OffsetAt, from: number, until: number, lookEveryMs: number): ZoneChange[] {
	const changes: ZoneChange[] = [];
	let at = Math.floor(from / MINUTE_MS) * MINUTE_MS;
	let fromMs = offsetAt(at);
	while (at < until) {
		const next = at + lookEveryMs;
		const toMs = offsetAt(next);
		if (toMs !== fromMs) changes.push({ at: firstWith(toMs, offsetAt, at, next), fromMs, toMs });
		at = next;
		fromMs = toMs;
	}
	return changes.filter(({ at }) => at <= until);
}

/** The first minute after `low` at which the offset is that of `high`. */
function firstWith(offsetMs: number, offsetAt: OffsetAt, low: number, high: number): number {
	while (high - low > MINUTE_MS) {
		const middle = low + Math.ceil((high - low) / MINUTE_MS / 2) * MINUTE_MS;
		if (offsetAt(middle) === offsetMs) high = middle;
		else low = middle;
	}
	return high;
}

/**
 * The name of an IANA time zone in its proper spelling ("europe/berlin" → "Europe/Berlin"); undefined if there is no
 * such zone. An alias is kept as chosen. An offset ("+01:00") is not accepted, since it has no summer time.
 */
export function ianaName(text: string): string | undefined {
	if (!/^[a-z]/i.test(text)) return undefined;
	try {
		const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions();
		return timeZone.toLowerCase() === text.toLowerCase() ? timeZone : text;
	} catch {
		return undefined;
	}
}

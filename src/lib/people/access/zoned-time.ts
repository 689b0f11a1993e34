/** Wall-clock times in the hub's time zone, which may differ from the browser's. */
export interface WallTime {
	year: number;
	/** 1 = January */
	month: number;
	day: number;
	hour: number;
	minute: number;
}

const DAY_MS = 24 * 3_600_000;
/** what a field for date and time holds once it is filled in */
const FIELD = /^\d+-\d\d-\d\dT\d\d:\d\d/;

export function wallTimeAt(at: number, timeZone: string): WallTime {
	const format = new Intl.DateTimeFormat('en-US', {
		timeZone,
		calendar: 'gregory',
		numberingSystem: 'latn',
		hourCycle: 'h23',
		year: 'numeric',
		month: 'numeric',
		day: 'numeric',
		hour: 'numeric',
		minute: 'numeric',
	});
	const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
	const { year = 0, month = 1, day = 1, hour = 0, minute = 0 } = parts;
	return { year, month, day, hour, minute };
}

/**
 * The moment at which clocks in the zone show this time, Unix ms. Days and months may be out of range, as for Date. Of a
 * time that comes twice it is the first; a time that clocks skip is taken as if they had not been changed yet.
 */
export function momentOf({ year, month, day, hour, minute }: WallTime, timeZone: string): number {
	const shown = Date.UTC(year, month - 1, day, hour, minute);
	const candidates = [shown - DAY_MS, shown + DAY_MS].map((near) => shown - offsetAt(near, timeZone));
	const fitting = candidates.filter((at) => at + offsetAt(at, timeZone) === shown);
	return fitting.length > 0 ? Math.min(...fitting) : candidates[0]!;
}

/** ms that the zone's clocks are ahead of UTC */
function offsetAt(at: number, timeZone: string): number {
	const { year, month, day, hour, minute } = wallTimeAt(at, timeZone);
	return Date.UTC(year, month - 1, day, hour, minute) - Math.floor(at / 60_000) * 60_000;
}

/** "2026-11-29T18:00", as a field for date and time has it */
export function fieldText(at: number, timeZone: string): string {
	const { year, month, day, hour, minute } = wallTimeAt(at, timeZone);
	return new Date(Date.UTC(year, month - 1, day, hour, minute)).toISOString().slice(0, 16);
}

/** undefined for a field that is not filled in */
export function momentOfField(text: string, timeZone: string): number | undefined {
	const shown = new Date(`${text}Z`);
	if (!FIELD.test(text) || Number.isNaN(shown.getTime())) return undefined;
	return momentOf(wallTimeAt(shown.getTime(), 'UTC'), timeZone);
}

import { homeWords } from '$words/home/home.ts';

const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const words = homeWords.tile;

/** An age in one number and a unit: "12 min", "3 h", "2 days"; undefined in the first minute. */
export function shortAge(age: number): string | undefined {
	if (age < MINUTE_MS) return undefined;
	if (age < HOUR_MS) return words.minutes(Math.floor(age / MINUTE_MS));
	if (age < DAY_MS) return words.hours(Math.floor(age / HOUR_MS));
	return words.days(Math.floor(age / DAY_MS));
}

/** A switch-on and its countdown began together, if they are so close to a whole number of minutes apart. */
const TOGETHER_MS = 3_000;

/**
 * How long a countdown lasts in all, ms; undefined where it was set while the relay was on already, since nobody knows then
 * when it began.
 */
export function timerTotal(onSince: number | null, offAt: number): number | undefined {
	if (onSince === null) return undefined;
	const total = Math.round((offAt - onSince) / MINUTE_MS) * MINUTE_MS;
	return total > 0 && Math.abs(offAt - onSince - total) <= TOGETHER_MS ? total : undefined;
}

/** What is left of a countdown, rounded up, in seconds for the last minute only: "12 min", "45 s". */
export function timeLeft(ms: number): string {
	if (ms <= MINUTE_MS) return words.seconds(Math.max(1, Math.round(ms / SECOND_MS)));
	if (ms <= 2 * HOUR_MS) return words.minutes(Math.ceil(ms / MINUTE_MS));
	if (ms <= 2 * DAY_MS) return words.hours(Math.ceil(ms / HOUR_MS));
	return words.days(Math.ceil(ms / DAY_MS));
}

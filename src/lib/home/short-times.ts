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

/** What is left of a countdown, rounded up, in seconds for the last minute only: "12 min", "45 s". */
export function timeLeft(ms: number): string {
	if (ms <= MINUTE_MS) return words.seconds(Math.max(1, Math.round(ms / SECOND_MS)));
	if (ms <= 2 * HOUR_MS) return words.minutes(Math.ceil(ms / MINUTE_MS));
	if (ms <= 2 * DAY_MS) return words.hours(Math.ceil(ms / HOUR_MS));
	return words.days(Math.ceil(ms / DAY_MS));
}

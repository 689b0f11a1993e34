import { words } from '$words/words.ts';
import { hourOf } from './dates.ts';
import { dateText, relativeText } from './intl.ts';

/** Ages, countdowns and points in time as text. */

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** "07:12" today, "Monday" this week, "30 March" before. */
export function moment(at: number, now: number): string {
	if (now - at < DAY_MS && new Date(at).getDate() === new Date(now).getDate()) return hourOf(at);
	return now - at < 6 * DAY_MS ? dateText(at, { weekday: 'long' }) : dateText(at, { day: 'numeric', month: 'long' });
}

/** The same in short: "07:12", "Mon", "30 Mar". */
export function shortMoment(at: number, now: number): string {
	if (now - at < DAY_MS && new Date(at).getDate() === new Date(now).getDate()) return hourOf(at);
	return now - at < 6 * DAY_MS ? dateText(at, { weekday: 'short' }) : dateText(at, { day: 'numeric', month: 'short' });
}

/** "14:01" */
export const clockTime = (at: number) => hourOf(at);

/** "Today", "Yesterday", "Monday, 23 November", with the year if it is another one. */
export function dayName(at: number, now: number): string {
	const days = Math.round((new Date(now).setHours(0, 0, 0, 0) - new Date(at).setHours(0, 0, 0, 0)) / DAY_MS);
	if (days === 0 || days === 1) return words.time.days[days];
	const other = new Date(at).getFullYear() !== new Date(now).getFullYear();
	return dateText(at, { weekday: 'long', day: 'numeric', month: 'long', ...(other && { year: 'numeric' }) });
}

/** "just now", "3 minutes ago", "yesterday" */
export function ago(at: number, now: number): string {
	const age = Math.max(0, now - at);
	if (age < MINUTE_MS) return words.time.justNow;
	if (age < HOUR_MS) return relativeText(-Math.floor(age / MINUTE_MS), 'minute');
	if (age < DAY_MS) return relativeText(-Math.floor(age / HOUR_MS), 'hour');
	return relativeText(-Math.floor(age / DAY_MS), 'day');
}

/** "21:52:10"; rounded, so that a countdown of 20 minutes starts at 20:00 in spite of network delay */
export function countdown(ms: number): string {
	const seconds = Math.max(0, Math.round(ms / 1_000));
	return [seconds / 3_600, (seconds / 60) % 60, seconds % 60]
		.map((n) => String(Math.floor(n)).padStart(2, '0'))
		.join(':');
}

/** "4:05", or "1:04:05" from an hour on */
export function shortCountdown(ms: number): string {
	const [hours, minutes, seconds] = countdown(ms).split(':') as [string, string, string];
	return hours === '00' ? `${Number(minutes)}:${seconds}` : `${Number(hours)}:${minutes}:${seconds}`;
}

import { LOCALE } from '$lib/words/language.ts';
import { words } from '$words/words.ts';

/** Ages, countdowns and points in time as text. */

const clock = new Intl.DateTimeFormat(LOCALE, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const weekday = new Intl.DateTimeFormat(LOCALE, { weekday: 'long' });
const day = new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'long' });
const shortWeekday = new Intl.DateTimeFormat(LOCALE, { weekday: 'short' });
const shortDay = new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'short' });
const relative = new Intl.RelativeTimeFormat(LOCALE, { numeric: 'auto' });

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** "07:12" today, "Monday" this week, "30 March" before. */
export function moment(at: number, now: number): string {
	if (now - at < DAY_MS && new Date(at).getDate() === new Date(now).getDate()) return clock.format(at);
	return now - at < 6 * DAY_MS ? weekday.format(at) : day.format(at);
}

/** The same in short: "07:12", "Mon", "30 Mar". */
export function shortMoment(at: number, now: number): string {
	if (now - at < DAY_MS && new Date(at).getDate() === new Date(now).getDate()) return clock.format(at);
	return now - at < 6 * DAY_MS ? shortWeekday.format(at) : shortDay.format(at);
}

/** "14:01" */
export const clockTime = (at: number) => clock.format(at);

/** "Today", "Yesterday", "Monday, 23 November", with the year if it is another one. */
export function dayName(at: number, now: number): string {
	const days = Math.round((new Date(now).setHours(0, 0, 0, 0) - new Date(at).setHours(0, 0, 0, 0)) / DAY_MS);
	if (days === 0 || days === 1) return words.time.days[days];
	const other = new Date(at).getFullYear() !== new Date(now).getFullYear();
	return new Intl.DateTimeFormat(LOCALE, {
		weekday: 'long',
		day: 'numeric',
		month: 'long',
		...(other ? { year: 'numeric' } : {}),
	}).format(at);
}

/** "just now", "3 minutes ago", "yesterday" */
export function ago(at: number, now: number): string {
	const age = Math.max(0, now - at);
	if (age < MINUTE_MS) return words.time.justNow;
	if (age < HOUR_MS) return relative.format(-Math.floor(age / MINUTE_MS), 'minute');
	if (age < DAY_MS) return relative.format(-Math.floor(age / HOUR_MS), 'hour');
	return relative.format(-Math.floor(age / DAY_MS), 'day');
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

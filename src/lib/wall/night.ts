import type { Night } from '$protocol/dashboard/people/wall.ts';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
/** The night until the hub has said when it is. */
const FROM_HOUR = 22;
const HOURS = 8;

/** 22:00 to 06:00 by this device's clock: the night around `now` (Unix ms), or the next one. */
export function guessedNight(now: number): Night {
	const from = new Date(now).setHours(FROM_HOUR, 0, 0, 0);
	return latest({ from: from - DAY_MS, to: from - DAY_MS + HOURS * HOUR_MS, bySun: false }, now);
}

/**
 * The night that the hub told, moved on by whole days until it is not over at `now`: while the hub is out of reach,
 * tonight is much as the last night was.
 */
export function latest({ from, to, bySun }: Night, now: number): Night {
	const days = Math.max(0, Math.floor((now - to) / DAY_MS) + 1);
	return { from: from + days * DAY_MS, to: to + days * DAY_MS, bySun };
}

/** Whether it is night at `now`. The clock may have been set back behind the night that was told. */
export function isNight(night: Night, now: number): boolean {
	const { from, to } = latest(night, now);
	return now >= from && now < to;
}

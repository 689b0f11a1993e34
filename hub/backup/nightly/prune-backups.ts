import { existsSync, readdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type OffsetAt, localTimeAt } from '../../time/local-time.ts';
import { timeIn } from './file-names.ts';

const WEEK_DAYS = 7;
/** Files from further ahead were named by a clock that was wrong. */
const MOST_AHEAD_MS = 86_400_000;
/** of a backup that was not written to its end, because the hub was killed */
const UNFINISHED = '.new';

export interface Kept {
	keepDaily: number;
	keepWeekly: number;
}

/** The backups of this hub in a folder: name and time, newest first. */
export function backupsIn(folder: string, hubId: Uint8Array): { name: string; at: number }[] {
	if (!existsSync(folder)) return [];
	return readdirSync(folder)
		.map((name) => ({ name, at: timeIn(name, hubId) }))
		.filter((file): file is { name: string; at: number } => file.at !== undefined)
		.sort((a, b) => b.at - a.at);
}

/**
 * Which times may go: kept are the newest of each of the last days, and the newest of each of the last weeks, that
 * have one. The one that was just written is always kept. Those from far ahead stay, and take no place of others.
 */
export function timesToPrune(
	times: readonly number[],
	{ keepDaily, keepWeekly }: Kept,
	offsetAt: OffsetAt,
	written: number,
): number[] {
	const newestFirst = times.filter((at) => at <= written + MOST_AHEAD_MS).sort((a, b) => b - a);
	const keep = new Set([written]);
	const keepNewestOf = (most: number, spanOf: (day: number, weekday: number) => number) => {
		const spans = new Set<number>();
		for (const at of newestFirst) {
			const { day, weekday } = localTimeAt(offsetAt, at);
			const span = spanOf(day, weekday);
			if (spans.has(span) || spans.size >= most) continue;
			spans.add(span);
			keep.add(at);
		}
	};
	keepNewestOf(keepDaily, (day) => day);
	keepNewestOf(keepWeekly, (day, weekday) => (day - weekday) / WEEK_DAYS);
	return newestFirst.filter((at) => !keep.has(at));
}

/** Deletes old backups of this hub, and what is left of unfinished ones. Other files stay. Call when `written` is good. */
export async function pruneBackups(
	{ folder, hubId }: { folder: string; hubId: Uint8Array },
	written: string,
	kept: Kept,
	offsetAt: OffsetAt,
): Promise<void> {
	const files = backupsIn(folder, hubId);
	const times = files.map(({ at }) => at);
	const gone = new Set(timesToPrune(times, kept, offsetAt, timeIn(written, hubId)!));
	const names = files.filter(({ at }) => gone.has(at)).map(({ name }) => name);
	for (const name of readdirSync(folder)) {
		const isUnfinished = name.endsWith(UNFINISHED) && timeIn(name.slice(0, -UNFINISHED.length), hubId) !== undefined;
		if (isUnfinished) names.push(name);
	}
	for (const name of names) await rm(join(folder, name), { force: true });
}

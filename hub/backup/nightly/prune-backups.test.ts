import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { fileNameOf, timeIn } from './file-names.ts';
import { pruneBackups, timesToPrune } from './prune-backups.ts';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
/** a Sunday */
const NOW = Date.UTC(2026, 10, 29, 3);
const HUB = Buffer.from('0a1b2c3d000000000000000000000000', 'hex');
const OTHER = Buffer.from('ffffffff000000000000000000000000', 'hex');
const utc = () => 0;
const daysAgo = (times: number[]) => times.map((at) => (NOW - at) / DAY_MS);

function keptOf(days: number[], kept: { keepDaily: number; keepWeekly: number }): number[] {
	const times = days.map((ago) => NOW - ago * DAY_MS);
	const pruned = timesToPrune(times, kept, utc, NOW);
	return daysAgo(times.filter((at) => !pruned.includes(at)));
}

it('keeps one of each of the last days, and one of each of the last weeks', () => {
	const everyDay = Array.from({ length: 60 }, (_, ago) => ago);
	expect(keptOf(everyDay, { keepDaily: 7, keepWeekly: 4 })).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 14, 21]);
});

it('counts days and weeks that have a backup: a hub that was off for a month loses none for that', () => {
	expect(keptOf([0, 40, 41, 42, 90], { keepDaily: 2, keepWeekly: 3 })).toEqual([0, 40, 42]);
});

it('keeps the newest of a day', () => {
	const times = [NOW, NOW - HOUR_MS, NOW - 2 * HOUR_MS];
	expect(timesToPrune(times, { keepDaily: 7, keepWeekly: 4 }, utc, NOW)).toEqual([NOW - HOUR_MS, NOW - 2 * HOUR_MS]);
});

it('goes by the household’s days', () => {
	const before = Date.UTC(2026, 10, 28, 22, 30);
	const after = Date.UTC(2026, 10, 28, 23, 30);
	expect(timesToPrune([before, after], { keepDaily: 2, keepWeekly: 0 }, utc, after)).toEqual([before]);
	expect(timesToPrune([before, after], { keepDaily: 2, keepWeekly: 0 }, () => HOUR_MS, after)).toEqual([]);
});

it('never deletes the one that was just written', () => {
	const kept = { keepDaily: 1, keepWeekly: 0 };
	expect(timesToPrune([NOW], { keepDaily: 0, keepWeekly: 0 }, utc, NOW)).toEqual([]);
	expect(timesToPrune([NOW, NOW + 20 * HOUR_MS], kept, utc, NOW)).toEqual([]);
});

it('gives no place to files from a clock that was ahead, and leaves them', () => {
	const ahead = Array.from({ length: 28 }, (_, n) => -30 - n);
	expect(keptOf([...ahead, 0], { keepDaily: 1, keepWeekly: 0 })).toEqual([...ahead, 0]);
	expect(keptOf([...ahead, 0, 1, 2, 8], { keepDaily: 2, keepWeekly: 2 })).toEqual([...ahead, 0, 1, 8]);
});

it('deletes only what this hub named, and what it did not write to the end', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'mooring-prune-'));
	onTestFinished(() => rmSync(folder, { recursive: true }));
	const own = [0, 1, 2].map((ago) => fileNameOf(HUB, NOW - ago * DAY_MS));
	const others = [fileNameOf(OTHER, NOW - 9 * DAY_MS), 'mooring-0a1b2c3d-holiday.age', 'photo.jpg', 'photo.jpg.new'];
	const unfinished = `${fileNameOf(HUB, NOW - DAY_MS / 2)}.new`;
	for (const name of [...own, ...others, unfinished]) writeFileSync(join(folder, name), 'x');
	await pruneBackups({ folder, hubId: HUB }, own[0]!, { keepDaily: 2, keepWeekly: 0 }, utc);
	expect(readdirSync(folder).sort()).toEqual([...own.slice(0, 2), ...others].sort());
});

it('finds the time in a name, and none in a name of another hub or no hub', () => {
	expect(fileNameOf(HUB, NOW)).toBe('mooring-0a1b2c3d-2026-11-29T03-00-00Z.age');
	expect(timeIn(fileNameOf(HUB, NOW), HUB)).toBe(NOW);
	for (const name of [fileNameOf(OTHER, NOW), 'mooring-0a1b2c3d-2026-13-29T03-00-00Z.age', 'x.age'])
		expect(timeIn(name, HUB)).toBeUndefined();
});

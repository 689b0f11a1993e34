import { ago } from '$lib/words/format/times.ts';

const UNITS = ['KB', 'MB', 'GB', 'TB'] as const;
const STEP = 1_024;

/** "812 KB", "3.4 MB", "27 GB" */
export function bytesWord(bytes: number): string {
	let value = bytes / STEP;
	let unit = 0;
	while (value >= STEP && unit < UNITS.length - 1) {
		value /= STEP;
		unit++;
	}
	return `${unit > 0 && value < 10 ? value.toFixed(1) : Math.ceil(value)} ${UNITS[unit]}`;
}

/** The hub's database and its disk, on the page of the settings. */
export const storageWords = {
	title: 'Storage',
	database: 'Database',
	free: 'Free on its disk',
	unknown: 'The system does not say',
	checked: 'Last check',
	notChecked: 'Not yet',
	whole: (at: number, now: number) => `${ago(at, now)}: undamaged`,
	damaged: 'The database is damaged',
	damagedWhat: (at: number, now: number) =>
		`A check found it ${ago(at, now)}. Restore a backup, onto another disk if this happens again.`,
	little: 'There is little room left',
	littleWhat: 'A backup needs room for a copy of the database and for its own file.',
	looking: 'Looking at the disk…',
};

import { ago } from '$lib/words/format/times.ts';
import { translatable } from '$lib/words/language.ts';

/** The hub's database and its disk, on the page of the settings. */
export const storageWords = translatable('storageWords', {
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
});

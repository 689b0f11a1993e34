import type { Words } from '$lib/words/all-words.ts';
import { ago } from '$lib/words/format/times.ts';

/** The hub's database and its disk, on the page of the settings. */
export const storageWords: Words['storageWords'] = {
	title: 'Pamięć masowa',
	database: 'Baza danych',
	free: 'Wolne na jej dysku',
	unknown: 'System tego nie podaje',
	checked: 'Ostatnie sprawdzenie',
	notChecked: 'Jeszcze nie było',
	whole: (at, now) => `${ago(at, now)}: bez uszkodzeń`,
	damaged: 'Baza danych jest uszkodzona',
	damagedWhat: (at, now) =>
		`Wykryto to przy sprawdzaniu ${ago(at, now)}. Przywróć kopię zapasową, a jeśli to się powtórzy, na innym dysku.`,
	little: 'Zostało mało miejsca',
	littleWhat: 'Kopia zapasowa potrzebuje miejsca na kopię bazy danych i na własny plik.',
	looking: 'Sprawdzanie dysku…',
};

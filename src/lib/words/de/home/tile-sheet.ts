import type { Words } from '$lib/words/all-words.ts';
import { exactDuration } from '$lib/words/format/duration.ts';
import { isolate } from '$lib/words/format/isolate.ts';

/** The sheet of a tile. */
export const sheetWords: Words['sheetWords'] = {
	favourite: (name) => `${isolate(name)} ist ein Favorit`,
	onFor: 'Einschalten für',
	timer: {
		preset: (minutes) => exactDuration(minutes * 60_000),
		other: 'Andere…',
		more: (minutes) => `${minutes} Min. länger`,
		stay: 'An lassen',
		/** "An bis 18:40 · noch 12 von 30 Min." */
		running(when, leftMs, totalMs) {
			const minutes = Math.ceil(leftMs / 60_000);
			const left =
				leftMs <= 60_000
					? `noch ${Math.ceil(leftMs / 1_000)} Sek.`
					: totalMs && totalMs < 3 * 3_600_000
						? `noch ${minutes} von ${totalMs / 60_000} Min.`
						: `noch ${exactDuration(minutes * 60_000)}`;
			return `An bis ${when} · ${left}`;
		},
	},
	rules: 'Regeln',
	onBoard: 'auf dem Board',
	onHub: 'auf dem Hub',
	moved: 'Wer geschaltet hat',
	changed: 'Letzte Änderungen',
	never: 'Noch ist nichts bekannt.',
	edit: 'Bearbeiten',
	does: 'Was es tut',
	run: 'Ausführen',
	notConnected: 'Das Board ist nicht verbunden. Schalten geht gerade nicht.',
	mayNot: 'Du darfst es sehen, aber nicht schalten.',
	hubLost: 'Der Hub ist nicht erreichbar. Schalten geht gerade nicht.',
};

/** What makes a relay switch, besides people. */
export const ruleWords: Words['ruleWords'] = {
	maxOn: (time) => `Geht nach ${time} von selbst aus`,
	pulse: (time) => `Ein Impuls dauert ${time}`,
	never: (names) => `Nie zusammen an mit ${names.map(isolate).join(', ')}`,
	powerOn: {
		on: 'Geht an, wenn der Strom wiederkommt',
		last: 'Nimmt den letzten Zustand an, wenn der Strom wiederkommt',
	},
	input: (name) => `Folgt dem Wandschalter ${isolate(name)}`,
	schedule: (on, when, forTime) => `${on ? 'Geht an' : 'Geht aus'}: ${when}${forTime && `, für ${forTime}`}`,
	scene: (on, name) => `Geht ${on ? 'an' : 'aus'}, wenn ${isolate(name)} ausgeführt wird`,
	group: (name) => `Gehört zu ${isolate(name)}`,
	none: 'Wird nur von Hand geschaltet.',
};

import type { Words } from '$lib/words/all-words.ts';
import { exactDuration } from '$lib/words/format/duration.ts';
import { isolate } from '$lib/words/format/isolate.ts';

/** The sheet of a tile. */
export const sheetWords: Words['sheetWords'] = {
	favourite: (name) => `${isolate(name)} is een favoriet`,
	onFor: 'Aanzetten voor',
	timer: {
		preset: (minutes) => exactDuration(minutes * 60_000),
		other: 'Anders…',
		more: (minutes) => `${minutes} min langer`,
		stay: 'Aan laten',
		running(when, leftMs, totalMs) {
			const minutes = Math.ceil(leftMs / 60_000);
			const left =
				leftMs <= 60_000
					? `nog ${Math.ceil(leftMs / 1_000)} sec`
					: totalMs && totalMs < 3 * 3_600_000
						? `nog ${minutes} van ${totalMs / 60_000} min`
						: `nog ${exactDuration(minutes * 60_000)}`;
			return `Uit om ${when} · ${left}`;
		},
	},
	rules: 'Regels',
	onBoard: 'op het board',
	onHub: 'op de hub',
	moved: 'Wie het schakelde',
	changed: 'Laatste wijzigingen',
	never: 'Nog niets bekend.',
	edit: 'Bewerken',
	does: 'Wat er gebeurt',
	run: 'Uitvoeren',
	notConnected: 'Het board is niet verbonden. Schakelen kan nu niet.',
	mayNot: 'Je mag het zien, maar niet schakelen.',
	hubLost: 'De hub is niet bereikbaar. Schakelen kan nu niet.',
};

/** What makes a relay switch, besides people. */
export const ruleWords: Words['ruleWords'] = {
	maxOn: (time) => `Gaat na ${time} vanzelf uit`,
	pulse: (time) => `Een druk duurt ${time}`,
	never: (names) => `Nooit tegelijk aan met ${names.map(isolate).join(', ')}`,
	powerOn: { on: 'Gaat aan als de stroom terugkomt', last: 'Wordt weer zoals het was als de stroom terugkomt' },
	input: (name) => `Volgt de wandschakelaar ${isolate(name)}`,
	schedule: (on, when, forTime) =>
		`Gaat ${on ? 'aan' : 'uit'}: ${when.charAt(0).toLowerCase()}${when.slice(1)}${forTime && `, ${forTime} lang`}`,
	scene: (on, name) => `Gaat ${on ? 'aan' : 'uit'} met de scène ${isolate(name)}`,
	group: (name) => `Hoort bij ${isolate(name)}`,
	none: 'Schakelt alleen als iemand het schakelt.',
};

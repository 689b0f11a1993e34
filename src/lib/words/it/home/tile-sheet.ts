import type { Words } from '$lib/words/all-words.ts';
import { exactDuration } from '$lib/words/format/duration.ts';
import { isolate } from '$lib/words/format/isolate.ts';
import { at } from '../when.ts';

const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

/** The sheet of a tile. */
export const sheetWords: Words['sheetWords'] = {
	favourite: (name) => `${isolate(name)} è tra i preferiti`,
	onFor: 'Acceso per',
	timer: {
		preset: (minutes) => exactDuration(minutes * 60_000),
		other: 'Altro…',
		more: (minutes) => `Altri ${minutes} min`,
		stay: 'Resta acceso',
		running(when, leftMs, totalMs) {
			const minutes = Math.ceil(leftMs / 60_000);
			const left =
				leftMs <= 60_000
					? `ancora ${Math.ceil(leftMs / 1_000)} s`
					: totalMs && totalMs < 3 * 3_600_000
						? `ancora ${minutes} di ${totalMs / 60_000} min`
						: `ancora ${exactDuration(minutes * 60_000)}`;
			return `Si spegne ${at(when)} · ${left}`;
		},
	},
	rules: 'Regole',
	onBoard: 'sulla scheda',
	onHub: 'sull’hub',
	moved: 'Chi l’ha comandato',
	changed: 'Ultimi cambiamenti',
	never: 'Ancora non si sa nulla.',
	edit: 'Modifica',
	does: 'Che cosa fa',
	run: 'Esegui',
	notConnected: 'La scheda non è connessa: ora non si può comandare.',
	mayNot: 'Puoi vederlo, ma non comandarlo.',
	hubLost: 'L’hub non è raggiungibile: ora non si può comandare.',
};

/** What makes a relay switch, besides people. */
export const ruleWords: Words['ruleWords'] = {
	maxOn: (time) => `Si spegne da solo dopo ${time}`,
	pulse: (time) => `Un impulso dura ${time}`,
	never: (names) => `Mai acceso insieme a ${names.map(isolate).join(', ')}`,
	powerOn: {
		on: 'Si accende quando torna la corrente',
		last: 'Riprende l’ultimo stato quando torna la corrente',
	},
	input: (name) => `Segue l’interruttore a muro ${isolate(name)}`,
	schedule: (on, when, forTime) => `${on ? 'Si accende' : 'Si spegne'}: ${lower(when)}${forTime && `, per ${forTime}`}`,
	scene: (on, name) => `Si ${on ? 'accende' : 'spegne'} quando parte ${isolate(name)}`,
	group: (name) => `Fa parte di ${isolate(name)}`,
	none: 'Fa solo ciò che gli viene chiesto.',
};

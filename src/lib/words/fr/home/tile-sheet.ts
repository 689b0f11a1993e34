import type { Words } from '$lib/words/all-words.ts';
import { exactDuration } from '$lib/words/format/duration.ts';
import { isolate } from '$lib/words/format/isolate.ts';

/** The sheet of a tile. */
export const sheetWords: Words['sheetWords'] = {
	favourite: (name) => `${isolate(name)} est un favori`,
	onFor: 'Allumer pendant',
	timer: {
		preset: (minutes) => exactDuration(minutes * 60_000),
		other: 'Autre…',
		more: (minutes) => `${minutes} min de plus`,
		stay: 'Laisser allumé',
		running(when, leftMs, totalMs) {
			const minutes = Math.ceil(leftMs / 60_000);
			const left =
				leftMs <= 60_000
					? `encore ${Math.ceil(leftMs / 1_000)} s`
					: totalMs && totalMs < 3 * 3_600_000
						? `encore ${minutes} sur ${totalMs / 60_000} min`
						: `encore ${exactDuration(minutes * 60_000)}`;
			return `S’éteint ${when.includes(':') ? `à ${when}` : when} · ${left}`;
		},
	},
	rules: 'Règles',
	onBoard: 'sur la carte',
	onHub: 'sur le hub',
	moved: 'Qui l’a commandé',
	changed: 'Derniers changements',
	never: 'Rien n’est encore connu.',
	edit: 'Modifier',
	does: 'Ce que fait la scène',
	run: 'Lancer',
	notConnected: 'Sa carte n’est pas connectée : aucune commande n’est possible.',
	mayNot: 'Vous pouvez le voir, mais pas le commander.',
	hubLost: 'Le hub est injoignable : aucune commande n’est possible.',
};

/** What makes a relay switch, besides people. */
export const ruleWords: Words['ruleWords'] = {
	maxOn: (time) => `S’éteint tout seul au bout de ${time}`,
	pulse: (time) => `Une impulsion dure ${time}`,
	never: (names) => `Jamais allumé en même temps que : ${names.map(isolate).join(', ')}`,
	powerOn: {
		on: 'S’allume au retour du courant',
		last: 'Reprend son dernier état au retour du courant',
	},
	input: (name) => `Suit l’interrupteur mural ${isolate(name)}`,
	schedule: (on, when, forTime) =>
		`${on ? 'S’allume' : 'S’éteint'} : ${when.charAt(0).toLowerCase()}${when.slice(1)}${forTime && `, pendant ${forTime}`}`,
	scene: (on, name) => `${on ? 'S’allume' : 'S’éteint'} avec la scène ${isolate(name)}`,
	group: (name) => `Fait partie du groupe ${isolate(name)}`,
	none: 'Ne change que si quelqu’un le commande.',
};

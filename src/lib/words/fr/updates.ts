import type { Words } from '$lib/words/all-words.ts';
import { isUnderWay } from '$lib/updates/under-way.ts';
import { isolate } from '$lib/words/format/isolate.ts';
import { percent } from '$lib/words/format/numbers.ts';
import { counted, plural } from '$lib/words/format/plural.ts';

/** Firmware updates over the link. */
export const updateWords: Words['updateWords'] = {
	title: 'Mises à jour des cartes',
	lead: 'Une carte après l’autre, par la liaison chiffrée. Une carte est prête quand elle est de retour ici avec son nouveau firmware.',
	none: 'Ce hub n’a pas de firmware plus récent que celui de ses cartes.',
	looking: 'Recherche d’un firmware plus récent…',
	from: (running, newest) => `${running} → ${newest}`,
	relayOn: 'Un relais est allumé',
	fallsBack: 'Un ESP32 revient tout seul à son ancien firmware si le nouveau n’atteint pas ce hub.',
	noFallBack: 'Un ESP8266 n’a pas de deuxième place pour le firmware : un mauvais doit être remplacé par câble.',
	evenIfOn: 'Aussi les cartes dont un relais est allumé',
	evenIfOnHint:
		'Sinon, elles sont ignorées. Un tel relais s’éteint pendant le redémarrage de sa carte, puis se rallume.',
	choose: 'Choisir',
	all: 'Toutes',
	onlyFailed: 'Seulement les échecs',
	noneChosen: 'Aucune',
	chosen: (count, of) => `${count} sur ${of} ${plural(count, { one: 'choisie', other: 'choisies' })}`,
	updateAll: (count) => `Mettre à jour ${counted(count, { one: 'carte', other: 'cartes' })}`,
	stop: 'Arrêter après celle-ci',
	running: 'Dernières mises à jour',

	offer: (newest) => `Mettre à jour vers ${newest}`,
	again: (newest) => `Réessayer ${newest}`,
	ask: (name, { running, newest, fallsBack }, on) => ({
		title: `Mettre à jour ${isolate(name)} ?`,
		action: 'Mettre à jour',
		what: [
			{
				icon: 'up',
				bad: false,
				title: `${running} devient ${newest}`,
				text: 'Par la liaison chiffrée, en une minute ou deux. La carte continue de fonctionner jusqu’au démarrage du nouveau.',
			},
			on.length > 0
				? {
						icon: 'relay',
						bad: true,
						title: `${plural(on.length, { one: 'Relais allumé', other: 'Relais allumés' })} : ${on.map(isolate).join(', ')}`,
						text: 'Éteint pendant le redémarrage de la carte, puis rallumé.',
					}
				: {
						icon: 'relay',
						bad: false,
						title: 'Aucun relais ne bouge',
						text: 'Tous sont éteints, et le restent.',
					},
			fallsBack
				? {
						icon: 'undo',
						bad: false,
						title: 'Un retour est possible',
						text: 'Si le nouveau firmware n’atteint pas ce hub, la carte revient à l’ancien.',
					}
				: {
						icon: 'usb',
						bad: true,
						title: 'Pas de retour automatique',
						text: 'Un ESP8266 n’a pas de deuxième place pour le firmware : un mauvais doit être remplacé par câble.',
					},
			{
				icon: 'shield',
				bad: false,
				title: 'Le jeton et les paramètres restent',
				text: 'C’est le même appareil ensuite.',
			},
		],
	}),

	state: ({ state, version }, away) => {
		switch (state) {
			case 'waiting':
				return away ? 'La mise à jour attend la carte' : 'Attend sa mise à jour';
			case 'sending':
				return away ? 'En pause, la carte est absente' : `Mise à jour vers ${version}`;
			case 'checking':
				return `Vérification de ${version}`;
			case 'restarting':
				return `Démarrage de ${version}`;
			case 'done':
				return `Mis à jour vers ${version}`;
			case 'failed':
				return 'Échec de la mise à jour';
			case 'skipped':
				return 'Mise à jour ignorée';
		}
	},
	stateThen: (update, asOf) =>
		isUnderWay(update) ? `Mise à jour en cours (${asOf})` : updateWords.state(update, false),
	percent: (done) => percent(done),
};

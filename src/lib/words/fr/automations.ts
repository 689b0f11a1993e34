import type { Words } from '$lib/words/all-words.ts';
import { isolate } from '$lib/words/format/isolate.ts';
import { counted } from '$lib/words/format/plural.ts';
import { since, until } from './articles.ts';

const schedulesOf = (n: number) => counted(n, { one: 'programmation', other: 'programmations' });

/** Schedules of the whole house: next runs, pauses and the vacation. */
export const automationWords: Words['automationWords'] = {
	title: 'Automatismes',
	next: 'Prochaines exécutions',
	zone: (zone) => `Heure du fuseau ${zone}`,
	about: (when) => `${when}, variable`,
	all: (n) => `Afficher les ${n}`,
	onBoard: 'sur la carte',
	schedules: 'Programmations',
	count: (n, paused) => (paused === 0 ? schedulesOf(n) : `${schedulesOf(n)}, ${paused} en pause`),
	noRuns: 'Dans l’état actuel, aucune programmation ne s’exécute d’ici un an.',
	none: 'Rien n’est encore commandé à heure fixe',
	noneText:
		'Une programmation commande un relais à une heure donnée, au lever ou au coucher du soleil. Sa carte l’exécute, même quand le hub est éteint.',
	noneDevices:
		'Une programmation commande un relais à une heure donnée, au lever ou au coucher du soleil. Ajoutez d’abord un appareil.',
	noneAble:
		'Une programmation commande un relais à une heure donnée, au lever ou au coucher du soleil. Aucune carte ici ne peut en garder : il faut un relais et Secure v2.',
	openDevices: 'Choisir un appareil',
	adding: {
		lead: 'Sa carte garde la programmation et l’exécute.',
		choose: 'Choisir un relais…',
		relayOf: (relay, device) => `${relay}, ${isolate(device)}`,
		full: (relay) => `${relay} (plus de place pour une programmation)`,
		needed: 'Choisissez le relais à commander.',
		changed: (device) =>
			`Quelqu’un vient de modifier ${isolate(device)}. Vos choix sont toujours là : vérifiez-les et enregistrez encore une fois.`,
		gone: 'Ce relais n’existe plus. Choisissez-en un autre ; le reste est toujours là.',
		fullNow: (device) =>
			`${isolate(device)} n’a plus de place pour une programmation. Choisissez un autre relais ; le reste est toujours là.`,
		leave: {
			title: 'Quitter sans ajouter la programmation ?',
			action: 'Quitter sans enregistrer',
			what: [
				{
					icon: 'trash',
					bad: true,
					title: 'Votre programmation est perdue',
					text: 'Ce que vous avez choisi ici n’est pas conservé.',
				},
			],
		},
	},
	scenes: 'Scènes et groupes',
	scenesHint: 'Plusieurs relais d’un seul geste',
	paused: (end) => `En pause ${until(end)}`,
	pausedForever: 'En pause jusqu’à ce que vous la réactiviez',
	housePaused: (end) => `Toutes les programmations de la maison sont en pause ${until(end)}.`,
	housePausedForever: 'Toutes les programmations de la maison sont en pause jusqu’à ce que vous les réactiviez.',
	devicePaused: (end) => `Toutes les programmations de cet appareil sont en pause ${until(end)}.`,
	devicePausedForever: 'Toutes les programmations de cet appareil sont en pause jusqu’à ce que vous les réactiviez.',
	byHouse: (end) => `En pause avec la maison ${until(end)}`,
	byHouseForever: 'En pause avec la maison',
	byDevice: (end) => `En pause avec son appareil ${until(end)}`,
	byDeviceForever: 'En pause avec son appareil',
	rulePaused: (rule, paused) => `${rule}. ${paused}.`,
	tooOld:
		'Le firmware de cette carte est trop ancien pour les pauses et les vacances : mettez-le à jour. D’ici là, ses programmations s’exécutent comme toujours.',
	away: (when) =>
		`Absent ${since(when)}. La carte exécute ses programmations toute seule, tant qu’elle a du courant et l’heure.`,
	notSent:
		'La carte est absente. Elle recevra la dernière modification à son retour ; d’ici là, elle exécute ce qu’elle a.',
	refused: 'La carte a refusé ses paramètres et utilise les précédents.',
	clockUnset: 'La carte ne connaît pas l’heure : ses programmations attendent des nouvelles du hub.',
	pauseHouse: 'Tout mettre en pause…',
	pauseDevice: (device) => `Mettre en pause toutes les programmations de ${isolate(device)}`,
	pauseThis: 'Mettre cet appareil en pause…',
	pauseOne: (schedule) => `Mettre en pause – ${schedule}`,
	pauseIt: 'Mettre cette programmation en pause…',
	resumeHouse: 'Les réactiver',
	resumeDevice: (device) => `Réactiver les programmations de ${isolate(device)}`,
	resumeThis: 'Les réactiver',
	resumeOne: (schedule) => `Réactiver – ${schedule}`,
	resumeIt: 'Réactiver cette programmation',
	pauseDialog: {
		title: 'Pause jusqu’à…',
		house: 'D’ici là, aucune programmation de la maison ne s’exécute.',
		device: (device) => `D’ici là, aucune programmation de ${isolate(device)} ne s’exécute.`,
		one: (schedule) => `Ne s’exécutera pas d’ici là – ${schedule}`,
		lead: 'Les cartes gardent la pause elles-mêmes et y mettent fin toutes seules, même sans le hub. Ce qui est allumé reste allumé.',
		until: 'Jusqu’à',
		tomorrow: 'Demain 06:00',
		forever: 'Ma réactivation',
		moment: 'Une date et une heure',
		momentLabel: 'Date et heure',
		pause: 'Mettre en pause',
	},
	vacation: {
		title: 'Vacances',
		off: 'Une programmation peut s’exécuter seulement à la maison, seulement en vacances, ou chaque jour de vacances un peu plus tôt ou plus tard. Cela se choisit dans chaque programmation.',
		from: (from) => `Début : ${from}`,
		now: (from) => `Depuis${since(from).slice('depuis'.length)}`,
		until: (end) => `Fin : ${end}`,
		untilEnded: 'Jusqu’à ce que vous y mettiez fin',
		none: 'Aucune programmation ne concerne encore les vacances : ouvrez-en une et choisissez quand elle s’exécute.',
		only: (n) => `${schedulesOf(n)} seulement en vacances`,
		home: (n) => `${schedulesOf(n)} seulement à la maison`,
		varied: (n) => `${counted(n, { one: 'programmation variable', other: 'programmations variables' })} en vacances`,
		set: 'Prévoir des vacances…',
		change: 'Modifier…',
		end: 'Terminer les vacances',
		takeBack: 'Y renoncer',
		dialog: 'Vacances',
		lead: 'Les cartes les gardent elles-mêmes, même sans le hub.',
		begins: 'Début',
		beginsNow: 'Maintenant',
		beginsAsSet: 'Inchangé',
		beginsAt: 'À une date et une heure',
		ends: 'Fin',
		endsWhen: 'Quand j’y mets fin',
		endsAt: 'À une date et une heure',
		fromLabel: 'Commence le',
		untilLabel: 'Se termine le',
		save: 'Enregistrer',
	},
};

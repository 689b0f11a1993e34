import type { Words } from '$lib/words/all-words.ts';

/** How to open and flash a board, by the hub's codes. */
export const flashStepWords: Words['flashStepWords'] = {
	usb: () => 'Branchez-la avec un câble USB qui transmet des données.',
	mains: () =>
		'Danger de mort : cette carte est reliée au secteur. Débranchez-la ou coupez d’abord son disjoncteur, et laissez-la hors tension jusqu’à ce qu’elle soit refermée.',
	'ground-is-mains': () =>
		'Sa masse et toutes ses broches sont reliées au secteur. N’y branchez jamais rien tant qu’elle est sous tension secteur.',
	locked: (what) => `Vérifiez le modèle : le ${what} est verrouillé par son fabricant et ne peut pas être flashé.`,
	'shift-registers': () =>
		'Vérifiez la carte : les plus récentes pilotent leurs relais par des puces 74HC595. Ce firmware ne les commande pas.',
	'take-out': () => 'Retirez le module de sa carte de relais.',
	open: (what) => `Ouvrez le boîtier. Il vous faut ces broches : ${what}.`,
	pins: (what) => `Il vous faut ces broches : ${what}.`,
	'thin-pins': () => 'Les trous de son connecteur sont petits (pas de 1,27 mm) : prenez des fils fins.',
	solder: () => 'Ses pastilles sont petites : soudez-y des fils fins.',
	adapter: () =>
		'Reliez un adaptateur USB série réglé sur 3,3 V, jamais 5 V : 3,3 V à 3V3, GND à GND, son TX à RX et son RX à TX.',
	'adapter-without-power': (what) =>
		`Reliez un adaptateur USB série réglé sur 3,3 V : GND à GND, son TX à RX et son RX à TX. Le courant vient de l’entrée basse tension de la carte : ${what}.`,
	'hold-button': (what) =>
		`Maintenez ${what} pendant la mise sous tension de la carte, et relâchez après deux secondes. Elle attend alors d’être flashée.`,
	'hold-pin': (what) =>
		`Reliez ${what} à GND pendant la mise sous tension de la carte, puis retirez ce lien. Elle attend alors d’être flashée.`,
	close: () =>
		'Une fois la carte flashée, retirez l’adaptateur et refermez le boîtier. Ensuite seulement, remettez-la sur le secteur.',
};

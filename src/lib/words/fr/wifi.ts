import type { JoinProblem } from '$lib/usb/wifi-over-usb.svelte.ts';
import type { Trouble } from '$lib/usb/log-lines.ts';
import type { Words } from '$lib/words/all-words.ts';
import { isolate } from '$lib/words/format/isolate.ts';

/** The Wi-Fi of a board: its form, the second network, and changing it by cable. */
export const wifiWords: Words['wifiWords'] = {
	ssid: 'Nom du réseau',
	ssidHint: 'Les cartes n’utilisent que les réseaux 2,4 GHz.',
	password: 'Mot de passe',
	open: 'Vide pour un réseau ouvert.',
	intoFile: 'Va dans le fichier de la carte.',
	kept: {
		legend: 'Réseau',
		mark: 'conservé par ce hub',
		other: 'Un autre réseau',
		keep: 'Le conserver sur ce hub pour la prochaine carte',
		keepHint: 'Chiffré. Quiconque ajoute des cartes peut le donner à l’une d’elles.',
		already: (ssid) => `Ce hub conserve déjà ${isolate(ssid)}. Ce que vous saisissez ici ne vaut que pour cette carte.`,
		full: (most) => `Ce hub conserve déjà ${most} réseaux : celui-ci ne vaut donc que pour cette carte.`,
	},
	problems: {
		choose: 'Choisissez un réseau.',
		shortSecured: (least) => `Au moins ${least} caractères.`,
	},

	second: {
		title: 'Deuxième Wi-Fi',
		lead: 'Si son propre réseau ne marche plus, la carte utilise celui-ci. Le hub l’envoie par la liaison chiffrée, sans reflasher.',
		set: (ssid) => `Réseau de secours : ${isolate(ssid)}`,
		none: 'Aucun pour l’instant',
		save: 'Définir le deuxième Wi-Fi',
		change: 'Changer',
		remove: 'Retirer',
		saved: (ssid) => `${isolate(ssid)} est maintenant le deuxième réseau.`,
		removed: 'Le deuxième réseau a été retiré.',
	},

	usb: {
		title: 'Wi-Fi par USB',
		open: 'Lui donner un autre Wi-Fi par USB',
		openHint: 'Pour une carte qui a perdu son Wi-Fi : par câble, sans la flasher.',
		lead: 'Une carte qui a perdu son Wi-Fi en reçoit un autre par câble. Rien n’est flashé, et elle garde son jeton et ses paramètres.',
		connect: 'Connecter par USB',
		choosing: 'Choisissez le port de la carte dans la fenêtre du navigateur.',
		again: 'Reconnecter',
		disconnect: 'Déconnecter',
		over: 'La connexion est perdue : le câble a été débranché, ou un autre programme utilise le port.',
		another: (board, name) => `La carte sur ce port est ${board}, pas celle de ${isolate(name)}.`,
		change: 'Un autre Wi-Fi',
		heading: 'Lui donner un autre Wi-Fi',
		how: 'Le nom et le mot de passe vont à la carte par le câble.',
		asking: 'Demande des réseaux à la carte…',
		silent: [
			'La carte ne répond pas.',
			'Son firmware ne permet peut-être pas de régler le Wi-Fi par câble, ou ce port est celui d’autre chose. Redémarrez la carte et redemandez, ou créez pour elle un nouveau firmware.',
		],
		askAgain: 'Redemander',
		scanning: 'Recherche de réseaux…',
		heard: 'Réseaux à portée de la carte',
		none: 'Aucun réseau trouvé. Les cartes de ce type n’utilisent que le 2,4 GHz. Vous pouvez quand même saisir un nom.',
		isOpen: 'ouvert',
		strength: (dBm) => `${String(dBm).replace('-', '−')} dBm`,
		other: 'Un autre réseau',
		look: 'Rechercher à nouveau',
		join: 'Rejoindre ce Wi-Fi',
		joining: (ssid) => `Connexion à ${isolate(ssid)}… Cela peut prendre une minute.`,
		joined: (ssid) => [`Elle est sur ${isolate(ssid)}.`, 'La carte garde ce réseau, et cherche maintenant ce hub.'],
		problem: (problem: JoinProblem, trouble: Trouble | undefined, ssid: string) => {
			if (problem === 'no-answer')
				return ['La carte n’a pas annoncé le résultat.', 'Regardez son journal ci-dessous, puis réessayez.'];
			if (problem === 'not-taken') return ['La carte ne l’a pas accepté.', 'Redémarrez la carte, puis réessayez.'];
			if (trouble === 'wifi-password')
				return [`${isolate(ssid)} la refuse.`, 'Saisissez encore une fois le mot de passe.'];
			if (trouble === 'wifi-missing')
				return [
					`Elle ne trouve pas ${isolate(ssid)}.`,
					'Le nom est-il écrit exactement ainsi, et le réseau est-il en 2,4 GHz ?',
				];
			return [`Elle n’a pas pu rejoindre ${isolate(ssid)}.`, 'Le mot de passe est-il correct, et la carte à portée ?'];
		},
		steps: {
			cable: ['Connectée par USB', 'Le port est ouvert', 'Par le port que vous choisissez'],
		},
	},
};

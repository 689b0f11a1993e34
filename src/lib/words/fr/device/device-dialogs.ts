import type { Words } from '$lib/words/all-words.ts';
import type { TokensOfDevice } from '$protocol/dashboard/people/api-tokens.ts';
import { isolate } from '$lib/words/format/isolate.ts';
import type { QuestionLine } from '$lib/words/format/question.ts';

const relaysStay = (relays: string): QuestionLine => ({
	icon: 'relay',
	bad: false,
	title: 'Les relais restent dans leur état actuel',
	text: relays ? `${relays}.` : 'La carte continue avec ses propres règles.',
});

/** What becomes of the board of a device that is deleted, and of its token. */
function boardOf(simulated: boolean, legacy: boolean): QuestionLine {
	if (simulated)
		return {
			icon: 'box',
			bad: true,
			title: 'Sa carte virtuelle disparaît avec lui',
			text: 'Ce hub cesse de la simuler.',
		};
	if (legacy)
		return {
			icon: 'key',
			bad: true,
			title: 'Son jeton Legacy cesse aussitôt d’être valable',
			text: 'La carte, et tout ce qui interroge avec ce jeton, apprend que le hub ne la connaît pas.',
		};
	return {
		icon: 'usb',
		bad: true,
		title: 'Il faut reflasher pour le faire revenir',
		text: 'Son jeton n’est plus valable, sa carte ne peut donc pas se reconnecter.',
	};
}

/** What becomes of the API tokens that name a device that is deleted. */
function tokenLines(of: TokensOfDevice | undefined): QuestionLine[] {
	if (!of || of.tokens.length === 0) return [];
	const named = of.tokens.map(({ name, person, isLast }) => {
		const token = `${isolate(name)} (${isolate(person)})`;
		return isLast ? `${token}, qui ne commande alors plus rien` : token;
	});
	const many = of.tokens.length + of.more > 1;
	const more = of.more > 0 ? ` ; et ${of.more} de plus` : '';
	const rest = of.tokens.every(({ isLast }) => isLast) ? '' : ' Leurs autres droits restent.';
	return [
		{
			icon: 'key',
			bad: true,
			title: many
				? 'Des jetons API perdent les relais de cet appareil'
				: 'Un jeton API perd les relais de cet appareil',
			text: `${named.join(' ; ')}${more}.${rest}`,
		},
	];
}

/** The questions on the page of a device. */
export const deviceDialogs: Words['deviceDialogs'] = {
	rotate: (name) => ({
		title: `Régénérer le jeton de ${isolate(name)} ?`,
		action: 'Régénérer sur place',
		what: [
			{
				icon: 'refresh',
				bad: false,
				title: 'Un nouveau jeton par la liaison chiffrée',
				text: 'La carte le prend aussitôt, sans être reflashée.',
			},
			{
				icon: 'shield',
				bad: false,
				title: 'L’ancien cesse d’être valable une fois le nouveau connecté',
				text: 'Il fonctionne jusque-là : la carte ne peut donc pas rester bloquée dehors.',
			},
			{
				icon: 'relay',
				bad: false,
				title: 'Aucun relais ne bouge',
				text: 'Nom, historique et paramètres restent.',
			},
		],
	}),
	instead: 'Quelqu’un connaît peut-être l’ancien jeton, ou la carte est nouvelle ?',
	insteadLink: 'Créer plutôt un nouveau firmware',
	regenerate: (name) => ({
		title: `Créer un nouveau firmware pour ${isolate(name)} ?`,
		action: 'Régénérer le jeton',
		what: [
			{
				icon: 'unlink',
				bad: true,
				title: 'L’ancien jeton cesse aussitôt d’être valable',
				text: 'La carte est déconnectée, et ne peut plus se reconnecter avec lui.',
			},
			{
				icon: 'usb',
				bad: true,
				title: 'La carte doit être reflashée',
				text: 'Vous recevez une nouvelle clé d’enregistrement, valable 24 heures, et le nouveau fichier de la carte.',
			},
			{
				icon: 'clock',
				bad: false,
				title: 'Nom, historique et paramètres restent',
				text: 'Elle redevient le même appareil.',
			},
		],
	}),
	revoke: (name, relays) => ({
		title: `Révoquer le jeton de ${isolate(name)} ?`,
		action: 'Révoquer le jeton',
		what: [
			{
				icon: 'unlink',
				bad: true,
				title: 'Déconnecté aussitôt',
				text: 'Plus personne ne peut le commander d’ici. Une carte absente ne peut pas revenir non plus.',
			},
			{
				icon: 'usb',
				bad: true,
				title: 'Il faut reflasher pour le faire revenir',
				text: 'Il ne peut pas se reconnecter avant que vous créiez un nouveau firmware.',
			},
			relaysStay(relays),
			{
				icon: 'clock',
				bad: false,
				title: 'Le nom et l’historique sont conservés',
				text: 'L’appareil reste dans Mes appareils, sans carte.',
			},
		],
	}),
	milder: ['Vous voulez seulement un nouveau jeton ?', 'Régénérer le jeton', 'garde la carte connectée.'],
	relayIs: (name, on) => `${isolate(name)} ${on ? 'allumé' : 'éteint'}`,
	upgrade: (name) => ({
		title: `Passer ${isolate(name)} à Secure v2 ?`,
		action: 'Passer à Secure v2',
		what: [
			{
				icon: 'usb',
				bad: false,
				title: 'La carte doit être reflashée',
				text: 'Vous recevez une clé d’enregistrement, valable 24 heures, et le nouveau fichier de la carte.',
			},
			{
				icon: 'shield',
				bad: false,
				title: 'Le jeton d’interrogation fonctionne jusque-là',
				text: 'Il cesse d’être valable dès que la carte s’est connectée avec Secure v2.',
			},
			{
				icon: 'clock',
				bad: false,
				title: 'Le nom et l’historique restent',
				text: 'Elle redevient le même appareil.',
			},
		],
	}),
	remove: (name, relays, { simulated, legacy, tokens }) => ({
		title: `Supprimer ${isolate(name)} ?`,
		action: 'Supprimer l’appareil',
		what: [
			{
				icon: 'unlink',
				bad: true,
				title: 'Déconnecté aussitôt',
				text: 'Plus personne ne peut le commander d’ici.',
			},
			boardOf(simulated, legacy),
			...tokenLines(tokens),
			{
				icon: 'trash',
				bad: true,
				title: 'Son historique est supprimé',
				text: 'Nom, paramètres, mesures et journal disparaissent pour de bon.',
			},
			...(simulated ? [] : [relaysStay(relays)]),
		],
	}),
	reboot: (name) => ({
		title: `Redémarrer ${isolate(name)} ?`,
		action: 'Redémarrer',
		what: [
			{ icon: 'power', bad: true, title: 'Absent quelques secondes', text: 'Il revient tout seul.' },
			{
				icon: 'relay',
				bad: false,
				title: 'Les relais reviennent dans leur état actuel',
				text: 'Les contacts peuvent s’ouvrir un instant pendant la réinitialisation de la puce.',
			},
		],
	}),
	removeRelay: (name) => ({
		title: `Retirer le relais ${isolate(name)} ?`,
		action: 'Retirer le relais',
		what: [
			{
				icon: 'calendar',
				bad: true,
				title: 'Ses programmations disparaissent avec lui',
				text: 'Ses interrupteurs muraux ne commandent plus rien.',
			},
			{ icon: 'play', bad: true, title: 'Il quitte ses scènes', text: 'Annuler ne le rétablit pas.' },
			{ icon: 'check', bad: false, title: 'Pas avant d’enregistrer', text: 'Abandonner le fait revenir.' },
		],
	}),
};

import type { Words } from '$lib/words/all-words.ts';
import { bytesWord } from '$lib/words/format/bytes.ts';
import { dateOf } from '$lib/words/format/dates.ts';
import { counted } from '$lib/words/format/plural.ts';

const boards = (n: number) => counted(n, { one: 'carte', other: 'cartes' });
const devices = (n: number) => counted(n, { one: 'appareil', other: 'appareils' });

/** The firmware that the hub has ready for boards, on the page of the settings. */
export const firmwareWords: Words['firmwareWords'] = {
	title: 'Firmware',
	lead: 'Ce avec quoi les cartes sont flashées et mises à jour. Il vient en un seul fichier, le paquet de firmware.',
	looking: 'Recherche de firmware…',
	none: 'Aucune carte n’a encore de firmware prêt.',
	noneThen: (file) => `Ajoutez le paquet de cette version, ${file}.`,
	ready: (ready, all) => `Prêt pour ${ready} sur ${boards(all)}`,
	list: 'Les cartes et leur firmware',
	notReady: 'Rien de prêt',
	from: {
		folder: (version) => `${version} · placé à la main sur le hub`,
		pack: (version) => `${version} · d’un paquet`,
		hub: (version) => `${version} · venu avec le hub`,
	},
	hidden: (version) => `${version} est là aussi, mais ce qui a été placé à la main passe avant.`,
	choose: 'Choisir un paquet de firmware',
	drop: 'Ou déposez le fichier ici.',
	oneFile: 'Déposez un seul fichier.',
	sending: 'Envoi du paquet au hub',
	checking: 'Vérification de chaque fichier',
	placing: 'Mise en place',
	amount: (done, of) => `${bytesWord(done)} sur ${bytesWord(of)}`,
	cancel: 'Annuler',
	stopped: 'Arrêté. Rien n’a été modifié.',
	installed: (version, n) => `Le paquet de Mooring ${version} est installé : ${boards(n)}.`,
	what: 'Ce qu’il en est',
	boardHas: (board, version) => `${board} : ${version}`,
	unknown: (board) => `${board} : laissée de côté, ce hub ne la connaît pas.`,
	older: 'Le hub a un autre firmware pour toutes ces cartes et continue à le proposer.',
	packs: 'Paquets sur ce hub',
	pack: (version) => `Mooring ${version}`,
	about: (at, bytes) => `Depuis le ${dateOf(at)} · ${bytesWord(bytes)}`,
	offered: (n, all) =>
		n === 0 ? 'Non proposé : un autre firmware passe avant.' : `Proposé pour ${n} sur ${boards(all)}.`,
	running: (n) => `${devices(n)} avec ce firmware.`,
	kept: 'Gardé jusqu’à ce qu’aucune carte ne l’utilise plus.',
	remove: 'Retirer',
	removeThis: (version) => `Retirer le paquet de Mooring ${version}`,
	removed: (version) => `Le paquet de Mooring ${version} est retiré.`,
	ask: (version, running) => ({
		title: `Retirer le paquet de Mooring ${version} ?`,
		action: 'Retirer',
		what: [
			{
				icon: 'box',
				bad: true,
				title: 'Le hub ne propose plus ce firmware',
				text: 'Il propose le plus récent qu’il a encore. Pour ravoir celui-ci, ajoutez de nouveau son paquet.',
			},
			{
				icon: 'devices',
				bad: false,
				title: running === 0 ? 'Aucun appareil ne l’utilise' : `Il continue sur ${devices(running)}`,
				text: 'Rien ne change sur les cartes.',
			},
		],
	}),
};

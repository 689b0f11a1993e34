import type { Words } from '$lib/words/all-words.ts';

const allAsOf = (time: string | undefined) => (time ? `Dernières données : ${time}. ` : '');

/** Messages while the hub is out of reach, and for parts of pages that could not be loaded. */
export const linkWords: Words['linkWords'] = {
	lost: (asOf) => [
		'Le hub est injoignable.',
		`${allAsOf(asOf)}Aucune commande n’est possible avant son retour. Cette page se reconnecte toute seule.`,
	],
	blocked: (asOf) => [
		'Pas de connexion en direct.',
		`${allAsOf(asOf)}Le hub répond, mais son WebSocket ne passe pas. Configurez votre proxy inverse pour qu’il transmette les WebSockets vers /socket.io/, ou ouvrez l’adresse du hub lui-même.`,
	],
	was: (state, asOf) => [`ÉTAIT ${state}`, `dernier état : ${asOf}`],
	asOf: (time) => `dernier état : ${time}`,
	waits: 'Le hub est injoignable. Cette page se remplira toute seule dès son retour.',
	held: 'Le hub est injoignable. Ce sera possible dès son retour.',
	notKnown: 'Inconnu sans connexion en direct au hub.',
	part: 'Impossible de charger cette partie de la page. Rechargez la page quand le hub sera de retour.',
	reload: 'Recharger',
	newVersion: 'Le hub a une nouvelle version de ce tableau de bord.',
};

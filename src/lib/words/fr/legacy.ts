import type { Words } from '$lib/words/all-words.ts';

/** Adding a board with older polling firmware. */
export const legacyWords: Words['legacyWords'] = {
	link: 'Ma carte a un ancien firmware qui interroge le hub',
	title: 'Ancien firmware à interrogation',
	lead: 'Une telle carte interroge le hub toutes les quelques secondes et porte un jeton qui peut être copié. Elle fonctionne telle quelle ; le passage à Secure v2 se fait sur sa page.',
	steps: ['Nom et relais', 'Jeton'],
	name: 'Nom',
	nameHint: 'Celui que tout le foyer emploie, par exemple « Atelier ».',
	relaysHint: 'Dans l’ordre où le firmware les numérote : relay1, relay2…',
	make: 'Créer son jeton',
	made: 'Jeton créé',
	once: 'Ce jeton n’est affiché qu’une fois.',
	onceWhy:
		'Le hub n’en garde que l’empreinte. Mettez-le maintenant dans le firmware de la carte ; un jeton perdu ne peut plus être affiché.',
	token: 'Jeton',
	copyToken: 'Copier le jeton',
	url: 'La carte interroge cette adresse toutes les 5 secondes',
	copyUrl: 'Copier l’adresse',
	header: 'Ou elle envoie le jeton dans un en-tête :',
	answers: 'Le hub répond par l’état que chaque relais doit avoir :',
	tells: 'La carte peut indiquer son état réel et ses mesures dans la même requête :',
	tellsWhy: 'Sinon, le hub suppose que la carte a fait ce qui lui était demandé.',
	done: 'C’est noté : vers Mes appareils',
	problems: { name: 'Donnez-lui un nom.', relay: 'Ce relais a besoin d’un nom.' },
};

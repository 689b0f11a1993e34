import type { Words } from '$lib/words/all-words.ts';
import { bytesWord } from '$lib/words/format/bytes.ts';
import { weekdayTime } from '$lib/words/format/dates.ts';
import { timeOf } from '$lib/words/format/days.ts';
import { whole } from '$lib/words/format/numbers.ts';
import { counted } from '$lib/words/format/plural.ts';
import { ago, clockTime } from '$lib/words/format/times.ts';

/** The page of the hub's settings. */
export const settingsWords: Words['settingsWords'] = {
	title: 'Paramètres',
	ownerOnly: 'Seul le propriétaire de ce hub peut les changer.',
	time: 'Heure et lieu',
	timeLead: 'Les programmations suivent ce fuseau horaire, et le lever et le coucher du soleil en ce lieu.',
	zone: 'Fuseau horaire',
	zoneFind: 'Rechercher une ville ou une région',
	zoneNone: 'Aucun fuseau horaire ne correspond.',
	zoneProposed: (zone) =>
		`Le hub est encore en UTC. Cet appareil est dans le fuseau ${zone} : enregistrez pour le reprendre.`,
	matches: (count) => counted(count, { one: 'résultat', other: 'résultats' }),
	place: 'Lieu',
	town: 'Ville',
	townFind: 'Rechercher une ville',
	townHint: 'La vôtre, ou la plus grande à proximité. Elle remplit les deux nombres.',
	townName: (town, country) => `${town}, ${country}`,
	townNone: 'Ville introuvable. Essayez-en une plus grande à proximité.',
	townsLoading: 'Chargement des villes…',
	townsFailed: 'Impossible de charger la liste des villes.',
	townZone: (zone) => `Les horloges y suivent ${zone}.`,
	takeZone: 'Utiliser ce fuseau horaire',
	townsFrom: 'Villes',
	geonames: 'GeoNames (geonames.org), CC BY 4.0',
	latitude: 'Latitude',
	longitude: 'Longitude',
	latitudeHint: 'Degrés, positif au nord : 48.86',
	longitudeHint: 'Degrés, positif à l’est : 2.35',
	useHere: 'Utiliser le lieu de cet appareil',
	locating: 'Recherche du lieu…',
	placeHow:
		'Toute carte en ligne affiche les deux nombres : appuyez longuement sur votre maison, ou faites un clic droit dessus.',
	placeRefused: 'Cet appareil n’a pas partagé son lieu.',
	noPlace: 'Sans lieu, les programmations selon le soleil sont impossibles.',
	clearPlace: 'Retirer le lieu',
	sun: (sunrise, sunset) => `Le soleil aujourd’hui : lever ${sunrise ?? 'aucun'}, coucher ${sunset ?? 'aucun'}`,
	sunHint: 'Si ces heures semblent fausses, le fuseau horaire ou le lieu l’est.',
	history: 'Historique',
	historyLead: 'Ce qui se passe dans la maison n’est conservé que sur ce hub.',
	days: 'Durée de conservation (jours)',
	daysHint: (least, most) => `De ${least} à ${whole(most)} jours.`,
	daysOf: (days) => `${whole(days)} jours`,
	save: 'Enregistrer',
	saved: 'Enregistré.',
	about: 'À propos de ce hub',
	name: 'Nom',
	version: 'Version',
	leave: {
		title: 'Quitter les paramètres sans enregistrer ?',
		action: 'Quitter sans enregistrer',
		what: [
			{
				icon: 'trash',
				bad: true,
				title: 'Vos modifications sont perdues',
				text: 'Ce que vous avez saisi ici n’est pas conservé.',
			},
		],
	},
	problems: {
		zone: 'Choisissez un fuseau horaire dans la liste.',
		town: 'Choisissez une ville dans la liste, ou videz le champ.',
		latitude: 'Un nombre de −90 à 90.',
		longitude: 'Un nombre de −180 à 180.',
		fewerDays:
			'Entre-temps, quelqu’un a choisi plus de jours. Moins de jours effacent des entrées : il faut un mot de passe.',
		both: 'Un lieu demande les deux nombres.',
		days: (least, most) => `Un nombre entier de ${least} à ${whole(most)}.`,
	},
};

const DAY_MS = 86_400_000;
/** Minutes after midnight. */
const NIGHTLY_AT = 3 * 60;

/** Backups of the hub, on the page of its settings. */
export const backupWords: Words['backupWords'] = {
	title: 'Sauvegarde',
	lead: 'Un seul fichier chiffré avec tout : comptes, appareils, clés des cartes, historique.',
	none: 'Aucune sauvegarde n’a encore été faite.',
	last: (at, bytes, now) => `Dernière sauvegarde : ${ago(at, now)} (${bytesWord(bytes)}).`,
	failed: (at, now) => `Échec de la sauvegarde nocturne, ${ago(at, now)}`,
	looking: 'Recherche de la dernière sauvegarde…',
	byHand: 'Télécharger une sauvegarde',
	passphrase: 'Phrase secrète du fichier',
	remember: 'Notez-la ailleurs que sur ce hub : sans elle, personne ne peut ouvrir le fichier.',
	download: 'Télécharger',
	making: 'Sauvegarde en cours…',
	come: (bytes) => `${bytes} jusqu’ici`,
	downloaded: 'La sauvegarde a été téléchargée.',
	images: 'Avec les images de firmware',
	nightly: 'Chaque nuit',
	nightlyHint: (folder) => `À ${timeOf(NIGHTLY_AT)}, dans ${folder} sur la machine du hub.`,
	nightlyPassphrase: 'Phrase secrète de ces fichiers',
	newPassphrase: 'Nouvelle phrase secrète (laissez vide pour garder l’actuelle)',
	readable:
		'Le hub garde cette phrase secrète, et quiconque a sa machine peut la lire. Elle protège les fichiers pour le jour où la machine aura disparu.',
	keepDaily: 'Jours conservés',
	keepWeekly: 'Semaines conservées',
	fewerFiles:
		'Entre-temps, quelqu’un a choisi de garder plus de fichiers. En garder moins en efface : il faut un mot de passe.',
	wholeNumber: (least, most) => `Un nombre entier de ${least} à ${most}.`,
	files: (count, next, now) =>
		[
			`${counted(count, { one: 'fichier présent', other: 'fichiers présents' })}.`,
			...(next === null
				? []
				: [next <= now ? 'Le prochain est attendu maintenant.' : `Prochain : ${momentOf(next, now)}.`]),
		].join(' '),
	save: 'Appliquer',
	saved: 'Enregistré.',
	now: 'En faire une maintenant',
	made: 'La sauvegarde a été faite.',
	restore:
		'Pour restaurer sur un nouveau hub, démarrez-le et choisissez « Restaurer plutôt une sauvegarde » sur sa page de configuration. Pour remplacer ce hub, arrêtez-le et exécutez :',
	restoreCommand: 'npm run hub -- restore --replace FICHIER',
	restoreDocker: 'Avec Docker, exécutez plutôt :',
	restoreDockerCommands:
		'docker compose stop\ndocker compose run --rm mooring node dist/cli.js restore --replace FICHIER',
	restoreFile: 'FICHIER doit être dans un dossier visible du conteneur.',
};

function momentOf(at: number, now: number): string {
	return at - now < DAY_MS ? clockTime(at) : weekdayTime(at);
}

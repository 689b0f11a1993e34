import type { Words } from '$lib/words/all-words.ts';
import { bytesWord } from '$lib/words/format/bytes.ts';
import { weekdayTime } from '$lib/words/format/dates.ts';
import { timeOf } from '$lib/words/format/days.ts';
import { whole } from '$lib/words/format/numbers.ts';
import { ago, clockTime } from '$lib/words/format/times.ts';

/** The page of the hub's settings. */
export const settingsWords: Words['settingsWords'] = {
	title: 'Instellingen',
	ownerOnly: 'Alleen de eigenaar van deze hub kan dit wijzigen.',
	time: 'Tijd en locatie',
	timeLead: 'Schema’s gebruiken deze tijdzone, en zonsopkomst en zonsondergang op deze locatie.',
	zone: 'Tijdzone',
	zoneFind: 'Zoek een stad of een regio',
	zoneNone: 'Geen tijdzone gevonden.',
	zoneProposed: (zone) => `De hub staat nog op UTC. Dit apparaat is in ${zone}: sla op om dat over te nemen.`,
	matches: (count) => (count === 1 ? '1 resultaat' : `${count} resultaten`),
	place: 'Locatie',
	town: 'Plaats',
	townFind: 'Zoek een plaats',
	townHint: 'Je eigen plaats, of de dichtstbijzijnde grotere. Daarmee worden de twee getallen ingevuld.',
	townName: (town, country) => `${town}, ${country}`,
	townNone: 'Plaats niet gevonden. Probeer een grotere in de buurt.',
	townsLoading: 'De plaatsen worden geladen…',
	townsFailed: 'De lijst met plaatsen kon niet worden geladen.',
	townZone: (zone) => `De klokken daar volgen ${zone}.`,
	takeZone: 'Deze tijdzone gebruiken',
	townsFrom: 'Plaatsen',
	geonames: 'GeoNames (geonames.org), CC BY 4.0',
	latitude: 'Breedtegraad',
	longitude: 'Lengtegraad',
	latitudeHint: 'In graden, noord is positief: 52.52',
	longitudeHint: 'In graden, oost is positief: 13.405',
	useHere: 'Locatie van dit apparaat gebruiken',
	locating: 'Locatie wordt bepaald…',
	placeHow: 'Elke kaart toont beide getallen: houd je vinger op je huis, of klik er met rechts op.',
	placeRefused: 'Dit apparaat heeft zijn locatie niet gedeeld.',
	noPlace: 'Geen locatie: schema’s volgens de zon kunnen dan niet.',
	clearPlace: 'Locatie verwijderen',
	sun: (sunrise, sunset) => `De zon vandaag: zonsopkomst ${sunrise ?? 'geen'}, zonsondergang ${sunset ?? 'geen'}`,
	sunHint: 'Kloppen deze tijden niet, dan klopt de tijdzone of de locatie niet.',
	history: 'Geschiedenis',
	historyLead: 'Wat er in huis gebeurt, wordt alleen op deze hub bewaard.',
	days: 'Bewaren (dagen)',
	daysHint: (least, most) => `${least} tot ${whole(most)} dagen.`,
	daysOf: (days) => `${whole(days)} dagen`,
	save: 'Opslaan',
	saved: 'Opgeslagen.',
	about: 'Over deze hub',
	name: 'Naam',
	version: 'Versie',
	leave: {
		title: 'De instellingen verlaten zonder op te slaan?',
		action: 'Niet opslaan',
		what: [
			{
				icon: 'trash',
				bad: true,
				title: 'Je wijzigingen gaan verloren',
				text: 'Wat je hier hebt getypt, wordt niet bewaard.',
			},
		],
	},
	problems: {
		zone: 'Kies een tijdzone uit de lijst.',
		town: 'Kies een plaats uit de lijst, of maak het veld leeg.',
		latitude: 'Een getal van −90 tot 90.',
		longitude: 'Een getal van −180 tot 180.',
		fewerDays: 'Intussen heeft iemand meer dagen gekozen. Minder dagen wist regels: vul een wachtwoord in.',
		both: 'Een locatie heeft beide getallen nodig.',
		days: (least, most) => `Een heel getal van ${least} tot ${whole(most)}.`,
	},
};

const DAY_MS = 86_400_000;
/** Minutes after midnight. */
const NIGHTLY_AT = 3 * 60;

/** Backups of the hub, on the page of its settings. */
export const backupWords: Words['backupWords'] = {
	title: 'Back-up',
	lead: 'Eén versleuteld bestand met alles: accounts, apparaten, de sleutels van de boards, geschiedenis.',
	none: 'Er is nog geen back-up gemaakt.',
	last: (at, bytes, now) => `Laatste back-up: ${ago(at, now)} (${bytesWord(bytes)}).`,
	failed: (at, now) => `De nachtelijke back-up is mislukt: ${ago(at, now)}`,
	looking: 'De laatste back-up wordt opgezocht…',
	byHand: 'Back-up downloaden',
	passphrase: 'Wachtwoordzin van het bestand',
	remember: 'Schrijf hem ergens anders op dan op deze hub: zonder deze zin kan niemand het bestand openen.',
	download: 'Downloaden',
	making: 'De back-up wordt gemaakt…',
	come: (bytes) => `${bytes} tot nu toe`,
	downloaded: 'De back-up is gedownload.',
	images: 'Met firmware-images',
	nightly: 'Elke nacht',
	nightlyHint: (folder) => `Om ${timeOf(NIGHTLY_AT)}, in ${folder} op de computer van de hub.`,
	nightlyPassphrase: 'Wachtwoordzin van deze bestanden',
	newPassphrase: 'Nieuwe wachtwoordzin (leeg laten om de huidige te houden)',
	readable:
		'De hub bewaart deze wachtwoordzin, en wie bij de computer van de hub kan, kan hem lezen. Hij beschermt de bestanden voor als die computer weg is.',
	keepDaily: 'Dagen bewaren',
	keepWeekly: 'Weken bewaren',
	fewerFiles:
		'Intussen heeft iemand gekozen om meer bestanden te bewaren. Minder wist er enkele: vul een wachtwoord in.',
	wholeNumber: (least, most) => `Een heel getal van ${least} tot ${most}.`,
	files: (count, next, now) =>
		[
			count === 1 ? 'Er is 1 bestand.' : `Er zijn ${count} bestanden.`,
			...(next === null
				? []
				: [next <= now ? 'Het is nu tijd voor het volgende.' : `Het volgende: ${momentOf(next, now)}.`]),
		].join(' '),
	save: 'Toepassen',
	saved: 'Opgeslagen.',
	now: 'Nu een back-up maken',
	made: 'De back-up is gemaakt.',
	restore:
		'Herstellen op een nieuwe hub: start die en kies ‘In plaats daarvan een back-up herstellen’ bij het instellen. Deze hub vervangen: stop hem en voer dit uit:',
	restoreCommand: 'npm run hub -- restore --replace BESTAND',
	restoreDocker: 'Voer met Docker in plaats daarvan dit uit:',
	restoreDockerCommands:
		'docker compose stop\ndocker compose run --rm mooring node dist/cli.js restore --replace BESTAND',
	restoreFile: 'BESTAND moet in een map staan die de container ziet.',
};

function momentOf(at: number, now: number): string {
	return at - now < DAY_MS ? clockTime(at) : weekdayTime(at);
}

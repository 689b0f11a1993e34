import type { Words } from '$lib/words/all-words.ts';
import { weekdayTime } from '$lib/words/format/dates.ts';
import { bytesWord } from '$lib/words/format/bytes.ts';
import { timeOf } from '$lib/words/format/days.ts';
import { whole } from '$lib/words/format/numbers.ts';
import { ago, clockTime } from '$lib/words/format/times.ts';

/** The page of the hub's settings. */
export const settingsWords: Words['settingsWords'] = {
	title: 'Einstellungen',
	ownerOnly: 'Nur der Besitzer dieses Hubs kann sie ändern.',
	time: 'Zeit und Standort',
	timeLead:
		'Zeitpläne richten sich nach dieser Zeitzone und nach Sonnenaufgang und Sonnenuntergang an diesem Standort.',
	zone: 'Zeitzone',
	zoneFind: 'Stadt oder Region suchen',
	zoneNone: 'Keine passende Zeitzone.',
	zoneProposed: (zone) => `Der Hub steht noch auf UTC. Dieses Gerät ist in ${zone}: Speichere, um das zu übernehmen.`,
	matches: (count) => `${count} Treffer`,
	place: 'Standort',
	town: 'Ort',
	townFind: 'Ort suchen',
	townHint: 'Deiner oder der nächste größere. Er füllt die beiden Zahlen aus.',
	townName: (town, country) => `${town}, ${country}`,
	townNone: 'Kein solcher Ort. Versuche einen größeren in der Nähe.',
	townsLoading: 'Orte werden geladen…',
	townsFailed: 'Die Liste der Orte wurde nicht geladen.',
	townZone: (zone) => `Dort gilt die Zeit von ${zone}.`,
	takeZone: 'Diese Zeitzone nehmen',
	townsFrom: 'Orte',
	geonames: 'GeoNames (geonames.org), CC BY 4.0',
	latitude: 'Breitengrad',
	longitude: 'Längengrad',
	latitudeHint: 'In Grad, Norden positiv: 52,52',
	longitudeHint: 'In Grad, Osten positiv: 13,405',
	useHere: 'Standort dieses Geräts nehmen',
	locating: 'Standort wird ermittelt…',
	placeHow:
		'Jede Karte zeigt beide Zahlen: Halte den Finger auf dein Haus, oder klicke es mit der rechten Maustaste an.',
	placeRefused: 'Dieses Gerät hat seinen Standort nicht freigegeben.',
	noPlace: 'Kein Standort: Zeitpläne nach der Sonne sind nicht möglich.',
	clearPlace: 'Standort entfernen',
	sun: (sunrise, sunset) => `Die Sonne heute: Aufgang ${sunrise ?? 'keiner'}, Untergang ${sunset ?? 'keiner'}`,
	sunHint: 'Wirken diese Zeiten falsch, dann stimmt die Zeitzone oder der Standort nicht.',
	history: 'Verlauf',
	historyLead: 'Was im Haus passiert, bleibt allein auf diesem Hub.',
	days: 'Aufbewahren (Tage)',
	daysHint: (least, most) => `${least} bis ${whole(most)} Tage.`,
	daysOf: (days) => `${whole(days)} Tage`,
	save: 'Speichern',
	saved: 'Gespeichert.',
	about: 'Über diesen Hub',
	name: 'Name',
	version: 'Version',
	leave: {
		title: 'Einstellungen verlassen, ohne zu speichern?',
		action: 'Ohne Speichern verlassen',
		what: [
			{
				icon: 'trash',
				bad: true,
				title: 'Deine Änderungen gehen verloren',
				text: 'Was du hier eingegeben hast, bleibt nicht erhalten.',
			},
		],
	},
	problems: {
		zone: 'Wähle eine Zeitzone aus der Liste.',
		town: 'Wähle einen Ort aus der Liste, oder leere das Feld.',
		latitude: 'Eine Zahl von −90 bis 90.',
		longitude: 'Eine Zahl von −180 bis 180.',
		fewerDays: 'Inzwischen hat jemand mehr Tage gewählt. Weniger Tage löschen Einträge: Ein Passwort ist nötig.',
		both: 'Ein Standort braucht beide Zahlen.',
		days: (least, most) => `Eine ganze Zahl von ${least} bis ${whole(most)}.`,
	},
};

const DAY_MS = 86_400_000;
/** Minutes after midnight. */
const NIGHTLY_AT = 3 * 60;

/** Backups of the hub, on the page of its settings. */
export const backupWords: Words['backupWords'] = {
	title: 'Backup',
	lead: 'Eine verschlüsselte Datei mit allem: Konten, Geräte, die Schlüssel der Boards, Verlauf.',
	none: 'Noch wurde kein Backup erstellt.',
	last: (at, bytes, now) => `Letztes Backup: ${ago(at, now)} (${bytesWord(bytes)}).`,
	failed: (at, now) => `Das nächtliche Backup ist fehlgeschlagen (${ago(at, now)})`,
	looking: 'Letztes Backup wird gesucht…',
	byHand: 'Backup herunterladen',
	passphrase: 'Passphrase der Datei',
	remember: 'Notiere sie an einem anderen Ort als diesem Hub: Ohne sie kann niemand die Datei öffnen.',
	download: 'Herunterladen',
	making: 'Backup wird erstellt…',
	come: (bytes) => `Bisher ${bytes}`,
	downloaded: 'Das Backup ist heruntergeladen.',
	images: 'Mit Firmware-Images',
	nightly: 'Jede Nacht',
	nightlyHint: (folder) => `Um ${timeOf(NIGHTLY_AT)}, in den Ordner ${folder} auf dem Rechner des Hubs.`,
	nightlyPassphrase: 'Passphrase dieser Dateien',
	newPassphrase: 'Neue Passphrase (leer lassen, um die bisherige zu behalten)',
	readable:
		'Der Hub bewahrt diese Passphrase auf, und wer seinen Rechner hat, kann sie lesen. Sie schützt die Dateien für den Tag, an dem der Rechner weg ist.',
	keepDaily: 'Aufbewahrte Tage',
	keepWeekly: 'Aufbewahrte Wochen',
	fewerFiles:
		'Inzwischen hat jemand gewählt, mehr Dateien zu behalten. Weniger löschen welche: Ein Passwort ist nötig.',
	wholeNumber: (least, most) => `Eine ganze Zahl von ${least} bis ${most}.`,
	files: (count, next, now) =>
		[
			count === 1 ? '1 Datei ist da.' : `${count} Dateien sind da.`,
			...(next === null
				? []
				: [next <= now ? 'Die nächste ist jetzt fällig.' : `Die nächste: ${momentOf(next, now)}.`]),
		].join(' '),
	save: 'Übernehmen',
	saved: 'Gespeichert.',
	now: 'Jetzt erstellen',
	made: 'Das Backup ist erstellt.',
	restore:
		'Um es auf einem neuen Hub wiederherzustellen, starte ihn und wähle auf seiner Einrichtungsseite „Stattdessen ein Backup wiederherstellen“. Um diesen Hub zu ersetzen, halte ihn an und führe dies aus:',
	restoreCommand: 'npm run hub -- restore --replace FILE',
	restoreDocker: 'Mit Docker führe stattdessen dies aus:',
	restoreDockerCommands: 'docker compose stop\ndocker compose run --rm mooring node dist/cli.js restore --replace FILE',
	restoreFile: 'FILE muss in einem Ordner liegen, den der Container sieht.',
};

function momentOf(at: number, now: number): string {
	return at - now < DAY_MS ? clockTime(at) : weekdayTime(at);
}

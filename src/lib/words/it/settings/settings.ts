import type { Words } from '$lib/words/all-words.ts';
import { weekdayTime } from '$lib/words/format/dates.ts';
import { bytesWord } from '$lib/words/format/bytes.ts';
import { timeOf } from '$lib/words/format/days.ts';
import { whole } from '$lib/words/format/numbers.ts';
import { counted } from '$lib/words/format/plural.ts';
import { ago, clockTime } from '$lib/words/format/times.ts';
import { at as atTime } from '../when.ts';

/** The page of the hub's settings. */
export const settingsWords: Words['settingsWords'] = {
	title: 'Impostazioni',
	ownerOnly: 'Solo il proprietario di questo hub può cambiarle.',
	time: 'Ora e luogo',
	timeLead: 'I programmi usano questo fuso orario, e l’alba e il tramonto di questo luogo.',
	zone: 'Fuso orario',
	zoneFind: 'Cerca una città o una regione',
	zoneNone: 'Nessun fuso orario corrisponde.',
	zoneProposed: (zone) => `L’hub è ancora su UTC. Questo dispositivo è in ${zone}: salva per usarlo anche nell’hub.`,
	matches: (count) => counted(count, { one: 'risultato', other: 'risultati' }),
	place: 'Luogo',
	town: 'Città',
	townFind: 'Cerca una città',
	townHint: 'La tua, o la più vicina tra le più grandi. Compila i due numeri.',
	townName: (town, country) => `${town}, ${country}`,
	townNone: 'Nessuna città trovata. Prova una più grande nelle vicinanze.',
	townsLoading: 'Caricamento delle città…',
	townsFailed: 'Non è stato possibile caricare l’elenco delle città.',
	townZone: (zone) => `Lì gli orologi seguono ${zone}.`,
	takeZone: 'Usa questo fuso orario',
	townsFrom: 'Città',
	geonames: 'GeoNames (geonames.org), CC BY 4.0',
	latitude: 'Latitudine',
	longitude: 'Longitudine',
	latitudeHint: 'Gradi, positivi a nord: 52.52',
	longitudeHint: 'Gradi, positivi a est: 13.405',
	useHere: 'Usa il luogo di questo dispositivo',
	locating: 'Ricerca del luogo…',
	placeHow: 'Qualsiasi mappa mostra i due numeri: tieni un dito sulla tua casa, o fai clic con il tasto destro.',
	placeRefused: 'Questo dispositivo non ha condiviso il suo luogo.',
	noPlace: 'Nessun luogo: i programmi secondo il sole non sono possibili.',
	clearPlace: 'Rimuovi luogo',
	sun: (sunrise, sunset) => `Il sole oggi: alba ${sunrise ?? 'nessuna'}, tramonto ${sunset ?? 'nessuno'}`,
	sunHint: 'Se questi orari sembrano sbagliati, lo è il fuso orario o il luogo.',
	history: 'Cronologia',
	historyLead: 'Ciò che è successo in casa è conservato solo in questo hub.',
	days: 'Conservata per (giorni)',
	daysHint: (least, most) => `Da ${least} a ${whole(most)} giorni.`,
	daysOf: (days) => `${whole(days)} ${days === 1 ? 'giorno' : 'giorni'}`,
	save: 'Salva',
	saved: 'Salvato.',
	about: 'Informazioni su questo hub',
	name: 'Nome',
	version: 'Versione',
	leave: {
		title: 'Uscire dalle impostazioni senza salvare?',
		action: 'Esci senza salvare',
		what: [
			{
				icon: 'trash',
				bad: true,
				title: 'Le modifiche vanno perse',
				text: 'Ciò che hai scritto qui non viene salvato.',
			},
		],
	},
	problems: {
		zone: 'Scegli un fuso orario dall’elenco.',
		town: 'Scegli una città dall’elenco, o svuota il campo.',
		latitude: 'Un numero da −90 a 90.',
		longitude: 'Un numero da −180 a 180.',
		fewerDays:
			'Nel frattempo qualcuno ha scelto più giorni. Con meno giorni si eliminano delle voci: serve una password.',
		both: 'Un luogo ha bisogno di entrambi i numeri.',
		days: (least, most) => `Un numero intero da ${least} a ${whole(most)}.`,
	},
};

const DAY_MS = 86_400_000;
/** Minutes after midnight. */
const NIGHTLY_AT = 3 * 60;

/** Backups of the hub, on the page of its settings. */
export const backupWords: Words['backupWords'] = {
	title: 'Backup',
	lead: 'Un solo file cifrato con tutto: account, dispositivi, chiavi delle schede, cronologia.',
	none: 'Ancora nessun backup.',
	last: (at, bytes, now) => `Ultimo backup: ${ago(at, now)} (${bytesWord(bytes)}).`,
	failed: (at, now) => `Il backup notturno non è riuscito (${ago(at, now)})`,
	looking: 'Ricerca dell’ultimo backup…',
	byHand: 'Scarica un backup',
	passphrase: 'Frase segreta del file',
	remember: 'Annotala in un posto diverso da questo hub: senza di essa nessuno può aprire il file.',
	download: 'Scarica',
	making: 'Creazione del backup…',
	come: (bytes) => `Finora ${bytes}`,
	downloaded: 'Il backup è stato scaricato.',
	images: 'Con le immagini del firmware',
	nightly: 'Ogni notte',
	nightlyHint: (folder) => `${capital(atTime(timeOf(NIGHTLY_AT)))}, in ${folder} sul computer dell’hub.`,
	nightlyPassphrase: 'Frase segreta di questi file',
	newPassphrase: 'Nuova frase segreta (lascia vuoto per mantenere quella attuale)',
	readable:
		'L’hub conserva questa frase segreta, e chi ha il suo computer può leggerla. Protegge i file per il giorno in cui il computer non c’è più.',
	keepDaily: 'Giorni da conservare',
	keepWeekly: 'Settimane da conservare',
	fewerFiles:
		'Nel frattempo qualcuno ha scelto di tenere più file. Con meno se ne eliminano alcuni: serve una password.',
	wholeNumber: (least, most) => `Un numero intero da ${least} a ${most}.`,
	files: (count, next, now) =>
		[
			count === 1 ? 'C’è 1 file.' : `Ci sono ${count} file.`,
			...(next === null
				? []
				: [next <= now ? 'Il prossimo è previsto adesso.' : `Il prossimo: ${momentOf(next, now)}.`]),
		].join(' '),
	save: 'Applica',
	saved: 'Salvato.',
	now: 'Creane uno adesso',
	made: 'Il backup è stato creato.',
	restore:
		'Per ripristinare su un nuovo hub, avvialo e scegli “Ripristina invece un backup” nella sua pagina di configurazione. Per sostituire questo hub, fermalo ed esegui:',
	restoreCommand: 'npm run hub -- restore --replace FILE',
	restoreDocker: 'Con Docker, esegui invece:',
	restoreDockerCommands: 'docker compose stop\ndocker compose run --rm mooring node dist/cli.js restore --replace FILE',
	restoreFile: 'FILE dev’essere in una cartella visibile al container.',
};

function capital(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}

function momentOf(at: number, now: number): string {
	return at - now < DAY_MS ? clockTime(at) : weekdayTime(at);
}

import type { Words } from '$lib/words/all-words.ts';
import { bytesWord } from '$lib/words/format/bytes.ts';
import { weekdayTime } from '$lib/words/format/dates.ts';
import { timeOf } from '$lib/words/format/days.ts';
import { whole } from '$lib/words/format/numbers.ts';
import { counted } from '$lib/words/format/plural.ts';
import { ago, clockTime } from '$lib/words/format/times.ts';

/** The page of the hub's settings. */
export const settingsWords: Words['settingsWords'] = {
	title: 'Ustawienia',
	ownerOnly: 'Tylko właściciel tego huba może je zmieniać.',
	time: 'Czas i miejsce',
	timeLead: 'Harmonogramy używają tej strefy czasowej oraz wschodu i zachodu słońca w tym miejscu.',
	zone: 'Strefa czasowa',
	zoneFind: 'Szukaj miasta lub regionu',
	zoneNone: 'Brak pasujących stref czasowych.',
	zoneProposed: (zone) => `Hub nadal używa UTC. To urządzenie jest w strefie ${zone}: zapisz, aby ją przejąć.`,
	matches: (count) => counted(count, { one: 'wynik', few: 'wyniki', many: 'wyników', other: 'wyniku' }),
	place: 'Lokalizacja',
	town: 'Miejscowość',
	townFind: 'Szukaj miejscowości',
	townHint: 'Twoja albo najbliższa większa. Wypełnia obie liczby.',
	townName: (town, country) => `${town}, ${country}`,
	townNone: 'Nie ma takiej miejscowości. Spróbuj większej w pobliżu.',
	townsLoading: 'Wczytywanie miejscowości…',
	townsFailed: 'Nie udało się wczytać listy miejscowości.',
	townZone: (zone) => `Zegary chodzą tam według strefy ${zone}.`,
	takeZone: 'Użyj tej strefy czasowej',
	townsFrom: 'Miejscowości',
	geonames: 'GeoNames (geonames.org), CC BY 4.0',
	latitude: 'Szerokość geogr.',
	longitude: 'Długość geogr.',
	latitudeHint: 'Stopnie, północ dodatnia: 52,23',
	longitudeHint: 'Stopnie, wschód dodatni: 21,01',
	useHere: 'Użyj lokalizacji tego urządzenia',
	locating: 'Ustalanie lokalizacji…',
	placeHow: 'Obie liczby pokazuje każda mapa: przytrzymaj palec na swoim domu albo kliknij go prawym przyciskiem.',
	placeRefused: 'To urządzenie nie udostępniło lokalizacji.',
	noPlace: 'Brak lokalizacji: harmonogramy według słońca nie są możliwe.',
	clearPlace: 'Usuń lokalizację',
	sun: (sunrise, sunset) => `Słońce dziś: wschód ${sunrise ?? 'brak'}, zachód ${sunset ?? 'brak'}`,
	sunHint: 'Jeśli te godziny są złe, zła jest strefa czasowa albo lokalizacja.',
	history: 'Historia',
	historyLead: 'To, co działo się w domu, jest przechowywane tylko na tym hubie.',
	days: 'Przechowuj (dni)',
	daysHint: (least, most) => `Od ${whole(least)} do ${whole(most)} dni.`,
	daysOf: (days) => `${whole(days)} ${days === 1 ? 'dzień' : 'dni'}`,
	save: 'Zapisz',
	saved: 'Zapisano.',
	about: 'O tym hubie',
	name: 'Nazwa',
	version: 'Wersja',
	leave: {
		title: 'Wyjść z ustawień bez zapisania?',
		action: 'Wyjdź bez zapisania',
		what: [{ icon: 'trash', bad: true, title: 'Twoje zmiany przepadną', text: 'Wpisane dane nie zostaną zachowane.' }],
	},
	problems: {
		zone: 'Wybierz strefę czasową z listy.',
		town: 'Wybierz miejscowość z listy albo wyczyść pole.',
		latitude: 'Liczba od −90 do 90.',
		longitude: 'Liczba od −180 do 180.',
		fewerDays: 'W międzyczasie ktoś wybrał więcej dni. Mniej dni usuwa wpisy: podaj hasło.',
		both: 'Lokalizacja wymaga obu liczb.',
		days: (least, most) => `Liczba całkowita od ${whole(least)} do ${whole(most)}.`,
	},
};

const DAY_MS = 86_400_000;
/** Minutes after midnight. */
const NIGHTLY_AT = 3 * 60;

/** Backups of the hub, on the page of its settings. */
export const backupWords: Words['backupWords'] = {
	title: 'Kopia zapasowa',
	lead: 'Jeden zaszyfrowany plik ze wszystkim: kontami, urządzeniami, kluczami płytek i historią.',
	none: 'Nie utworzono jeszcze żadnej kopii zapasowej.',
	last: (at, bytes, now) => `Ostatnia kopia zapasowa: ${ago(at, now)} (${bytesWord(bytes)}).`,
	failed: (at, now) => `Nocna kopia zapasowa nie udała się: ${ago(at, now)}`,
	looking: 'Szukanie ostatniej kopii zapasowej…',
	byHand: 'Pobierz kopię zapasową',
	passphrase: 'Hasło pliku',
	remember: 'Zapisz je w innym miejscu niż ten hub: bez niego nikt nie otworzy pliku.',
	download: 'Pobierz',
	making: 'Tworzenie kopii zapasowej…',
	come: (bytes) => `Dotąd ${bytes}`,
	downloaded: 'Pobrano kopię zapasową.',
	images: 'Razem z obrazami firmware’u',
	nightly: 'Co noc',
	nightlyHint: (folder) => `O ${timeOf(NIGHTLY_AT)}, do folderu ${folder} na komputerze huba.`,
	nightlyPassphrase: 'Hasło tych plików',
	newPassphrase: 'Nowe hasło (puste: zostaje obecne)',
	readable:
		'Hub przechowuje to hasło i każdy, kto ma jego komputer, może je odczytać. Chroni pliki na wypadek, gdyby komputer zniknął.',
	keepDaily: 'Ile dni przechowywać',
	keepWeekly: 'Ile tygodni przechowywać',
	fewerFiles: 'W międzyczasie ktoś wybrał więcej plików. Mniej plików usuwa część z nich: podaj hasło.',
	wholeNumber: (least, most) => `Liczba całkowita od ${least} do ${most}.`,
	files: (count, next, now) =>
		[
			`Jest ${counted(count, { one: 'plik', few: 'pliki', many: 'plików', other: 'pliku' })}.`,
			...(next === null ? [] : [next <= now ? 'Pora na następną kopię.' : `Następna kopia: ${momentOf(next, now)}.`]),
		].join(' '),
	save: 'Zastosuj',
	saved: 'Zapisano.',
	now: 'Utwórz teraz',
	made: 'Utworzono kopię zapasową.',
	restore:
		'Aby przywrócić kopię na nowym hubie, uruchom go i na stronie konfiguracji wybierz „Przywróć kopię zapasową”. Aby zastąpić ten hub, zatrzymaj go i uruchom:',
	restoreCommand: 'npm run hub -- restore --replace FILE',
	restoreDocker: 'W Dockerze uruchom zamiast tego:',
	restoreDockerCommands: 'docker compose stop\ndocker compose run --rm mooring node dist/cli.js restore --replace FILE',
	restoreFile: 'FILE musi być w folderze widocznym dla kontenera.',
};

function momentOf(at: number, now: number): string {
	return at - now < DAY_MS ? clockTime(at) : weekdayTime(at);
}

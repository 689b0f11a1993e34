import type { ProblemKind } from '$lib/flash/flash-problem.ts';
import type { Words } from '$lib/words/all-words.ts';
import { percent } from '$lib/words/format/numbers.ts';

const problems: Record<ProblemKind, (detail: string, chip: string) => [what: string, then: string]> = {
	'no-port': () => [
		'Nie wybrano portu.',
		'Jeśli żadnego nie było na liście: spróbuj innego kabla, wiele z nich tylko ładuje. Układy CH340 i CP210x wymagają sterownika w systemach Windows i macOS.',
	],
	'port-busy': () => [
		'Nie udało się otworzyć portu.',
		'Używa go inny program: zamknij monitory portu szeregowego i inne karty. W Linuksie twój użytkownik musi należeć do grupy dialout.',
	],
	'no-answer': () => [
		'Płytka nie odpowiada.',
		'Przytrzymaj jej przycisk BOOT lub FLASH (w samych modułach: IO0 do masy), naciśnij krótko RST i spróbuj ponownie.',
	],
	'wrong-chip': (found, chip) => [
		found ? `To jest ${found}, ale firmware jest dla układu ${chip}.` : `Ten układ to nie ${chip}.`,
		'Nic nie zapisano. Podłącz właściwą płytkę albo utwórz dla tej nowe oczekujące urządzenie.',
	],
	cable: () => [
		'Kabel został odłączony albo płytka straciła zasilanie.',
		'Płytka nie jest uszkodzona: jej programu rozruchowego nie da się nadpisać. Podłącz ją ponownie i zacznij od początku.',
	],
	stopped: () => [
		'Zatrzymano na twoje polecenie.',
		'Płytka nie jest uszkodzona, ale nie uruchomi się, dopóki firmware nie zostanie wgrany do końca.',
	],
	download: (name) => [
		`Nie udało się pobrać z huba całego pliku${name ? ` ${name}` : ' z firmware’em'}.`,
		'Nic nie zapisano. Zacznij ponownie, gdy hub będzie osiągalny.',
	],
	'not-verified': () => [
		'Pamięć flash nie zawiera tego, co zapisano.',
		'Spróbuj ponownie; jeśli to nie pomoże, użyj innego kabla lub gniazda USB. W starej płytce pamięć flash może być zużyta.',
	],
	other: (detail) => [
		'Wgrywanie się nie udało.',
		detail ? `Program rozruchowy zgłasza: ${detail}` : 'Zacznij od początku.',
	],
};

const kilobytes = (bytes: number) => Math.ceil(bytes / 1_000);

/** Flashing a board, and the drawing of a board. */
export const flashWords: Words['flashWords'] = {
	usb: {
		title: 'W tej przeglądarce, przez USB',
		lead: 'Podłącz płytkę kablem, który przesyła dane. Firmware i konfiguracja zapiszą się za jednym razem.',
		keep: 'Nie odłączaj kabla i nie zamykaj tej strony.',
		start: 'Wybierz port i wgraj',
		again: 'Spróbuj ponownie',
		version: (version) => `Firmware ${version}`,
		choosing: 'Wybierz port płytki w oknie przeglądarki.',
		connecting: 'Budzenie programu rozruchowego płytki',
		connectingHint: 'Kilka sekund. Jeśli to trwa dłużej, przytrzymaj przycisk BOOT lub FLASH.',
		writing: (done, total) => `Zapisywanie, ${kilobytes(done)} z ${kilobytes(total)} kB`,
		percent: (done) => percent(done),
		left: (ms) => (ms === undefined ? 'Szacowanie…' : `Jeszcze około ${Math.ceil(ms / 1_000)} s`),
		label: 'Wgrywanie',
		cancel: 'Anuluj',
		leave: {
			title: 'Przerwać zapisywanie firmware’u?',
			action: 'Przerwij zapisywanie',
			what: [
				{
					icon: 'usb',
					bad: true,
					title: 'Firmware zapisano tylko częściowo',
					text: 'Płytka nie uruchomi się bez ponownego wgrania. Nie jest uszkodzona.',
				},
			],
		},
		found: (code) => `Płytka ${code}`,
		written: 'Zapisano i sprawdzono',
		writtenLead: 'Płytka się uruchomiła. Jej dziennik poniżej pokazuje, co robi.',
		more: 'Wgraj jeszcze raz',
		problem: (kind, detail, chip) => problems[kind](detail, chip),
		trouble: {
			'wifi-password': [
				'Wi-Fi nie wpuszcza płytki.',
				'Wpisz poniżej poprawne hasło. Ponowne wgrywanie nie jest potrzebne.',
			],
			'wifi-missing': [
				'Płytka nie znajduje sieci Wi-Fi.',
				'Czy sieć jest w zasięgu i działa na 2,4 GHz? Wybierz poniżej sieć w zasięgu.',
			],
			'no-config': ['Płytka nie znajduje pliku konfiguracyjnego.', 'Wgraj jeszcze raz od początku.'],
		},
	},
	log: {
		title: 'Co mówi płytka',
		label: 'Wiersze dziennika szeregowego płytki',
		none: 'Jeszcze nic.',
		ended: 'Połączenie przerwane, więc dziennik się tu kończy. Hub nadal pokazuje kroki.',
	},
	cannot: {
		'no-web-serial': (ways) => [
			'Ta przeglądarka nie ma dostępu do portów USB.',
			`Chrome, Edge i Opera na komputerze go mają, Firefox od wersji 151 także; Safari i telefony nie. Otwórz tam tę stronę${ways ? ' albo wybierz jeden ze sposobów poniżej' : ''}.`,
		],
		'not-secure': () => [
			'Przeglądarka nie udostępnia portów USB stronie wczytanej przez zwykłe HTTP.',
			'Właściciel może włączyć HTTPS w „Ustawieniach”. Albo uruchom to w terminalu na tym komputerze, nie zamykaj go',
		],
	},
	tunnel: (host, port) => `ssh -N -L ${port}:localhost:${port} USER@${host}`,
	tunnelThen: 'i otwórz',
	noImage: 'Nie ma tu gotowego firmware’u.',
	noImageThen: {
		pack: (file) => `Firmware wszystkich płytek jest w jednym pliku, w pakiecie tej wersji: ${file}.`,
		add: 'Dodaj w ustawieniach',
		askOwner: 'Właściciel dodaje go w ustawieniach, w części „Firmware”.',
		project: 'Albo zbuduj go na swoim komputerze, z projektu poniżej.',
		nothing: 'Płytka z firmware’em obsługującym Mooring Link v2 przyjmie plik konfiguracyjny bez zmian.',
	},
	files: {
		title: 'Pliki dla esptool',
		lead: 'Zapisz wszystkie w jednym folderze i uruchom tam jedno polecenie. Wymaga esptool 5: pip install esptool.',
		download: (name) => `Pobierz ${name}`,
		size: (bytes) => (bytes < 1_000 ? `${bytes} B` : `${kilobytes(bytes)} kB`),
	},
	project: {
		title: 'Projekt .zip',
		lead: 'Dla PlatformIO: buduje się bez zmian, a README opisuje trzy kroki.',
	},
	secret: (project) =>
		project
			? 'Plik konfiguracyjny i jedyny plik w folderze „secrets” projektu zawierają hasło do Wi-Fi i klucz rejestracyjny. Nie udostępniaj ich.'
			: 'Plik z końcówką .mooring zawiera hasło do Wi-Fi i klucz rejestracyjny. Nie udostępniaj go.',
	looking: 'Szukanie obrazu…',
	steps: {
		flashed: ['Wgrano', 'Firmware i konfiguracja są na płytce', 'Przez USB albo z plików'],
		withProject: 'Z projektu',
		configured: ['Plik konfiguracyjny na płytce', 'Płytka go przyjęła', 'Przekaż jej plik konfiguracyjny'],
		wifi: ['W sieci Wi-Fi', 'Płytka połączyła się z twoją siecią', 'Sama połączy się z twoją siecią'],
		hub: ['Znaleziono hub', 'Płytka znalazła ten hub', 'Gdy tylko znajdzie ten hub'],
		writing: (done) => `Zapisywanie, ${percent(done)}`,
	},
	pads: {
		RST: 'Reset',
		EN: 'Włączenie',
		A0: 'Analog',
		'3V3': 'Zasilanie',
		'5V': 'Zasilanie',
		VIN: 'Zasilanie',
		G: 'Masa',
		RSV: 'Nieużywany',
		SD0: 'Flash',
		SD1: 'Flash',
		SD2: 'Flash',
		SD3: 'Flash',
		CMD: 'Flash',
		CLK: 'Flash',
		D0: 'Flash',
		D1: 'Flash',
		D2: 'Flash',
		D3: 'Flash',
	},
	/** heading of how to open and flash a board */
	opening: 'Otwórz ją i podłącz',
	drawing: (board, lit, boot) =>
		[`Rysunek płytki ${board}.`, `Podświetlone: ${lit || 'jeszcze nic'}.`, boot && `Piny rozruchowe: ${boot}.`]
			.filter(Boolean)
			.join(' '),
	sensor: {
		sda: 'Pin SDA',
		scl: 'Pin SCL',
		second: (pin) => `${pin} nie może być jednocześnie oboma pinami czujnika.`,
	},
};

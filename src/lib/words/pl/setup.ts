import type { Words } from '$lib/words/all-words.ts';
import { isolate } from '$lib/words/format/isolate.ts';

/** The wizard that adds a device, and the page that sets up its board. */

export const addWords: Words['addWords'] = {
	close: 'Zamknij',
	leave: {
		title: 'Wyjść bez dodania urządzenia?',
		action: 'Wyjdź',
		what: [
			{
				icon: 'trash',
				bad: true,
				title: 'Wpisane dane przepadną',
				text: 'Dodawanie urządzenia zacznie się od pierwszego kroku.',
			},
		],
	},
	steps: ['Płytka i nazwa', 'Wi-Fi', 'Przekaźniki i piny', 'Czujnik', 'Koniec'],
	where: (step, of) => `Krok ${step} z ${of}`,
	stepsLabel: 'Kroki',
	back: 'Wstecz',
	next: (step) => `Dalej: ${step}`,
	board: 'Płytka',
	chooseBoard: 'Wybierz płytkę',
	searchBoard: 'Szukaj płytek',
	noSuchBoard: 'Żadna płytka tak się nie nazywa. Zajrzyj do „Innych płytek”: mają każdy pin swojego układu.',
	changeBoard: 'Zmień',
	/** headings of the list of boards */
	families: {
		virtual: 'Wirtualna',
		module: 'Płytki z wolnymi pinami',
		'relay-board': 'Płytki z przekaźnikami',
		sonoff: 'Sonoff',
		shelly: 'Shelly',
		athom: 'Athom',
		generic: 'Inne płytki',
	},
	boardHint: 'Nie masz płytki pod ręką? Wirtualna płytka pokazuje wszystko, a ten hub może ją symulować.',
	name: 'Nazwa',
	nameHint: 'Tak, jak mówią wszyscy w domu, na przykład „Kotłownia”.',
	wifiLead: 'Płytka połączy się z tą siecią. Jej hasło trafia do pliku płytki.',
	passwordForgotten: 'Wpisz hasło jeszcze raz: znika po odświeżeniu strony.',
	relay: (n) => `Przekaźnik ${n}`,
	relayName: (n) => `Przekaźnik ${n}`,
	pin: 'Pin',
	wired: (pin, activeLow) => (activeLow ? `${pin}, aktywny stan niski` : pin),
	logic: 'Logika',
	activeHigh: 'Aktywny stan wysoki',
	activeLow: 'Aktywny stan niski',
	logicHint:
		'Aktywny stan wysoki (logika dodatnia, Positive): przekaźnik jest włączony, gdy jego pin jest w stanie wysokim. Aktywny stan niski (ujemna, Negative): gdy pin jest w stanie niskim, jak w większości modułów przekaźników.',
	logicWhy: {
		own: (activeLow) =>
			activeLow
				? 'Własne przekaźniki tej płytki mają aktywny stan niski.'
				: 'Własne przekaźniki tej płytki mają aktywny stan wysoki.',
		module: 'Wybrano tu aktywny stan niski, bo taką logikę ma większość modułów przekaźników.',
		shield:
			'Wybrano tu aktywny stan niski, bo taką logikę ma większość modułów przekaźników. Nakładka przekaźnikowa (shield) do D1 mini ma aktywny stan wysoki.',
		simulated: 'Symulowana płytka działa z oboma ustawieniami.',
	},
	logicLegend: (n) => `Logika przekaźnika ${n}`,
	removeRelay: (n) => `Usuń przekaźnik ${n}`,
	addRelay: 'Dodaj przekaźnik',
	noPinLeft: 'Na tej płytce nie ma już odpowiedniego pinu.',
	buttons: 'Przyciski',
	ownButton: (pin, relay) =>
		relay
			? `Własny przycisk płytki (${pin}) przełącza: ${isolate(relay)}.`
			: `Własny przycisk płytki (${pin}) jest tylko pokazywany.`,
	ownSwitch: (pin, relay) =>
		relay
			? `Łącznik ścienny na ${pin} przełącza: ${isolate(relay)}.`
			: `Łącznik ścienny na ${pin} jest tylko pokazywany.`,
	mostRelays: (most) => `Maksymalna liczba przekaźników na płytce: ${most}.`,
	problems: {
		name: 'Podaj nazwę.',
		relayName: 'Ten przekaźnik potrzebuje nazwy.',
		refused: (label) => `Pinu ${label} nie można użyć dla przekaźnika.`,
		noSensor: (label) => `Pinu ${label} nie można użyć dla czujnika.`,
		nothing: 'Urządzenie potrzebuje co najmniej jednego przekaźnika lub czujnika.',
	},
	boot: 'boot',
	refused: 'odmowa',
	bootPin: (label) => `${label} to pin rozruchowy.`,
	warnPin: (label) => `Uważaj na pin ${label}.`,
	useInstead: (label) => `Użyj zamiast tego ${label}`,
	taken: (label, by) => `Pin ${label} jest już zajęty: ${isolate(by)}.`,
	keyRelay: 'Przekaźnik',
	keyFree: 'Wolny',
	keyBoot: 'Pin rozruchowy: decyduje, jak płytka się uruchamia',
	sensor: 'Czujnik',
	noSensor: 'Brak',
	sensorPin: 'Pin danych',
	sensors: {
		dht22: 'DHT22: temperatura i wilgotność',
		ds18b20: 'DS18B20: temperatura',
		sht3x: 'SHT3x: temperatura i wilgotność',
		bme280: 'BME280: temperatura, wilgotność, ciśnienie',
		virtual: 'Zmienna temperatura',
		dht11: 'DHT11: temperatura i wilgotność',
		sht4x: 'SHT4x: temperatura i wilgotność',
		bmp280: 'BMP280: temperatura i ciśnienie',
		bh1750: 'BH1750: jasność',
	},
	finishLead:
		'Sprawdź wszystko jeszcze raz. Oczekujące urządzenie czeka na swoją płytkę do 24 godzin, a po jej połączeniu trafia do „Moich urządzeń”.',
	network: 'Wi-Fi',
	relays: 'Przekaźniki',
	nothing: 'Brak',
	make: 'Utwórz oczekujące urządzenie',
};

export const setupWords: Words['setupWords'] = {
	title: 'Konfiguracja płytki',
	claimedTitle: 'Połączono',
	waiting: 'Czekanie na płytkę',
	waited: (asOf) => `Ostatni znany postęp: ${asOf}`,
	made: (code) => ['Utworzono oczekujące urządzenie', `Jego kod to ${code}`, ''],
	seen: ['Wykryto płytkę', 'Znalazła ten hub', 'Gdy tylko znajdzie ten hub'],
	authenticated: ['Uwierzytelniono', 'Klucz jest poprawny', 'Gdy tylko klucz zostanie sprawdzony'],
	claimed: ['Przyjęto', 'Dodano do „Moich urządzeń”', 'Dzieje się samo'],
	light: {
		title: 'Co mówi dioda płytki',
		signs: [
			['Jeden błysk, przerwa', 'Szuka swojej sieci Wi-Fi.'],
			['Dwa błyski, przerwa', 'Jest w sieci Wi-Fi i szuka huba.'],
			['Trzy błyski, przerwa', 'Znalazła hub i czeka na przejęcie.'],
			['Cztery błyski, przerwa', 'Hub ją odrzuca: usunięto ją, unieważniono jej token albo wygasł jej klucz.'],
			['Świeci przez cztery sekundy', 'Została przejęta.'],
			['Migocze', 'Dostaje nowy firmware: nie odłączaj zasilania.'],
			['Ciemna', 'Jest połączona.'],
		],
	},
	leave: 'Możesz opuścić tę stronę. Urządzenie samo pojawi się w „Moich urządzeniach”.',
	toDevices: 'Do „Moich urządzeń”',
	play: {
		title: 'Uruchom na tym hubie',
		lead: 'Hub symuluje płytkę, dopóki jej urządzenie nie zostanie usunięte.',
		action: 'Uruchom wirtualną płytkę',
		running: 'Działa',
	},
	self: {
		title: 'Uruchom samodzielnie',
		lead: 'W innym oknie albo na innym komputerze z tym projektem. Zapisz plik w folderze projektu, potem uruchom polecenie.',
	},
	expired: 'Klucz stracił ważność',
	awaiting: 'Jego płytka czeka na decyzję w „Oczekujących urządzeniach”.',
	decide: 'Do decyzji',
	stepState: { done: 'Gotowe', now: 'W toku', next: 'Przed nami' },
	file: {
		title: 'Plik płytki',
		lead: 'Wszystko, czego ta płytka potrzebuje do rejestracji.',
		action: 'Pobierz plik konfiguracyjny',
	},
	secret: 'Plik zawiera klucz rejestracyjny i ewentualnie hasło do Wi-Fi. Nie udostępniaj go.',
	command: 'Polecenie',
	copy: 'Kopiuj polecenie',
	copied: 'Skopiowano.',
	gone: 'Już nie oczekuje',
	goneWhy: 'Zostało przyjęte lub usunięte albo jego płytka czeka na decyzję w „Oczekujących urządzeniach”.',
	done: (name) => `Urządzenie ${isolate(name)} jest w „Moich urządzeniach”.`,
};

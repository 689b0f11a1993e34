import type { Words } from '$lib/words/all-words.ts';
import { isolate } from '$lib/words/format/isolate.ts';

/** The Wi-Fi of a board: its form, the second network, and changing it by cable. */
export const wifiWords: Words['wifiWords'] = {
	ssid: 'Nazwa sieci',
	ssidHint: 'Płytki używają tylko sieci 2,4 GHz.',
	password: 'Hasło',
	open: 'Puste, jeśli sieć jest otwarta.',
	intoFile: 'Trafia do pliku płytki.',
	kept: {
		legend: 'Sieć',
		mark: 'zapamiętana przez ten hub',
		other: 'Inna sieć',
		keep: 'Zapamiętaj na tym hubie dla następnej płytki',
		keepHint: 'Zaszyfrowana. Mogą jej użyć osoby, które dodają płytki.',
		already: (ssid) => `Ten hub pamięta już sieć ${isolate(ssid)}. To, co tu wpiszesz, jest tylko dla tej płytki.`,
		full: (most) => `Ten hub pamięta już najwięcej sieci, ile może (${most}), więc ta jest tylko dla tej płytki.`,
	},
	problems: {
		choose: 'Wybierz sieć.',
		shortSecured: (least) => `Minimalna liczba znaków: ${least}.`,
	},

	second: {
		title: 'Druga sieć Wi-Fi',
		lead: 'Jeśli pierwsza sieć zawiedzie, płytka użyje tej. Hub wysyła ją przez szyfrowane łącze, bez wgrywania.',
		set: (ssid) => `Sieć zapasowa: ${isolate(ssid)}`,
		none: 'Jeszcze nie ustawiono',
		save: 'Ustaw drugą sieć Wi-Fi',
		change: 'Zmień',
		remove: 'Usuń',
		saved: (ssid) => `Druga sieć to teraz ${isolate(ssid)}.`,
		removed: 'Druga sieć została usunięta.',
	},

	usb: {
		title: 'Wi-Fi przez USB',
		open: 'Podaj inną sieć Wi-Fi przez USB',
		openHint: 'Dla płytki, która straciła Wi-Fi: kablem, bez wgrywania.',
		lead: 'Płytka, która straciła Wi-Fi, dostaje inną sieć przez kabel. Nic nie jest wgrywane, token i ustawienia zostają.',
		connect: 'Połącz przez USB',
		choosing: 'Wybierz port płytki w oknie przeglądarki.',
		again: 'Połącz ponownie',
		disconnect: 'Rozłącz',
		over: 'Połączenie przerwane: kabel został odłączony albo portu używa inny program.',
		another: (board, name) => `Płytka na tym porcie to ${board}, a nie płytka urządzenia ${isolate(name)}.`,
		change: 'Inna sieć Wi-Fi',
		heading: 'Podaj inną sieć Wi-Fi',
		how: 'Nazwa i hasło trafiają do płytki przez kabel.',
		asking: 'Pytanie płytki o sieci…',
		silent: [
			'Płytka nie odpowiada.',
			'Jej firmware może nie obsługiwać ustawiania Wi-Fi przez kabel albo to port czegoś innego. Uruchom płytkę ponownie i spróbuj jeszcze raz albo utwórz dla niej nowy firmware.',
		],
		askAgain: 'Zapytaj ponownie',
		scanning: 'Szukanie sieci…',
		heard: 'Sieci w zasięgu płytki',
		none: 'Nie znaleziono żadnej sieci. Takie płytki używają tylko 2,4 GHz. Nazwę można też wpisać.',
		isOpen: 'otwarta',
		strength: (dBm) => `${String(dBm).replace('-', '−')} dBm`,
		other: 'Inna sieć',
		look: 'Szukaj ponownie',
		join: 'Połącz z tą siecią',
		joining: (ssid) => `Łączenie z siecią ${isolate(ssid)}… To może potrwać minutę.`,
		joined: (ssid) => [`Połączono z siecią ${isolate(ssid)}.`, 'Płytka zapamiętuje tę sieć i szuka teraz tego huba.'],
		problem: (problem, trouble, ssid) => {
			if (problem === 'no-answer')
				return ['Płytka nie podała wyniku.', 'Sprawdź jej dziennik poniżej i spróbuj ponownie.'];
			if (problem === 'not-taken')
				return ['Płytka tego nie przyjęła.', 'Uruchom płytkę ponownie i spróbuj jeszcze raz.'];
			if (trouble === 'wifi-password')
				return [`Sieć ${isolate(ssid)} nie wpuszcza płytki.`, 'Wpisz hasło jeszcze raz.'];
			if (trouble === 'wifi-missing')
				return [
					`Płytka nie znajduje sieci ${isolate(ssid)}.`,
					'Czy nazwa jest zapisana dokładnie tak i czy sieć działa na 2,4 GHz?',
				];
			return [`Nie udało się połączyć z siecią ${isolate(ssid)}.`, 'Czy hasło jest poprawne, a płytka w zasięgu?'];
		},
		steps: {
			cable: ['Połączono przez USB', 'Port jest otwarty', 'Przez wybrany port'],
		},
	},
};

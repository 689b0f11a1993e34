import type { Words } from '$lib/words/all-words.ts';
import { isolate } from '$lib/words/format/isolate.ts';

/** The Wi-Fi networks that the hub keeps, on the page of its settings. */
export const networkWords: Words['networkWords'] = {
	title: 'Sieci Wi-Fi',
	lead: 'Zapamiętane dla następnej płytki, hasła zaszyfrowane. Kto dodaje płytkę, wybiera jedną z nich i nic nie wpisuje.',
	looking: 'Szukanie sieci…',
	none: 'Jeszcze brak. Pierwsza zostanie zapamiętana przy dodaniu płytki.',
	open: 'Otwarta sieć',
	add: 'Dodaj sieć',
	cancel: 'Anuluj',
	save: 'Zapamiętaj',
	kept: (ssid) => `Sieć ${isolate(ssid)} jest zapamiętana dla następnej płytki.`,
	full: (most) => `Hub może zapamiętać najwyżej tyle sieci: ${most}.`,
	change: 'Zmień hasło',
	changeOf: (ssid) => `Zmień hasło sieci ${isolate(ssid)}`,
	changed: (ssid) => `Następne płytki dostaną nowe hasło sieci ${isolate(ssid)}.`,
	password: 'Nowe hasło',
	remove: 'Usuń',
	removeOf: (ssid) => `Usuń sieć ${isolate(ssid)}`,
	removed: (ssid) => `Sieć ${isolate(ssid)} nie jest już zapamiętana.`,
	askChange: (ssid) => ({
		title: `Zmienić hasło sieci ${isolate(ssid)}?`,
		action: 'Zmień hasło',
		what: [
			{ icon: 'wifi', bad: false, title: 'Dostaną je następne płytki', text: 'Połączą się z nowym hasłem.' },
			{
				icon: 'devices',
				bad: false,
				title: 'Używane płytki zachowają stare',
				text: 'Jeśli jest teraz błędne, podaj im nowe przez USB, na ich stronie.',
			},
		],
	}),
	askRemove: (ssid) => ({
		title: `Usunąć sieć ${isolate(ssid)} z tego huba?`,
		action: 'Usuń',
		what: [
			{
				icon: 'trash',
				bad: true,
				title: 'Jej hasło zostanie usunięte',
				text: 'Dla następnej płytki trzeba je będzie wpisać od nowa.',
			},
			{
				icon: 'wifi',
				bad: false,
				title: 'Płytki pozostaną połączone',
				text: 'Te, które dostały to hasło, zachowają je.',
			},
		],
	}),
};

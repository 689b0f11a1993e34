import type { Words } from '$lib/words/all-words.ts';
import { isolate } from '$lib/words/format/isolate.ts';
import { counted } from '$lib/words/format/plural.ts';

/** One's own API tokens: the list, the form, and what is shown once. */
export const tokenWords: Words['tokenWords'] = {
	title: 'Tokeny API',
	lead: 'Do skrótów na jedno dotknięcie i do programów. Token nigdy nie może więcej niż ty.',
	none: 'Jeszcze brak.',
	make: 'Utwórz token',
	scope: (scope) => {
		if (scope.kind === 'read') return 'Odczytuje';
		if (scope.kind === 'everything') return 'Wszystko';
		const { relays, scenes } = scope;
		const parts = [
			relays.length > 0 &&
				counted(relays.length, {
					one: 'przekaźnik',
					few: 'przekaźniki',
					many: 'przekaźników',
					other: 'przekaźnika',
				}),
			scenes.length > 0 && counted(scenes.length, { one: 'scenę', few: 'sceny', many: 'scen', other: 'sceny' }),
		].filter(Boolean);
		return parts.length > 0 ? `Przełącza ${parts.join(' i ')}` : 'To, co przełączał, już nie istnieje';
	},
	used: (age) => (age ? `ostatnio: ${age}` : 'nigdy nieużywany'),
	ends: (date) => `do ${date}`,
	over: 'jego czas minął',
	noEnd: 'bez końca',
	end: 'Zakończ',
	endOf: (name) => `Zakończ token ${isolate(name)}`,
	question: (name) => ({
		title: `Zakończyć token ${isolate(name)}?`,
		action: 'Zakończ token',
		what: [
			{
				icon: 'unlink',
				bad: true,
				title: 'Wszystko, co go używa, od razu przestanie działać',
				text: 'Skróty i programy z tym tokenem dostaną odmowę. Tego nie da się cofnąć; możesz utworzyć inny.',
			},
		],
	}),
	ended: (name) => `Token ${isolate(name)} został zakończony.`,

	form: {
		title: 'Nowy token API',
		name: 'Nazwa',
		nameHint: 'Gdzie jest używany, na przykład „Telefon Anny”.',
		nameNeeded: 'Podaj nazwę.',
		may: 'Może',
		kinds: { switch: 'Przełączać', read: 'Odczytywać', everything: 'Wszystko' },
		hints: {
			switch: 'Tylko to, co tu wybierzesz. Reszty domu nie widzi.',
			read: 'Widzi to, co ty, i niczego nie zmienia.',
			everything: 'Wszystko, co ty, oprócz osób, blokad, kopii zapasowych i twojego konta.',
		},
		parts: 'Przekaźniki i sceny',
		add: 'Dodaj przekaźnik lub scenę…',
		scenes: 'Sceny',
		relaysOf: (device) => `Przekaźniki: ${isolate(device)}`,
		relayOf: (relay, device) => `${isolate(relay)}, ${isolate(device)}`,
		remove: (name) => `Usuń ${name}`,
		noneChosen: 'Nic jeszcze nie wybrano.',
		partsNeeded: 'Wybierz co najmniej jeden przekaźnik lub scenę.',
		until: 'Do kiedy',
		ends: { month: '1 miesiąc', year: '1 rok', never: 'Bez końca', other: 'Inny…' },
		otherLabel: 'Ostatni dzień',
		endNeeded: 'Podaj dzień, który jeszcze nie minął.',
		endFar: (years) => `Najwyżej ${counted(years, { one: 'rok', few: 'lata', many: 'lat', other: 'roku' })} od teraz.`,
		current: 'Twoje hasło',
		make: 'Utwórz token',
	},

	once: {
		title: (name) => `Token ${isolate(name)}`,
		lead: 'Skopiuj go teraz. Pokazujemy go tylko raz, a hub przechowuje tylko jego odcisk.',
		local: 'Ten adres działa tylko na tym komputerze. Dla telefonu otwórz panel pod adresem sieciowym huba.',
		plain: 'Bez HTTPS inni w twojej sieci mogą go odczytać. Używaj go tylko w domu.',
		token: 'Token',
		copy: 'Kopiuj token',
		copied: 'Skopiowano.',
		use: 'Użyj do',
		to: 'Stan',
		on: 'Wł.',
		off: 'Wył.',
		whole: 'Odczytaj wszystkie urządzenia',
		curl: 'curl',
		ios: 'iPhone: Skróty',
		android: 'Android: HTTP Shortcuts',
		copyText: (what) => `Kopiuj: ${what}`,
		done: 'Gotowe',
	},

	steps: {
		ios: (method, url, authorization, field) =>
			[
				'1. W aplikacji Skróty stuknij + i dodaj czynność „Pobierz zawartość adresu URL”.',
				`2. Adres URL: ${url}`,
				`3. Pokaż więcej. Metoda: ${method}`,
				`4. Nagłówki, dodaj: Authorization = ${authorization}`,
				...(field
					? [`5. Treść żądania: JSON, dodaj wartość logiczną: ${field[0]} = ${field[1] ? 'prawda' : 'fałsz'}`]
					: []),
				`${field ? 6 : 5}. Udostępnij, „Do ekranu początkowego”.`,
			].join('\n'),
		android: (method, url, authorization, body) =>
			[
				'1. W HTTP Shortcuts stuknij +, potem „Regular Shortcut”.',
				`2. Method: ${method}. URL: ${url}`,
				`3. Request Headers, dodaj: Authorization = ${authorization}`,
				...(body ? [`4. Request Body: Custom Text, typ application/json: ${body}`] : []),
				`${body ? 5 : 4}. Zapisz i umieść na ekranie głównym.`,
			].join('\n'),
	},
};

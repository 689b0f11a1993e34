import type { Words } from '$lib/words/all-words.ts';
import { isolate } from '$lib/words/format/isolate.ts';

/** The wall panel. */
export const wallWords: Words['wallWords'] = {
	title: 'Panel ścienny',
	label: (house) => `Panel ścienny: ${isolate(house)}`,
	empty: 'Nie ma jeszcze nic do pokazania.',
	facts: {
		label: 'Dom teraz',
		on: 'Włączone',
		away: 'Bez połączenia',
		sunrise: 'Wschód słońca',
		sunset: 'Zachód słońca',
	},
	scenes: 'Sceny',
	settings: 'Ustawienia panelu',
	leave: 'Wyjdź',
	unlock: 'Odblokuj ten panel ścienny',
	shows: {
		label: 'Pokazuje',
		rooms: 'Wszystkie pokoje',
		favourites: 'Moje ulubione',
	},
	screen: {
		title: 'Ekran',
		states: {
			held: 'Nie gaśnie, gdy ta strona jest otwarta.',
			refused:
				'Przeglądarka nie utrzymuje go teraz włączonego, na przykład aby oszczędzać baterię. Dotknij panelu, aby spróbować ponownie.',
			plain:
				'Ta strona nie może utrzymać go włączonego, bo nie wczytano jej przez HTTPS. Ustaw w tablecie, aby ekran nie gasł.',
			missing: 'Ta przeglądarka nie może utrzymać go włączonego. Ustaw w tablecie, aby ekran nie gasł.',
		},
	},
	night: {
		title: 'Noc',
		bySun: (from, to) => `Po 5 minutach bez dotyku przygasa, od zachodu słońca (${from}) do wschodu słońca (${to}).`,
		byHours: (from, to) =>
			`Po 5 minutach bez dotyku przygasa, od ${from} do ${to}. Z lokalizacją w „Ustawieniach” podąża za słońcem.`,
		wake: 'Dotknij, aby obudzić',
		lost: 'Hub jest nieosiągalny',
		more: (n) => `i jeszcze ${n}`,
	},
	lock: {
		title: 'Zablokuj: tylko przełączanie',
		lead: 'Dla dzieci i odwiedzających: ta przeglądarka pokazuje wtedy tylko panel, dopóki ktoś nie wpisze kodu PIN.',
		pin: 'Kod PIN',
		hint: (least, most) => `Od ${least} do ${most} cyfr. Potrzebny do odblokowania.`,
		act: 'Zablokuj',
		needed: (least, most) => `Wpisz od ${least} do ${most} cyfr.`,
		done: 'Panel ścienny jest zablokowany.',
	},
	unlocking: {
		title: 'Odblokuj',
		act: 'Odblokuj',
		forgotten: 'Nie pamiętasz kodu PIN? Zakończ tę sesję w „Twoim koncie” na innym urządzeniu.',
		done: 'Panel ścienny jest odblokowany.',
	},
};

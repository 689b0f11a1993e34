import type { Words } from '$lib/words/all-words.ts';
import { isolate } from '$lib/words/format/isolate.ts';
import { counted } from '$lib/words/format/plural.ts';
import { sentence, since as sinceWhen } from '../moments.ts';

const codes = (count: number) =>
	counted(count, {
		one: 'kod odzyskiwania',
		few: 'kody odzyskiwania',
		many: 'kodów odzyskiwania',
		other: 'kodu odzyskiwania',
	});

/** The second factor: of one's own account, at the sign-in, and of others. */
export const secondFactorWords: Words['secondFactorWords'] = {
	title: 'Drugi składnik',
	lead: 'Hub prosi też o kod z aplikacji na telefonie: przy każdym logowaniu oraz przed utworzeniem kopii zapasowej, dodaniem osoby i zmianą hasła. Samo hasło nie wystarczy wtedy do zalogowania.',
	on: (since) => sentence(`Włączony ${sinceWhen(since)}`),
	left: (count) => (count === 0 ? 'Nie ma już kodów odzyskiwania: utwórz nowe.' : `Do wykorzystania: ${codes(count)}.`),
	lost: 'Jeśli stracisz telefon i kody odzyskiwania, inny właściciel może wyłączyć drugi składnik w „Osobach”. Jeśli go nie ma, uruchom na komputerze huba:',
	lostCommand: 'npm run hub -- reset-password USER',

	code: 'Kod z aplikacji',
	recoveryCode: 'Kod odzyskiwania',
	useRecovery: 'Użyj kodu odzyskiwania',
	useApp: 'Użyj aplikacji',
	current: 'Twoje obecne hasło',
	cancel: 'Anuluj',

	begin: {
		action: 'Włącz',
		title: 'Włącz drugi składnik',
		lead: 'Wszystkie twoje inne sesje i tokeny API zakończą się, a każda przeglądarka poprosi następnym razem o kod.',
		next: 'Dalej',
	},
	scan: {
		title: 'Zeskanuj w aplikacji uwierzytelniającej',
		lead: 'Wystarczy dowolna aplikacja uwierzytelniająca. Bez aparatu wpisz do niej klucz.',
		qr: 'Kod QR dla aplikacji uwierzytelniającej',
		secret: 'Klucz dla aplikacji uwierzytelniającej',
		copy: 'Kopiuj klucz',
		first: 'Pierwszy kod, który pokazuje',
		submit: 'Włącz',
		again: 'Zacznij od nowa',
		done: 'Drugi składnik jest włączony. Inne urządzenia są wylogowane.',
	},
	codes: {
		title: 'Twoje kody odzyskiwania',
		lead: 'Każdy pozwala zalogować się raz, gdy nie masz telefonu. Pokazujemy je teraz i nigdy więcej: przechowuj je z dala od telefonu.',
		label: 'Kody odzyskiwania',
		copy: 'Kopiuj kody odzyskiwania',
		copied: 'Skopiowano.',
		download: 'Pobierz',
		file: (user, hub) => `Kody odzyskiwania: ${user}, ${hub}. Każdy działa raz.`,
		done: 'Mam je zapisane',
		leave: {
			title: 'Zamknąć kody odzyskiwania?',
			action: 'Zamknij',
			what: [
				{
					icon: 'trash',
					bad: true,
					title: 'Nie zostaną pokazane ponownie',
					text: 'Nowe utworzysz kodem z aplikacji.',
				},
			],
		},
	},
	renew: {
		action: 'Utwórz nowe kody odzyskiwania',
		title: 'Utwórz nowe kody odzyskiwania',
		lead: 'Stare kody przestaną działać.',
		submit: 'Utwórz nowe',
	},
	off: {
		action: 'Wyłącz',
		title: 'Wyłącz drugi składnik',
		lead: 'Odtąd do zalogowania wystarczy samo hasło.',
		submit: 'Wyłącz',
		done: 'Drugi składnik jest wyłączony.',
	},

	signIn: {
		title: 'Twój kod',
		lead: (name) => `Witaj, ${isolate(name)}. Aplikacja uwierzytelniająca co pół minuty pokazuje nowy kod.`,
		back: 'Wstecz',
	},

	person: {
		on: 'Drugi składnik włączony',
		action: 'Wyłącz drugi składnik',
		title: (name) => `Wyłącz drugi składnik: ${isolate(name)}`,
		lead: 'Dla osoby, która straciła telefon i kody odzyskiwania. Odtąd do zalogowania wystarczy jej samo hasło.',
		submit: 'Wyłącz',
		done: (name) => `Drugi składnik wyłączony: ${isolate(name)}.`,
	},
};

import type { Words } from '$lib/words/all-words.ts';
import { runTime, zoneName } from '$lib/words/format/dates.ts';
import { daysOf, timeOf } from '$lib/words/format/days.ts';
import { isolate } from '$lib/words/format/isolate.ts';
import { counted } from '$lib/words/format/plural.ts';
import { asOf as stateAt } from '../moments.ts';

/** Names shown under a person; the rest is counted. */
const NAMED = 2;

const devicesOf = (n: number) =>
	counted(n, { one: 'urządzenie', few: 'urządzenia', many: 'urządzeń', other: 'urządzenia' });

/** The page of the people of a household, for owners. */
export const peopleWords: Words['peopleWords'] = {
	title: 'Osoby',
	list: 'Wszyscy, którzy mają konto',
	back: 'Osoby',
	roles: { owner: 'Właściciel', member: 'Domownik', guest: 'Gość' },
	you: 'Ty',
	here: (asOf) => (asOf ? `Online, stan ${stateAt(asOf)}` : 'Teraz online'),
	lastUsed: (at, age) => (at === null ? 'Bez logowania' : `Ostatnio: ${age(at)}`),
	reaches: (names) =>
		names.length > NAMED
			? `${names.slice(0, NAMED).join('; ')} i jeszcze ${names.length - NAMED}`
			: names.join('; ') || 'Nic',
	until: (at, timeZone, now) => (at <= now ? 'dostęp się skończył' : `koniec: ${runTime(at, timeZone, now)}`),
	weekly: ({ weekdays, fromMinute, toMinute }) => `${daysOf(weekdays)} ${timeOf(fromMinute)}–${timeOf(toMinute)}`,
	choose: 'Wybierz osobę, aby zmienić jej uprawnienia.',
	gone: 'Tej osoby nie ma już na hubie.',

	person: {
		sessions: (number) =>
			number === 0 ? 'Bez logowania' : counted(number, { one: 'sesja', few: 'sesje', many: 'sesji', other: 'sesji' }),
		tokens: (number) =>
			counted(number, { one: 'token API', few: 'tokeny API', many: 'tokenów API', other: 'tokena API' }),
		devices: (devices, pending) =>
			[devices > 0 && devicesOf(devices), pending > 0 && `oczekujące: ${pending}`].filter(Boolean).join(', ') ||
			'Bez własnych urządzeń',
		role: 'Rola',
		roleHints: {
			owner: 'Może wszystko: osoby, ustawienia i urządzenia innych.',
			member: 'Dodaje, przełącza i zmienia urządzenia. Nie może usuwać urządzeń ani zmieniać osób i ustawień huba.',
			guest: 'Widzi i przełącza tylko to, co tu wybrano.',
		},
		roleEnds: 'Nowa rola wylogowuje tę osobę i kończy jej tokeny API. Potem trzeba zalogować się ponownie.',
		ownRoleEnds: 'Nowa rola wylogowuje cię i kończy twoje tokeny API. Potem trzeba zalogować się ponownie.',
		lastOwner: 'Jedyny właściciel nie może dostać innej roli. Najpierw nadaj tę rolę innej osobie.',
		updateOthers: 'Może aktualizować firmware płytek innych osób',
		save: 'Zapisz',
		saved: (name) => `${isolate(name)}: zapisano.`,
		discard: 'Odrzuć',
		elsewhere: 'Ktoś inny zmienił dane tej osoby. Zapisanie zastąpi tamte zmiany.',
		theirs: 'Pokaż tamte zmiany',
		leave: {
			title: 'Wyjść bez zapisania?',
			action: 'Wyjdź',
			what: [{ icon: 'trash', bad: true, title: 'Twoje zmiany przepadną', text: 'Dane tej osoby się nie zmienią.' }],
		},
		endSessions: 'Zakończ wszystkie sesje',
		ended: (name) => `${isolate(name)}: wylogowano wszędzie, tokeny API zakończone.`,
		remove: 'Usuń',
		notYourself: 'Nie możesz usunąć własnego konta. Może to zrobić inny właściciel.',
	},

	access: {
		title: 'Może widzieć i przełączać',
		titleOf: (what) => `${what}: uprawnienie`,
		may: { see: 'Widzieć', switch: 'Przełączać' },
		no: 'Nie',
		add: 'Dodaj pokój, urządzenie lub przekaźnik…',
		rooms: 'Pokoje',
		devices: 'Urządzenia',
		relays: (device) => `Przekaźniki: ${isolate(device)}`,
		relayOf: (device, relay) => `${relay ?? 'Usunięty przekaźnik'}, ${device}`,
		gone: 'Usunięte urządzenie',
		none: 'Nic jeszcze nie wybrano.',
		full: (most) => `Można wybrać najwyżej ${most}. Pokój liczy się raz.`,
		roomHint: 'Pokój obejmuje wszystkie swoje urządzenia, także dodane później.',
		until: 'Do kiedy',
		untils: {
			tonight: 'Dziś w nocy',
			sunday: 'Niedziela',
			month: '1 miesiąc',
			never: 'Bez końca',
			other: 'Inny…',
		},
		untilIs: (at, timeZone, now) =>
			`${at <= now ? 'Zakończono' : 'Koniec'}: ${runTime(at, timeZone, now)}, według strefy ${zoneName(timeZone)}.`,
		noEnd: 'Dopóki nie odbierzesz dostępu.',
		otherLabel: 'Data i godzina',
		otherHint: (timeZone) => `Według strefy ${zoneName(timeZone)}.`,
		weekly: 'Tylko w określonych godzinach tygodnia',
		days: 'Dni',
		from: 'Od',
		to: 'Do',
		nextDay: 'Kończy się następnego dnia.',
		problems: {
			grants: 'Wybierz co najmniej jeden pokój, urządzenie lub przekaźnik.',
			until: 'Podaj datę i godzinę.',
			over: 'Ten czas już minął.',
			weekdays: 'Wybierz co najmniej jeden dzień.',
			time: 'Podaj godzinę.',
		},
	},

	invite: {
		open: 'Zaproś',
		title: 'Zaproszenie',
		role: 'Rola',
		name: 'Dla kogo (opcjonalnie)',
		nameHint: 'Aby rozpoznać zaproszenie. Nazwę użytkownika ta osoba wybierze sama.',
		presets: 'Zacznij od',
		preset: { cleaner: 'Sprzątanie', neighbour: 'Sąsiedzi', babysitter: 'Opieka do dzieci' },
		presetHints: { cleaner: 'godziny w tygodniu', neighbour: 'do danego dnia', babysitter: 'do nocy' },
		make: 'Utwórz link',
		scan: 'Daj kod do zeskanowania albo wyślij link.',
		once: 'Dla jednej osoby, w ciągu 24 godzin.',
		qr: 'Kod QR zaproszenia',
		link: 'Link zaproszenia',
		copy: 'Kopiuj link',
		copied: 'Skopiowano link.',
		share: 'Udostępnij',
		shareText: (hub) => `Zaproszenie do huba ${isolate(hub)}`,
		local: 'Ten link działa tylko na tym komputerze. Otwórz panel pod adresem sieciowym huba i zaproś stamtąd.',
		done: 'Gotowe',
	},

	invitations: {
		title: 'Otwarte zaproszenia',
		none: 'Brak. Zaproszenie użyte lub starsze niż 24 godziny znika samo.',
		line: (by, left) => `Od: ${isolate(by)} · ${left}`,
		left: (minutes) => (minutes >= 60 ? `ważne ${Math.round(minutes / 60)} h` : `ważne ${Math.max(1, minutes)} min`),
		expires: (time) => `było ważne do: ${time}`,
		withdraw: 'Wycofaj',
		withdrawOf: (whom) => `Wycofaj zaproszenie: ${isolate(whom)}`,
		withdrawn: 'Zaproszenie zostało wycofane.',
	},

	remove: {
		pending: 'Oczekujące urządzenia tej osoby',
		keep: 'Zachowaj jako swoje; potrzebne nowe klucze',
		delete: 'Usuń',
		question: (name, devices, guest) => ({
			title: `Usunąć konto ${isolate(name)}?`,
			action: 'Usuń',
			what: [
				{
					icon: 'exit',
					bad: true,
					title: 'Wylogowanie od razu i wszędzie',
					text: guest
						? 'Otwarty panel tej osoby zostanie opróżniony. Powrót wymaga nowego zaproszenia.'
						: 'Powrót wymaga nowego zaproszenia.',
				},
				...(devices > 0
					? [
							{
								icon: 'devices',
								bad: false,
								title: `Przejmiesz ${devicesOf(devices)}`,
								text: 'Płytki, nazwy, ustawienia i historia się nie zmienią.',
							},
						]
					: []),
				{
					icon: 'activity',
					bad: false,
					title: 'Wpisy w „Aktywności” zostają',
					text: 'Pod dotychczasową nazwą.',
				},
			],
		}),
		done: (name) => `Usunięto konto ${isolate(name)}.`,
	},
};

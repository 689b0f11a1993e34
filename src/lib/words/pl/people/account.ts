import type { Words } from '$lib/words/all-words.ts';
import { isolate } from '$lib/words/format/isolate.ts';
import { counted } from '$lib/words/format/plural.ts';
import { since } from '../moments.ts';

/** The line of the account menu that offers the dashboard as an app. */
export const installWords: Words['installWords'] = {
	install: 'Zainstaluj jako aplikację',
	byHand: 'Aby otwierać jak aplikację: Udostępnij → Do ekranu początkowego.',
	dismiss: 'Nie proponuj więcej aplikacji',
};

/** One's own account: name, password, sessions. */
export const accountWords: Words['accountWords'] = {
	title: 'Twoje konto',
	nameTitle: 'Nazwa',
	nameHint: 'Logujesz się nią, a inni widzą ją przy tym, co robisz.',
	saveName: 'Zapisz nazwę',
	named: (name) => `Od teraz logujesz się jako ${isolate(name)}.`,
	nameNeeded: 'Podaj nazwę użytkownika.',
	passwordTitle: 'Hasło',
	passwordLead: 'Nowe hasło kończy twoje sesje na wszystkich innych urządzeniach i wszystkie twoje tokeny API.',
	current: 'Obecne hasło',
	new: 'Nowe hasło',
	savePassword: 'Zmień hasło',
	changed: 'Hasło zostało zmienione. Inne urządzenia są wylogowane.',
	leave: {
		title: 'Wyjść bez zapisania?',
		action: 'Wyjdź',
		what: [{ icon: 'trash', bad: true, title: 'Wpisane dane przepadną', text: 'Twoje konto się nie zmieni.' }],
	},
	sessions: {
		title: 'Twoje sesje',
		count: (number) => counted(number, { one: 'sesja', few: 'sesje', many: 'sesji', other: 'sesji' }),
		name: (browser, system) =>
			browser && system ? `${browser}, ${system}` : (browser ?? system ?? 'Nieznana przeglądarka'),
		current: 'Ta sesja',
		wall: 'zablokowany panel ścienny',
		used: (age) => `ostatnio: ${age}`,
		since,
		end: 'Zakończ',
		endOf: (name, address) => `Zakończ sesję ${name}, ${address}`,
		endOthers: 'Zakończ wszystkie inne',
		ended: 'Sesja została zakończona.',
		othersEnded: 'Wszystkie inne sesje zostały zakończone.',
	},
	guest: {
		until: (text) => `Gość, koniec dostępu: ${text}`,
		over: (text) => `Twój dostęp jako gościa zakończył się: ${text}`,
		overWhy: 'Twój czas tutaj minął. Jeśli potrzebujesz więcej, poproś osobę, która cię zaprosiła.',
		why: 'Nic ci teraz nie udostępniono. Jeśli masz ustalone godziny, urządzenia pojawią się tu, gdy się zaczną.',
	},
	notForYou: {
		title: 'Nie dla twojego konta',
		text: 'Twoje konto nie może otworzyć tej strony. Może to zmienić właściciel huba.',
		back: 'Do strony „Dom”',
	},
};

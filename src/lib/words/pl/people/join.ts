import type { Words } from '$lib/words/all-words.ts';
import { isolate } from '$lib/words/format/isolate.ts';

/** The page that an invitation leads to. */
export const joinWords: Words['joinWords'] = {
	title: 'Dołącz',
	welcome: (hub) => `Witamy w hubie ${isolate(hub)}`,
	by: (by, role, end) =>
		`${isolate(by)} zaprasza cię jako ${role === 'guest' ? 'gościa' : 'domownika'}${end ? `. Koniec dostępu: ${end}` : ''}.`,
	may: {
		member: 'Możesz wszystko przełączać i dodawać urządzenia.',
		guest: 'Możesz widzieć i przełączać to, co dla ciebie wybrano.',
	},
	nameHint: 'Będziesz się nią logować. Widzą ją inni tutaj.',
	submit: 'Przyjmij',
	good: (time) => `To zaproszenie jest dla jednej osoby. Ważne do: ${time}`,
	signedIn: (name) => `Ta przeglądarka jest zalogowana jako ${isolate(name)}.`,
	signedInThen: 'Przyjęcie zaproszenia wyloguje to konto i zaloguje nową osobę.',
	stay: (name) => `Zostań jako ${isolate(name)}`,
	looking: 'Sprawdzanie zaproszenia…',
	noSecret: {
		title: 'Ten link jest niepełny',
		text: 'Otwórz jeszcze raz otrzymany link albo ponownie zeskanuj kod. Brakuje ostatniej części, po znaku #.',
	},
	bad: {
		title: 'To zaproszenie nie działa',
		text: 'Poproś osobę, która je wysłała, o nowe. Jeśli zaproszenie zostało już przez ciebie przyjęte, zaloguj się.',
	},
	again: 'Spróbuj ponownie',
	signIn: 'Zaloguj się',
};

import type { ConflictReason } from '$protocol/dashboard/pending.ts';
import type { Words } from '$lib/words/all-words.ts';
import { isolate } from '$lib/words/format/isolate.ts';

const reasons: Record<ConflictReason, (deviceName?: string) => [what: string, then: string]> = {
	expired: () => [
		'Klucz rejestracyjny stracił ważność.',
		'Płytka połączyła się za późno. Nie wykonuje poleceń, dopóki nie przyjmie jej właściciel.',
	],
	'used-by-another-board': () => [
		'Tego klucza użyła już inna płytka.',
		'Ta jest połączona, ale nie wykonuje poleceń, dopóki nie przyjmie jej właściciel.',
	],
	'known-board': (deviceName) => [
		deviceName ? `Ta płytka to już urządzenie ${isolate(deviceName)}.` : 'Ta płytka była już kiedyś przyjęta.',
		'Skonfigurowano ją ponownie. Właściciel może zastąpić nią tamto urządzenie albo dodać ją jako nowe.',
	],
	'owner-gone': () => [
		'Osoba, która ją skonfigurowała, nie ma już konta.',
		'Płytka nie wykonuje poleceń, dopóki nie przyjmie jej właściciel.',
	],
	'owner-may-not': () => [
		'Osoba, która ją skonfigurowała, nie może już dodawać urządzeń.',
		'Płytka nie wykonuje poleceń, dopóki nie przyjmie jej właściciel.',
	],
};

/** Pending devices, and the questions before one is deleted or a board rejected. */
export const pendingWords: Words['pendingWords'] = {
	title: 'Oczekujące urządzenia',
	lead: 'Urządzenie zostaje przyjęte samo, gdy połączy się jego płytka. Tylko konflikt czeka na właściciela.',
	ready: 'Gotowe',
	notSeen: 'Hub jest gotowy. Płytka jeszcze się nie połączyła.',
	expiresSoon: 'Wkrótce wygaśnie',
	expired: 'Wygasło',
	awaiting: 'Czeka na przyjęcie',
	code: 'Kod',
	board: 'Płytka',
	mac: 'MAC',
	ip: 'IP',
	created: 'Utworzono',
	expiresIn: 'Wygasa za',
	expiresAt: 'Miało wygasnąć',
	setUp: 'Skonfiguruj płytkę',
	running: 'Ten hub symuluje jego płytkę.',
	notInTime: 'Nie udało się na czas? Utwórz nowy klucz; reszta zostaje.',
	renew: 'Utwórz nowy klucz',
	renewed: (name) => `Urządzenie ${isolate(name)} ma nowy klucz, ważny 24 godziny.`,
	claim: 'Przyjmij to urządzenie',
	reject: 'Odrzuć',
	lineLost: 'Płytka straciła połączenie. Połączy się sama.',
	forDevice: {
		regenerate: (name) => `Nowy firmware dla urządzenia ${isolate(name)}. Nazwa, historia i ustawienia zostają.`,
		upgrade: (name) => `Secure v2 dla urządzenia ${isolate(name)}. Nazwa i historia zostają.`,
	},
	reason: (reason, deviceName) => reasons[reason](deviceName),
	deleteQuestion: (name) => ({
		title: `Usunąć oczekujące urządzenie ${isolate(name)}?`,
		action: 'Usuń oczekujące urządzenie',
		what: [
			{
				icon: 'unlink',
				bad: true,
				title: 'Klucz rejestracyjny od razu przestanie działać',
				text: 'Płytka skonfigurowana z tym kluczem nie połączy się.',
			},
			{
				icon: 'trash',
				bad: true,
				title: 'Plan zniknie',
				text: 'Nazwę, przekaźniki i piny trzeba będzie wpisać od nowa.',
			},
		],
	}),
	rejectQuestion: (name) => ({
		title: 'Odrzucić tę płytkę?',
		action: 'Odrzuć',
		what: [
			{
				icon: 'unlink',
				bad: true,
				title: 'Zostanie rozłączona',
				text: `Nie zostanie przyjęta jako ${isolate(name)}.`,
			},
			{
				icon: 'clock',
				bad: false,
				title: 'Zapyta ponownie',
				text: 'Płytka zachowa klucz i będzie próbować dalej, coraz rzadziej.',
			},
		],
	}),
};

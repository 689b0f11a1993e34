import type { Words } from '$lib/words/all-words.ts';
import { isolate } from '$lib/words/format/isolate.ts';
import type { QuestionLine } from '$lib/words/format/question.ts';

/** Claiming a board by hand, and new firmware for an existing device. */

const compare: QuestionLine = {
	icon: 'warn',
	bad: true,
	title: 'Przyjmuj tylko płytkę, którą znasz',
	text: 'Każdy, kto ma jej plik, może się pod nią podszyć. Porównaj MAC z tym na twojej płytce.',
};

export const claimWords: Words['claimWords'] = {
	title: 'Przyjąć tę płytkę?',
	board: (mac, address) => `${mac}, adres ${address}`,
	legend: 'Co z nią zrobić?',
	replace: 'Zastąp nią istniejące urządzenie',
	add: 'Dodaj jako nowe urządzenie',
	reject: 'Odrzuć ją',
	which: 'Urządzenie do zastąpienia',
	known: (name) => `${isolate(name)}, miało ten MAC`,
	actions: {
		replace: (name) => `Zastąp „${isolate(name)}”`,
		add: () => 'Przyjmij to urządzenie',
		reject: () => 'Odrzuć',
	},
	what: {
		replace: (name, mac) => [
			{
				icon: 'check',
				bad: false,
				title: `Stanie się urządzeniem ${isolate(name)}`,
				text: 'Nazwa, historia i ustawienia zostają; przekaźniki i piny są takie jak tam.',
			},
			{
				icon: 'unlink',
				bad: true,
				title: 'Poprzednia płytka zostanie rozłączona',
				text: `Jej token od razu przestanie działać. Nowy jest przypisany do ${mac}.`,
			},
			compare,
		],
		add: (name, mac) => [
			{
				icon: 'check',
				bad: false,
				title: `Stanie się nowym urządzeniem ${isolate(name)}`,
				text: `Z własnym tokenem, przypisanym do ${mac}.`,
			},
			{
				icon: 'shield',
				bad: false,
				title: 'Inne urządzenia się nie zmienią',
				text: 'Żadne nie straci tokena ani nazwy.',
			},
			compare,
		],
		reject: (name) => [
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
	},
	firmware: {
		regenerate: (name) => `Nowy firmware: ${isolate(name)}`,
		upgrade: (name) => `Secure v2: ${isolate(name)}`,
		regenerateText: (name) =>
			`Stary token już nie działa. Urządzenie ${isolate(name)} wróci z nazwą, historią i ustawieniami, gdy jego płytka połączy się z tym plikiem.`,
		upgradeText: (name) =>
			`Token odpytywania działa, dopóki urządzenie ${isolate(name)} nie połączy się przez Secure v2. Nazwa i historia zostają.`,
		to: (name) => `Do urządzenia ${isolate(name)}`,
		done: (name) => `Urządzenie ${isolate(name)} wróciło z nowym tokenem.`,
	},
};

import type { Words } from '$lib/words/all-words.ts';
import { isolate } from '$lib/words/format/isolate.ts';
import { counted } from '$lib/words/format/plural.ts';

const RELAYS = { one: 'przekaźnik', few: 'przekaźniki', many: 'przekaźników', other: 'przekaźnika' };
const relays = (count: number) => counted(count, RELAYS);

/** Scenes and groups, which switch several relays with one tap. */
export const sceneWords: Words['sceneWords'] = {
	title: 'Sceny',
	lead: 'Scena jednym dotknięciem ustawia kilka przekaźników, każdy w jego własnym stanie. Grupa włącza lub wyłącza wszystkie naraz.',
	relays,
	running: 'Trwa…',
	set: 'Już ustawiona',
	done: 'Zrobione',
	partly: (done, of) => `Gotowe: ${done} z ${of}`,
	onOf: (on, of, away) =>
		[...(of === 0 ? [] : [`${on} z ${of} wł.`]), ...(away === 0 ? [] : [`${away} bez łącza`])].join(', '),
	wasOn: (on, of) => `Ostatnio ${on} z ${of} wł.`,
	on: 'Wł.',
	off: 'Wył.',
	turn: (name, on) => `${isolate(name)}: ${on ? 'włącz wszystko' : 'wyłącz wszystko'}`,
	what: (name) => `Przebieg: ${isolate(name)}`,
	sheet: {
		title: (name, done, of) => `${isolate(name)}: gotowe ${done} z ${of}`,
		switched: (on) => (on ? 'Wł.' : 'Wył.'),
		notDone: 'Nie wykonano.',
		putBack: 'Przywrócono',
		again: 'Spróbuj ponownie',
	},
	goes: (relay, on) => `${relay}: ${on ? 'wł.' : 'wył.'}`,
	edit: {
		new: 'Nowa scena',
		change: (name) => `Edytuj: ${isolate(name)}`,
		edit: 'Edytuj',
		name: 'Nazwa',
		nameHint: 'Tak, jak mówią wszyscy, na przykład „Dobranoc”.',
		kind: 'Co robi',
		kinds: { scene: 'Scena', group: 'Grupa' },
		kindHints: {
			scene: 'Jedno dotknięcie i każdy przekaźnik przyjmuje stan, który tu wybierzesz.',
			group: 'Dwa przyciski: włącz wszystko, wyłącz wszystko.',
		},
		members: 'Przekaźniki',
		chosen: (count) => `Wybrano ${relays(count)}`,
		take: 'Użyj obecnych stanów',
		took: 'Wybrane przekaźniki mają teraz w scenie swój obecny stan.',
		stateOf: (relay, device) => `Stan: ${isolate(relay)}, ${isolate(device)}`,
		find: 'Szukaj przekaźników',
		noneLike: 'Brak pasujących przekaźników.',
		most: (most) => `Najwyżej ${relays(most)}.`,
		save: 'Zapisz',
		cancel: 'Anuluj',
		delete: 'Usuń',
		saved: (name) => `Zapisano: ${isolate(name)}.`,
		problems: { name: 'Podaj nazwę.', members: 'Wybierz co najmniej jeden przekaźnik.' },
		deleted: ['Ktoś usunął tę scenę.', '„Zapisz” utworzy nową z tego, co tu jest.'],
		missing: 'Tej sceny już nie ma.',
	},
	empty: {
		title: 'Nie ma jeszcze scen',
		text: 'Dobranoc, wyjście z domu, wszystkie pompy wył.: wybierz przekaźniki raz i przełączaj je razem ze strony „Dom”.',
		needsDevices: 'Sceny składają się z przekaźników twoich urządzeń. Najpierw dodaj urządzenie.',
	},
	leave: (name) => ({
		title: name ? `Wyjść z „${isolate(name)}” bez zapisania?` : 'Wyjść z tej sceny bez zapisania?',
		action: 'Wyjdź bez zapisania',
		what: [{ icon: 'trash', bad: true, title: 'Twoje zmiany przepadną', text: 'Twój wybór nie zostanie zachowany.' }],
	}),
	remove: (name) => ({
		title: `Usunąć „${isolate(name)}”?`,
		action: 'Usuń',
		what: [
			{
				icon: 'trash',
				bad: true,
				title: 'Zniknie z każdego panelu',
				text: 'Jej przekaźniki trzeba będzie wybrać od nowa.',
			},
			{
				icon: 'relay',
				bad: false,
				title: 'Przekaźniki zostają w obecnym stanie',
				text: 'Żadne urządzenie się nie zmieni.',
			},
		],
	}),
};

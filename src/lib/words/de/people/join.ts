import type { Words } from '$lib/words/all-words.ts';
import { isolate } from '$lib/words/format/isolate.ts';

/** The page that an invitation leads to. */
export const joinWords: Words['joinWords'] = {
	title: 'Beitreten',
	welcome: (hub) => `Willkommen bei ${isolate(hub)}`,
	by: (by, role, end) =>
		`${isolate(by)} lädt dich als ${role === 'guest' ? 'Gast' : 'Mitglied des Haushalts'} ein${end ? `, bis ${end}` : ''}.`,
	may: {
		member: 'Du kannst alles schalten und Geräte hinzufügen.',
		guest: 'Du kannst sehen und schalten, was für dich ausgewählt wurde.',
	},
	nameHint: 'Damit meldest du dich an. Andere hier sehen ihn.',
	submit: 'Annehmen',
	good: (time) => `Diese Einladung gilt bis ${time}, für eine Person.`,
	signedIn: (name) => `Du bist hier als ${isolate(name)} angemeldet.`,
	signedInThen: 'Wenn du annimmst, wirst du abgemeldet und als die neue Person angemeldet.',
	stay: (name) => `${isolate(name)} bleiben`,
	looking: 'Deine Einladung wird gesucht…',
	noSecret: {
		title: 'Dieser Link ist unvollständig',
		text: 'Öffne den Link, den du bekommen hast, noch einmal, oder scanne den Code noch einmal. Der letzte Teil nach dem # fehlt hier.',
	},
	bad: {
		title: 'Diese Einladung funktioniert nicht',
		text: 'Bitte um eine neue. Hast du sie schon angenommen, dann melde dich an.',
	},
	again: 'Erneut versuchen',
	signIn: 'Anmelden',
};

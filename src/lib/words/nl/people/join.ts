import type { Words } from '$lib/words/all-words.ts';
import { isolate } from '$lib/words/format/isolate.ts';

/** The page that an invitation leads to. */
export const joinWords: Words['joinWords'] = {
	title: 'Meedoen',
	welcome: (hub) => `Welkom bij ${isolate(hub)}`,
	by: (by, role, end) =>
		`${isolate(by)} nodigt je uit als ${role === 'guest' ? 'gast' : 'lid van het huishouden'}${end ? `, tot ${end}` : ''}.`,
	may: {
		member: 'Je kunt alles schakelen en apparaten toevoegen.',
		guest: 'Je kunt zien en schakelen wat voor jou is gekozen.',
	},
	nameHint: 'Hiermee log je in. Anderen hier zien de naam.',
	submit: 'Accepteren',
	good: (time) => `Deze uitnodiging is geldig tot ${time}, voor één persoon.`,
	signedIn: (name) => `Je bent hier ingelogd als ${isolate(name)}.`,
	signedInThen: 'Als je accepteert, word je uitgelogd en log je in als de nieuwe persoon.',
	stay: (name) => `${isolate(name)} blijven`,
	looking: 'Je uitnodiging wordt opgezocht…',
	noSecret: {
		title: 'Deze link is niet compleet',
		text: 'Open de link die je kreeg nog eens, of scan de code opnieuw. Het laatste deel, na de #, ontbreekt hier.',
	},
	bad: {
		title: 'Deze uitnodiging werkt niet',
		text: 'Vraag een nieuwe aan wie hem stuurde. Heb je hem al eerder geaccepteerd, log dan in.',
	},
	again: 'Opnieuw proberen',
	signIn: 'Inloggen',
};

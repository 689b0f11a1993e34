import type { Words } from '$lib/words/all-words.ts';
import { isolate } from '$lib/words/format/isolate.ts';
import { until } from '../when.ts';

/** The page that an invitation leads to. */
export const joinWords: Words['joinWords'] = {
	title: 'Unisciti',
	welcome: (hub) => `Ti diamo il benvenuto in ${isolate(hub)}`,
	by: (by, role, end) =>
		`${isolate(by)} ti invita come ${role === 'guest' ? 'ospite' : 'membro della casa'}${end ? `, ${until(end)}` : ''}.`,
	may: {
		member: 'Puoi comandare tutto e aggiungere dispositivi.',
		guest: 'Puoi vedere e comandare ciò che è stato scelto per te.',
	},
	nameHint: 'Lo usi per accedere. Gli altri qui lo vedono.',
	submit: 'Accetta',
	good: (time) => `Questo invito vale ${until(time)}, per una persona.`,
	signedIn: (name) => `Qui stai usando l’account ${isolate(name)}.`,
	signedInThen: 'Se accetti, esci da questo account ed entri come la nuova persona.',
	stay: (name) => `Resta ${isolate(name)}`,
	looking: 'Ricerca del tuo invito…',
	noSecret: {
		title: 'Questo link è incompleto',
		text: 'Apri ancora una volta il link che hai ricevuto, o inquadra di nuovo il codice. Qui manca l’ultima parte, dopo il #.',
	},
	bad: {
		title: 'Questo invito non funziona',
		text: 'Chiedine un altro a chi l’ha inviato. Se l’hai già accettato, accedi.',
	},
	again: 'Riprova',
	signIn: 'Accedi',
};

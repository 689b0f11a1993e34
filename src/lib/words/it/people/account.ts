import type { Words } from '$lib/words/all-words.ts';
import { isolate } from '$lib/words/format/isolate.ts';
import { counted } from '$lib/words/format/plural.ts';
import { at, since, until } from '../when.ts';

/** The line of the account menu that offers the dashboard as an app. */
export const installWords: Words['installWords'] = {
	install: 'Installa come app',
	byHand: 'Per aprirla come un’app: Condividi → Aggiungi alla schermata Home.',
	dismiss: 'Non proporre più l’app',
};

/** One's own account: name, password, sessions. */
export const accountWords: Words['accountWords'] = {
	title: 'Il tuo account',
	nameTitle: 'Nome',
	nameHint: 'Lo usi per accedere, e gli altri lo vedono accanto a ciò che hai fatto.',
	saveName: 'Salva nome',
	named: (name) => `D’ora in poi accedi come ${isolate(name)}.`,
	nameNeeded: 'Serve un nome utente.',
	passwordTitle: 'Password',
	passwordLead: 'Una nuova password termina le tue sessioni su tutti gli altri dispositivi e tutti i tuoi token API.',
	current: 'Password attuale',
	new: 'Nuova password',
	savePassword: 'Cambia password',
	changed: 'La tua password è cambiata. Sugli altri dispositivi devi accedere di nuovo.',
	leave: {
		title: 'Uscire senza salvare?',
		action: 'Esci',
		what: [
			{
				icon: 'trash',
				bad: true,
				title: 'Ciò che hai scritto va perso',
				text: 'Il tuo account resta com’è.',
			},
		],
	},
	sessions: {
		title: 'Dove hai fatto l’accesso',
		count: (number) => counted(number, { one: 'sessione', other: 'sessioni' }),
		name: (browser, system) =>
			browser && system ? `${browser} su ${system}` : (browser ?? system ?? 'Browser sconosciuto'),
		current: 'Questa sessione',
		wall: 'pannello a muro bloccato',
		used: (age) => `ultimo uso: ${age}`,
		since,
		end: 'Termina',
		endOf: (name, address) => `Termina la sessione ${name}, ${address}`,
		endOthers: 'Termina tutte le altre',
		ended: 'La sessione è terminata.',
		othersEnded: 'Tutte le altre sessioni sono terminate.',
	},
	guest: {
		until: (text) => `Ospite ${until(text)}`,
		over: (text) => `Il tuo accesso come ospite è finito ${at(text)}`,
		overWhy: 'Il tuo tempo qui è finito. Se te ne serve altro, chiedi a chi ti ha invitato.',
		why: 'Ora nulla è condiviso con te. Se hai orari fissi, i tuoi dispositivi appaiono qui quando iniziano.',
	},
	notForYou: {
		title: 'Non per il tuo account',
		text: 'Il tuo account non può aprire questa pagina. Il proprietario dell’hub può cambiarlo.',
		back: 'Vai a Casa',
	},
};

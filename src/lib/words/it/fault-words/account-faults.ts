import type { Words } from '$lib/words/all-words.ts';
import type { ACCOUNT_FAULT_WORDS } from '$protocol/dashboard/fault-words/account-faults.ts';

type AccountFaults = Pick<Words['faultWords'], keyof typeof ACCOUNT_FAULT_WORDS>;

function waitWords(seconds: number): string {
	if (seconds < 60) return `${seconds} s`;
	const minutes = Math.ceil(seconds / 60);
	return minutes === 1 ? '1 minuto' : `${minutes} minuti`;
}

/** What is refused about people, their sign-ins, second factors, invitations and API tokens. */
export const accountFaults: AccountFaults = {
	'wrong-code': () => 'Questo non è il codice di configurazione mostrato dall’hub.',
	'wrong-credentials': () => 'Il nome utente o la password sono sbagliati.',
	'already-set-up': () => 'Questo hub ha già un proprietario. Accedi.',
	'name-as-password': () => 'Un nome non è una password. Scegli qualcosa che gli altri non sanno.',
	'common-password': () => 'È una delle password che tutti provano per prime. Scegline un’altra.',
	'not-signed-in': () => 'Prima accedi.',
	'not-allowed': () => 'Il tuo account non può farlo. Chiedi al proprietario dell’hub.',
	'may-not-switch': () => 'Non puoi comandarlo.',
	'room-of-guests': ({ room }) =>
		`Gli ospiti hanno accesso alla stanza ${room}. Solo un proprietario può spostarvi o toglierne dispositivi.`,
	'not-your-pending': () => 'Questo dispositivo in attesa è stato creato da un’altra persona.',
	'not-your-device': () => 'Solo un proprietario può farlo con il dispositivo di un’altra persona.',
	'current-password-wrong': () => 'La password attuale è sbagliata.',
	'second-factor-needed': () => 'Scrivi il codice mostrato dalla tua app di autenticazione, o un codice di recupero.',
	'second-factor-wrong': ({ time }) =>
		`Questo codice non è giusto. Un codice vale mezzo minuto: se i codici continuano a non funzionare, confronta l’orologio del telefono con quello dell’hub, che segna ${time}.`,
	'second-factor-used': () => 'Questo codice è già stato usato. Aspetta il prossimo.',
	'second-factor-over': () =>
		'Questo accesso è durato troppo, ha avuto troppi codici sbagliati o continua in una rete diversa da quella in cui è iniziato. Accedi di nuovo.',
	'second-factor-on': () => 'Il tuo secondo fattore è già attivo.',
	'second-factor-off': () => 'Il tuo secondo fattore non è attivo.',
	'second-factor-not-begun': () =>
		'L’attivazione del secondo fattore è durata troppo, è ricominciata altrove o l’hub si è riavviato. Ricomincia.',
	'second-factor-of-none': ({ name }) => `${name} non ha un secondo fattore.`,
	'second-factor-own': () =>
		'Disattiva il tuo secondo fattore in “Il tuo account”. Senza codice, esegui questo sul computer dell’hub: npm run hub -- reset-password USER',
	'name-taken': ({ name }) => `C’è già una persona di nome ${name}. Scegli un altro nome.`,
	'renamed-too-often': () => 'Hai cambiato nome più volte. Riprova tra un’ora.',
	'arranged-too-often': () => 'Hai riordinato la pagina Casa molte volte. Riprova tra un’ora.',
	'preferences-too-often': () => 'Hai cambiato le preferenze molte volte. Riprova tra un’ora.',
	'no-such-person': () => 'Questa persona non è più nell’hub.',
	'not-a-guest': ({ name }) => `${name} non è un ospite e vede tutto.`,
	'last-owner': () => 'Un hub ha bisogno di un proprietario. Prima rendi proprietario qualcun altro.',
	'not-yourself': () => 'Non puoi rimuovere te stesso. Può farlo un altro proprietario.',
	'no-such-invitation': () =>
		'Questo invito non è valido: è stato usato, ritirato oppure è scaduto. Chiedine un altro.',
	'too-many-people': ({ most }) => `Ci sono già ${most} persone. Prima rimuovine qualcuna.`,
	'too-many-invitations': ({ most }) => `Ci sono già ${most} inviti aperti. Prima ritirane qualcuno.`,
	'choose-access': () => 'Scegli almeno una stanza, un dispositivo o un relè.',
	'access-over': () => 'Il periodo di questo accesso è già finito.',
	'guest-needs-access': () => 'Scegli che cosa l’ospite può vedere o comandare.',
	'no-such-session': () => 'Questa sessione è già terminata.',
	'wall-locked': () => 'Questo browser è un pannello a muro bloccato. Prima sbloccalo lì con il suo PIN.',
	'wall-pin-digits': ({ least, most }) => `Un PIN ha da ${least} a ${most} cifre.`,
	'wall-pin-wrong': () => 'Questo PIN è sbagliato.',
	'no-such-lock-out': () => 'Questo blocco è già finito.',
	'wrong-api-token': () =>
		'Questo token API non è valido: è scritto male oppure è stato terminato. Creane un altro nel tuo account.',
	'api-token-over': () => 'Questo token API è scaduto. Creane un altro nel tuo account.',
	'api-token-may-not': () => 'Questo token API non può farlo. Creane uno che può, oppure accedi.',
	'no-such-api-token': () => 'Questo token API è già terminato.',
	'too-many-api-tokens': ({ most }) => `Hai già ${most} token API. Prima terminane qualcuno.`,
	'choose-token-parts': () => 'Scegli almeno un relè o una scena.',
	'token-end-wrong': ({ years }) => `Scegli una scadenza entro i prossimi ${years} anni, oppure nessuna.`,
	'too-many-failures': ({ seconds }) => `Troppi tentativi falliti. Riprova tra ${waitWords(seconds)}.`,
	'too-many-signing-in': () => 'Troppe persone stanno accedendo. Riprova tra un secondo.',
	'too-many-unknown-tokens': () => 'Troppi token sconosciuti da questo indirizzo. Riprova più tardi.',
};

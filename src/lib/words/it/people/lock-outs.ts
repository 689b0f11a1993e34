import type { AuditEntry } from '$protocol/dashboard/history.ts';
import type { LockOutView, LockOutWhat, LockedOutWho } from '$protocol/dashboard/people/lock-outs.ts';
import type { Words } from '$lib/words/all-words.ts';
import { isolate } from '$lib/words/format/isolate.ts';
import { since as sinceWord, until as untilWord } from '../when.ts';

const STRANGERS = {
	home: 'browser sconosciuti nella tua rete di casa',
	away: 'browser sconosciuti su Internet',
	anywhere: 'browser sconosciuti ovunque',
} satisfies Record<Extract<LockedOutWho, { kind: 'strangers' }>['from'], string>;

/** what was wrong, of one and of more */
const WRONG = {
	'sign-in': ['password sbagliata', 'password sbagliate'],
	'set-up': ['codice di configurazione sbagliato', 'codici di configurazione sbagliati'],
	'second-factor': ['codice del secondo fattore sbagliato', 'codici del secondo fattore sbagliati'],
	invitation: ['link d’invito sbagliato', 'link d’invito sbagliati'],
	'api-token': ['token API sbagliato', 'token API sbagliati'],
	'polling-token': ['token sbagliato di una scheda Legacy v1', 'token sbagliati di schede Legacy v1'],
} satisfies Record<LockOutWhat, [string, string]>;

const SECOND = 2;
/** "2ª volta"; the first is not said */
const timesWord = (times: number) => (times < SECOND ? undefined : `${times}ª volta`);

const whoWord = (who: LockedOutWho) => (who.kind === 'network' ? who.network : STRANGERS[who.from]);
const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** "Anna, Ben e nomi che nessuno ha" */
function targets({ names, unknownNames }: Pick<LockOutView, 'names' | 'unknownNames'>): string {
	const all = [...names.map(isolate), ...(unknownNames ? ['nomi che nessuno ha'] : [])];
	const last = all.pop();
	return all.length > 0 ? `${all.join(', ')} e ${last}` : (last ?? '');
}

/** the details of an entry of the audit log, whose parts may be missing */
type Details = AuditEntry['details'];
const strangersOf = (strangers: unknown) => STRANGERS[strangers as keyof typeof STRANGERS];
const whoOf = ({ address, strangers }: Details) =>
	typeof address === 'string' ? isolate(address) : (strangersOf(strangers) ?? 'qualcuno');

/** Who is locked out because of too many wrong tries: in Settings, in Activity and in the audit log. */
export const lockOutWords: Words['lockOutWords'] = {
	title: 'Bloccati',
	lead: 'Troppi tentativi sbagliati bloccano un visitatore per un po’. Un browser che ha già fatto l’accesso non viene bloccato.',
	none: 'Nessuno è bloccato.',
	looking: 'Ricerca dei blocchi…',
	who: (who) => capitalised(whoWord(who)),
	tried: (view) => {
		const whose = targets(view);
		return `${view.failures} ${WRONG[view.what][view.failures === 1 ? 0 : 1]}${whose && ` per ${whose}`}`;
	},
	when: (since, until, times) =>
		[capitalised(sinceWord(since)), untilWord(until), timesWord(times)].filter(Boolean).join(' · '),
	lift: 'Sblocca',
	liftOf: (view) => `Sblocca ${whoWord(view.who)}, ${WRONG[view.what][1]}`,
	lifted: ({ who }) => `${capitalised(whoWord(who))}: ora ${who.kind === 'network' ? 'può' : 'possono'} riprovare.`,
	more: (shown, total) => `Mostrati ${shown} di ${total}: prima le tue reti, poi i più recenti.`,
	strip: (networks) =>
		networks === 0
			? 'Browser sconosciuti sono bloccati'
			: networks === 1
				? '1 indirizzo è bloccato'
				: `${networks} indirizzi sono bloccati`,
	see: 'Vedi',

	audit: {
		began: (details, more) => {
			const { address, strangers, tried, names } = details;
			const wrong = WRONG[tried as LockOutWhat]?.[1] ?? 'tentativi sbagliati';
			const waits = typeof address !== 'string' && strangersOf(strangers) ? 'devono' : 'deve';
			const many = wrong.startsWith('password') ? 'troppe' : 'troppi';
			const untold = more > 0 ? `; prima ${more === 1 ? '1 altro blocco' : `altri ${more} blocchi`}` : '';
			return `${capitalised(whoOf(details))} ${waits} aspettare dopo ${many} ${wrong}${typeof names === 'string' ? ` per ${isolate(names)}` : ''}${untold}`;
		},
		lifted: (details, by) => `${by} ha tolto un blocco: ${whoOf(details)}`,
	},
};

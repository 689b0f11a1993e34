import type { AuditEntry } from '$protocol/dashboard/history.ts';
import type { LockOutView, LockOutWhat, LockedOutWho } from '$protocol/dashboard/people/lock-outs.ts';
import type { Words } from '$lib/words/all-words.ts';
import { isolate } from '$lib/words/format/isolate.ts';

const STRANGERS = {
	home: 'unbekannte Browser in deinem Heimnetz',
	away: 'unbekannte Browser im Internet',
	anywhere: 'alle unbekannten Browser',
} satisfies Record<Extract<LockedOutWho, { kind: 'strangers' }>['from'], string>;

/** what was wrong, of one and of more */
const WRONG = {
	'sign-in': ['falsches Passwort', 'falsche Passwörter'],
	'set-up': ['falscher Einrichtungscode', 'falsche Einrichtungscodes'],
	'second-factor': ['falscher Code des zweiten Faktors', 'falsche Codes des zweiten Faktors'],
	invitation: ['falscher Einladungslink', 'falsche Einladungslinks'],
	'api-token': ['falsches API-Token', 'falsche API-Tokens'],
	'polling-token': ['falsches Token eines Boards mit Legacy v1', 'falsche Tokens von Boards mit Legacy v1'],
} satisfies Record<LockOutWhat, [string, string]>;

const SECOND = 2;
/** "2. Mal"; the first is not said */
const timesWord = (times: number) => (times < SECOND ? undefined : `${times}. Mal`);

const whoWord = (who: LockedOutWho) => (who.kind === 'network' ? who.network : STRANGERS[who.from]);
const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** "Anna, Ben und Namen, die niemand hat" */
function targets({ names, unknownNames }: Pick<LockOutView, 'names' | 'unknownNames'>): string {
	const all = [...names.map(isolate), ...(unknownNames ? ['Namen, die niemand hat'] : [])];
	const last = all.pop();
	return all.length > 0 ? `${all.join(', ')} und ${last}` : (last ?? '');
}

/** the details of an entry of the audit log, whose parts may be missing */
type Details = AuditEntry['details'];
const strangersOf = (strangers: unknown) => STRANGERS[strangers as keyof typeof STRANGERS];
const whoOf = ({ address, strangers }: Details) =>
	typeof address === 'string' ? isolate(address) : (strangersOf(strangers) ?? 'jemand');

/** Who is locked out because of too many wrong tries: in Settings, in Activity and in the audit log. */
export const lockOutWords: Words['lockOutWords'] = {
	title: 'Gesperrt',
	lead: 'Zu viele falsche Versuche sperren einen Besucher eine Weile aus. Ein Browser, der schon einmal angemeldet war, wird nicht ausgesperrt.',
	none: 'Niemand ist gesperrt.',
	looking: 'Sperren werden geladen…',
	who: (who) => capitalised(whoWord(who)),
	tried: (view) => {
		const whose = targets(view);
		return `${view.failures} ${WRONG[view.what][view.failures === 1 ? 0 : 1]}${whose && ` für ${whose}`}`;
	},
	when: (since, until, times) => [`Seit ${since}`, `bis ${until}`, timesWord(times)].filter(Boolean).join(' · '),
	lift: 'Aufheben',
	liftOf: (view) => `Sperre aufheben: ${whoWord(view.who)}, ${WRONG[view.what][1]}`,
	lifted: ({ who }) =>
		`${capitalised(whoWord(who))} ${who.kind === 'network' ? 'darf' : 'dürfen'} es jetzt wieder versuchen.`,
	more: (shown, total) => `${shown} von ${total} werden angezeigt: zuerst deine eigenen Netze, dann die neuesten.`,
	strip: (networks) =>
		networks === 0
			? 'Unbekannte Browser sind gesperrt'
			: networks === 1
				? '1 Adresse ist gesperrt'
				: `${networks} Adressen sind gesperrt`,
	see: 'Ansehen',

	audit: {
		began: (details, more) => {
			const { address, strangers, tried, names } = details;
			const wrong = WRONG[tried as LockOutWhat]?.[1] ?? 'falsche Versuche';
			const waits = typeof address !== 'string' && strangersOf(strangers) ? 'müssen' : 'muss';
			const untold = more > 0 ? `; davor ${more} weitere ${more === 1 ? 'Sperre' : 'Sperren'}` : '';
			return `${capitalised(whoOf(details))} ${waits} warten, zu viele ${wrong}${typeof names === 'string' ? ` für ${isolate(names)}` : ''}${untold}`;
		},
		lifted: (details, by) => `${by} hat eine Sperre aufgehoben: ${whoOf(details)}`,
	},
};

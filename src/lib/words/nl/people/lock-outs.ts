import type { AuditEntry } from '$protocol/dashboard/history.ts';
import type { LockOutView, LockOutWhat, LockedOutWho } from '$protocol/dashboard/people/lock-outs.ts';
import type { Words } from '$lib/words/all-words.ts';
import { isolate } from '$lib/words/format/isolate.ts';

const STRANGERS = {
	home: 'onbekende browsers in je thuisnetwerk',
	away: 'onbekende browsers op internet',
	anywhere: 'onbekende browsers waar dan ook',
} satisfies Record<Extract<LockedOutWho, { kind: 'strangers' }>['from'], string>;

/** what was wrong, of one and of more */
const WRONG = {
	'sign-in': ['fout wachtwoord', 'foute wachtwoorden'],
	'set-up': ['foute installatiecode', 'foute installatiecodes'],
	'second-factor': ['foute verificatiecode', 'foute verificatiecodes'],
	invitation: ['foute uitnodigingslink', 'foute uitnodigingslinks'],
	'api-token': ['fout API-token', 'foute API-tokens'],
	'polling-token': ['fout token van een Legacy v1-board', 'foute tokens van Legacy v1-boards'],
} satisfies Record<LockOutWhat, [string, string]>;

/** "2e keer"; the first is not said */
const timesWord = (times: number) => (times < 2 ? undefined : `${times}e keer`);

const whoWord = (who: LockedOutWho) => (who.kind === 'network' ? who.network : STRANGERS[who.from]);
const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** "Anna, Ben en namen die niemand heeft" */
function targets({ names, unknownNames }: Pick<LockOutView, 'names' | 'unknownNames'>): string {
	const all = [...names.map(isolate), ...(unknownNames ? ['namen die niemand heeft'] : [])];
	const last = all.pop();
	return all.length > 0 ? `${all.join(', ')} en ${last}` : (last ?? '');
}

/** the details of an entry of the audit log, whose parts may be missing */
type Details = AuditEntry['details'];
const whoOf = ({ address, strangers }: Details) =>
	typeof address === 'string' ? isolate(address) : (STRANGERS[strangers as keyof typeof STRANGERS] ?? 'iemand');

/** Who is locked out because of too many wrong tries: in Settings, in Activity and in the audit log. */
export const lockOutWords: Words['lockOutWords'] = {
	title: 'Geblokkeerd',
	lead: 'Wie te vaak fout gokt, wordt een tijdje geblokkeerd. Een browser die al eens was ingelogd, wordt niet geblokkeerd.',
	none: 'Niemand is geblokkeerd.',
	looking: 'Blokkades worden opgezocht…',
	who: (who) => capitalised(whoWord(who)),
	tried: (view) => {
		const whose = targets(view);
		return `${view.failures} ${WRONG[view.what][view.failures === 1 ? 0 : 1]}${whose && ` voor ${whose}`}`;
	},
	when: (since, until, times) => [`Sinds ${since}`, `tot ${until}`, timesWord(times)].filter(Boolean).join(' · '),
	lift: 'Opheffen',
	liftOf: (view) => `Blokkade opheffen van ${whoWord(view.who)}, ${WRONG[view.what][1]}`,
	lifted: ({ who }) => `Blokkade opgeheven: ${whoWord(who)}.`,
	more: (shown, total) => `${shown} van ${total} getoond: eerst je eigen netwerken, dan de nieuwste.`,
	strip: (networks) =>
		networks === 0
			? 'Onbekende browsers zijn geblokkeerd'
			: networks === 1
				? '1 adres is geblokkeerd'
				: `${networks} adressen zijn geblokkeerd`,
	see: 'Bekijken',

	audit: {
		began(details, more) {
			const { tried, names } = details;
			const wrong = WRONG[tried as LockOutWhat]?.[1] ?? 'foute pogingen';
			const whose = typeof names === 'string' ? ` voor ${isolate(names)}` : '';
			const untold = more > 0 ? `; daarvoor nog ${more} keer geblokkeerd` : '';
			return `Geblokkeerd na te veel ${wrong}${whose}: ${whoOf(details)}${untold}`;
		},
		lifted: (details, by) => `${by} hief de blokkade op van ${whoOf(details)}`,
	},
};

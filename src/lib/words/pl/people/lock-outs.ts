import type { AuditEntry } from '$protocol/dashboard/history.ts';
import type { LockOutView, LockOutWhat, LockedOutWho } from '$protocol/dashboard/people/lock-outs.ts';
import type { Words } from '$lib/words/all-words.ts';
import { isolate } from '$lib/words/format/isolate.ts';
import { counted, plural } from '$lib/words/format/plural.ts';

const STRANGERS = {
	home: 'nieznane przeglądarki w twojej sieci domowej',
	away: 'nieznane przeglądarki w internecie',
	anywhere: 'wszystkie nieznane przeglądarki',
} satisfies Record<Extract<LockedOutWho, { kind: 'strangers' }>['from'], string>;

type Forms = { one: string; few: string; many: string; other: string };
/** what was wrong, after a number */
const WRONG: Record<LockOutWhat, Forms> = {
	'sign-in': { one: 'błędne hasło', few: 'błędne hasła', many: 'błędnych haseł', other: 'błędnego hasła' },
	'set-up': {
		one: 'błędny kod konfiguracji',
		few: 'błędne kody konfiguracji',
		many: 'błędnych kodów konfiguracji',
		other: 'błędnego kodu konfiguracji',
	},
	'second-factor': {
		one: 'błędny kod drugiego składnika',
		few: 'błędne kody drugiego składnika',
		many: 'błędnych kodów drugiego składnika',
		other: 'błędnego kodu drugiego składnika',
	},
	invitation: {
		one: 'błędny link zaproszenia',
		few: 'błędne linki zaproszeń',
		many: 'błędnych linków zaproszeń',
		other: 'błędnego linku zaproszenia',
	},
	'api-token': {
		one: 'błędny token API',
		few: 'błędne tokeny API',
		many: 'błędnych tokenów API',
		other: 'błędnego tokena API',
	},
	'polling-token': {
		one: 'błędny token płytki Legacy v1',
		few: 'błędne tokeny płytek Legacy v1',
		many: 'błędnych tokenów płytek Legacy v1',
		other: 'błędnego tokena płytki Legacy v1',
	},
};

const SECOND = 2;
/** "2. raz"; the first is not said */
const timesWord = (times: number) => (times < SECOND ? undefined : `${times}. raz`);

const whoWord = (who: LockedOutWho) => (who.kind === 'network' ? who.network : STRANGERS[who.from]);
const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** "Anna, Jan i nieistniejące nazwy" */
function targets({ names, unknownNames }: Pick<LockOutView, 'names' | 'unknownNames'>): string {
	const all = [...names.map(isolate), ...(unknownNames ? ['nieistniejące nazwy'] : [])];
	const last = all.pop();
	return all.length > 0 ? `${all.join(', ')} i ${last}` : (last ?? '');
}

/** the details of an entry of the audit log, whose parts may be missing */
type Details = AuditEntry['details'];
const whoOf = ({ address, strangers }: Details) =>
	typeof address === 'string' ? isolate(address) : (STRANGERS[strangers as keyof typeof STRANGERS] ?? 'ktoś');

/** Who is locked out because of too many wrong tries: in Settings, in Activity and in the audit log. */
export const lockOutWords: Words['lockOutWords'] = {
	title: 'Blokady',
	lead: 'Zbyt wiele błędnych prób blokuje na pewien czas. Przeglądarka, w której już się kiedyś logowano, nie jest blokowana.',
	none: 'Nikt nie jest zablokowany.',
	looking: 'Sprawdzanie blokad…',
	who: (who) => capitalised(whoWord(who)),
	tried: (view) => {
		const whose = targets(view);
		return `${counted(view.failures, WRONG[view.what])}${whose && `: ${whose}`}`;
	},
	when: (since, until, times) => [`Od ${since}`, `do ${until}`, timesWord(times)].filter(Boolean).join(' · '),
	lift: 'Odblokuj',
	liftOf: (view) => `Odblokuj: ${whoWord(view.who)}, ${WRONG[view.what].few}`,
	lifted: ({ who }) => `Odblokowano: ${whoWord(who)}.`,
	more: (shown, total) => `Pokazano ${shown} z ${total}: najpierw twoje własne sieci, potem najnowsze.`,
	strip: (networks) =>
		networks === 0
			? 'Nieznane przeglądarki są zablokowane'
			: plural(networks, {
					one: `${networks} adres jest zablokowany`,
					few: `${networks} adresy są zablokowane`,
					many: `${networks} adresów jest zablokowanych`,
					other: `${networks} adresu jest zablokowane`,
				}),
	see: 'Zobacz',

	audit: {
		began: (details, more) => {
			const { tried, names } = details;
			const wrong = WRONG[tried as LockOutWhat]?.few ?? 'błędne próby';
			const target = typeof names === 'string' ? ` (${isolate(names)})` : '';
			const untold = more > 0 ? `; wcześniejsze blokady: ${more}` : '';
			return `Czasowa blokada: ${whoOf(details)}. Powód: ${wrong}${target}${untold}`;
		},
		lifted: (details, by) => `Zniesiono blokadę: ${whoOf(details)} · ${by}`,
	},
};

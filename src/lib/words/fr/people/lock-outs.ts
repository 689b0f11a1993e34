import type { AuditEntry } from '$protocol/dashboard/history.ts';
import type { LockOutView, LockOutWhat, LockedOutWho } from '$protocol/dashboard/people/lock-outs.ts';
import type { Words } from '$lib/words/all-words.ts';
import { isolate } from '$lib/words/format/isolate.ts';
import { counted } from '$lib/words/format/plural.ts';
import { since, until } from '../articles.ts';

const STRANGERS = {
	home: 'navigateurs inconnus de votre réseau domestique',
	away: 'navigateurs inconnus sur Internet',
	anywhere: 'navigateurs inconnus où qu’ils soient',
} satisfies Record<Extract<LockedOutWho, { kind: 'strangers' }>['from'], string>;

/** what was wrong, of one and of more; all of them follow "trop de" */
const WRONG = {
	'sign-in': { one: 'mot de passe erroné', other: 'mots de passe erronés' },
	'set-up': { one: 'code de configuration erroné', other: 'codes de configuration erronés' },
	'second-factor': { one: 'code de second facteur erroné', other: 'codes de second facteur erronés' },
	invitation: { one: 'lien d’invitation erroné', other: 'liens d’invitation erronés' },
	'api-token': { one: 'jeton API erroné', other: 'jetons API erronés' },
	'polling-token': {
		one: 'jeton erroné d’une carte Legacy v1',
		other: 'jetons erronés de cartes Legacy v1',
	},
} satisfies Record<LockOutWhat, { one: string; other: string }>;

/** "2e fois"; the first is not said */
const timesWord = (times: number) => (times < 2 ? undefined : `${times}e fois`);

const whoWord = (who: LockedOutWho) => (who.kind === 'network' ? who.network : STRANGERS[who.from]);
const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** "Anna, Ben et des noms inconnus" */
function targets({ names, unknownNames }: Pick<LockOutView, 'names' | 'unknownNames'>): string {
	const all = [...names.map(isolate), ...(unknownNames ? ['des noms inconnus'] : [])];
	const last = all.pop();
	return all.length > 0 ? `${all.join(', ')} et ${last}` : (last ?? '');
}

/** the details of an entry of the audit log, whose parts may be missing */
type Details = AuditEntry['details'];
const whoOf = (address: unknown, strangers: unknown) =>
	typeof address === 'string' ? isolate(address) : (STRANGERS[strangers as keyof typeof STRANGERS] ?? 'quelqu’un');

/** Who is locked out because of too many wrong tries: in Settings, in Activity and in the audit log. */
export const lockOutWords: Words['lockOutWords'] = {
	title: 'Blocages',
	lead: 'Trop d’essais erronés bloquent un visiteur pour un moment. Un navigateur qui s’est déjà connecté n’est pas bloqué.',
	none: 'Personne n’est bloqué.',
	looking: 'Recherche des blocages…',
	who: (who) => capitalised(whoWord(who)),
	tried: (view) => {
		const whose = targets(view);
		return `${counted(view.failures, WRONG[view.what])}${whose && ` pour ${whose}`}`;
	},
	when: (from, to, times) => [capitalised(since(from)), until(to), timesWord(times)].filter(Boolean).join(' · '),
	lift: 'Débloquer',
	liftOf: (view) => `Débloquer : ${whoWord(view.who)}, ${WRONG[view.what].other}`,
	lifted: ({ who }) => `${capitalised(whoWord(who))} : nouvel essai possible.`,
	more: (shown, total) => `${shown} sur ${total} sont affichés : d’abord vos propres réseaux, puis les plus récents.`,
	strip: (networks) =>
		networks === 0
			? 'Des navigateurs inconnus sont bloqués'
			: counted(networks, { one: 'adresse est bloquée', other: 'adresses sont bloquées' }),
	see: 'Voir',

	audit: {
		began: ({ address, strangers, tried, names }: Details, more: number) => {
			const wrong = WRONG[tried as LockOutWhat]?.other ?? 'tentatives erronées';
			const untold =
				more > 0 ? ` ; ${counted(more, { one: 'autre blocage', other: 'autres blocages' })} juste avant` : '';
			return `${capitalised(whoOf(address, strangers))} : blocage après trop de ${wrong}${typeof names === 'string' ? ` pour ${isolate(names)}` : ''}${untold}`;
		},
		lifted: ({ address, strangers }: Details, by: string) => `Blocage levé par ${by} : ${whoOf(address, strangers)}`,
	},
};

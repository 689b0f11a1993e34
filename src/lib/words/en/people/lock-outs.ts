import type { AuditEntry } from '$protocol/dashboard/history.ts';
import type { LockOutView, LockOutWhat, LockedOutWho } from '$protocol/dashboard/people/lock-outs.ts';
import { isolate } from '$lib/words/format/isolate.ts';
import { translatable } from '$lib/words/language.ts';

const STRANGERS = {
	home: 'unknown browsers in your home network',
	away: 'unknown browsers on the internet',
	anywhere: 'unknown browsers anywhere',
} satisfies Record<Extract<LockedOutWho, { kind: 'strangers' }>['from'], string>;

/** what was wrong, of one and of more */
const WRONG = {
	'sign-in': ['wrong password', 'wrong passwords'],
	'set-up': ['wrong set-up code', 'wrong set-up codes'],
	'second-factor': ['wrong second-factor code', 'wrong second-factor codes'],
	invitation: ['wrong invitation link', 'wrong invitation links'],
	'api-token': ['wrong API token', 'wrong API tokens'],
	'polling-token': ['wrong token of a Legacy v1 board', 'wrong tokens of Legacy v1 boards'],
} satisfies Record<LockOutWhat, [string, string]>;

const SECOND = 2;
const THIRD = 3;
/** "2nd time"; the first is not said */
const timesWord = (times: number) =>
	times < SECOND ? undefined : `${times}${times === SECOND ? 'nd' : times === THIRD ? 'rd' : 'th'} time`;

const whoWord = (who: LockedOutWho) => (who.kind === 'network' ? who.network : STRANGERS[who.from]);
const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** "Anna, Ben and names that nobody has" */
function targets({ names, unknownNames }: Pick<LockOutView, 'names' | 'unknownNames'>): string {
	const all = [...names.map(isolate), ...(unknownNames ? ['names that nobody has'] : [])];
	const last = all.pop();
	return all.length > 0 ? `${all.join(', ')} and ${last}` : (last ?? '');
}

/** the details of an entry of the audit log, whose parts may be missing */
type Details = AuditEntry['details'];
const whoOf = (address: unknown, strangers: unknown) =>
	typeof address === 'string' ? isolate(address) : (STRANGERS[strangers as keyof typeof STRANGERS] ?? 'somebody');

/** Who is locked out because of too many wrong tries: in Settings, in Activity and in the audit log. */
export const lockOutWords = translatable('lockOutWords', {
	title: 'Locked out',
	lead: 'Too many wrong guesses lock a visitor out for a while. A browser that has signed in before is not locked out.',
	none: 'Nobody is locked out.',
	looking: 'Looking who is locked out…',
	who: (who: LockedOutWho) => capitalised(whoWord(who)),
	tried: (view: Pick<LockOutView, 'what' | 'failures' | 'names' | 'unknownNames'>) => {
		const whose = targets(view);
		return `${view.failures} ${WRONG[view.what][view.failures === 1 ? 0 : 1]}${whose && ` for ${whose}`}`;
	},
	when: (since: string, until: string, times: number) =>
		[`Since ${since}`, `until ${until}`, timesWord(times)].filter(Boolean).join(' · '),
	lift: 'Lift',
	liftOf: (view: Pick<LockOutView, 'who' | 'what'>) =>
		`Lift the lock-out of ${whoWord(view.who)}, ${WRONG[view.what][1]}`,
	lifted: ({ who }: Pick<LockOutView, 'who'>) => `${capitalised(whoWord(who))} may try again now.`,
	more: (shown: number, total: number) => `${shown} of ${total} are shown: your own networks first, then the newest.`,
	strip: (networks: number) =>
		networks === 0
			? 'Unknown browsers are locked out'
			: networks === 1
				? '1 address is locked out'
				: `${networks} addresses are locked out`,
	see: 'See',

	/** `more`: lock-outs that were too many to be recorded one by one */
	audit: {
		began: ({ address, strangers, tried, names }: Details, more: number) => {
			const wrong = WRONG[tried as LockOutWhat]?.[1] ?? 'wrong tries';
			const untold = more > 0 ? `; ${more} more lock-outs before it` : '';
			return `${capitalised(whoOf(address, strangers))} must wait after too many ${wrong}${typeof names === 'string' ? ` for ${isolate(names)}` : ''}${untold}`;
		},
		lifted: ({ address, strangers }: Details, by: string) => `${by} let ${whoOf(address, strangers)} try again`,
	},
});

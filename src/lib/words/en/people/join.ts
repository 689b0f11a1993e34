import type { InvitationBody } from '$protocol/dashboard/people/people.ts';
import { isolate } from '$lib/words/format/isolate.ts';
import { translatable } from '$lib/words/language.ts';

/** The page that an invitation leads to. */
export const joinWords = translatable('joinWords', {
	title: 'Join',
	welcome: (hub: string) => `Welcome to ${isolate(hub)}`,
	by: (by: string, role: InvitationBody['role'], end: string | undefined) =>
		`${isolate(by)} invites you as ${role === 'guest' ? 'a guest' : 'a member of the household'}${end ? `, until ${end}` : ''}.`,
	may: {
		member: 'You can switch everything and add devices.',
		guest: 'You can see and switch what was chosen for you.',
	} satisfies Record<InvitationBody['role'], string>,
	nameHint: 'You sign in with it. Others here see it.',
	submit: 'Accept',
	good: (time: string) => `This invitation is good until ${time}, for one person.`,
	signedIn: (name: string) => `You are signed in here as ${isolate(name)}.`,
	signedInThen: 'Accepting signs you out, and in as the new person.',
	stay: (name: string) => `Stay ${isolate(name)}`,
	looking: 'Looking up your invitation…',
	noSecret: {
		title: 'This link is incomplete',
		text: 'Open the link that you were sent once more, or scan the code again. Its last part, after the #, is missing here.',
	},
	bad: {
		title: 'This invitation does not work',
		text: 'Ask whoever sent it for another. If you have accepted it before, sign in.',
	},
	again: 'Try again',
	signIn: 'Sign in',
});

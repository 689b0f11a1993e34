import { translatable } from '$lib/words/language.ts';
import type { Step } from '$lib/first-steps/steps.ts';

/** What the owner of a new house does next, on Home. */
export const firstStepWords = translatable('firstStepWords', {
	title: 'First steps',
	sum: (done: number, of: number) => `${done} of ${of} done`,
	hide: 'Hide',
	hideHint: 'Hide the first steps for good',
	hidden: 'Hidden. The menu has everything.',
	/** before the name of a step, for screen readers */
	done: 'Done:',
	steps: {
		board: ['Add a board', 'A real one, or a virtual one to try'],
		people: ['Invite somebody', 'They switch on their own phone'],
		backup: ['Set up a backup', 'For the day when the card breaks'],
		https: ['Turn on HTTPS', 'To install the app, and flash by USB'],
	} satisfies Record<Step, readonly [title: string, why: string]>,
});

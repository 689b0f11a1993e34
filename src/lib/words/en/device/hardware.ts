import { translatable } from '$lib/words/language.ts';

/** Telling the project how its firmware does on a real board, from the page of a device. */
export const hardwareWords = translatable('hardwareWords', {
	title: 'Does this board do what it should?',
	lead: 'Tell the project: its list of boards begins with you.',
	works: 'This board works',
	fails: 'It does not',
	dialog: {
		works: 'This board works',
		fails: 'This board does not work',
		lead: 'This becomes a text for the project’s list of boards. Nothing is sent: you copy or share it yourself.',
		own: 'What did you try, and what happened?',
		ownHint: 'Leave out names, passwords and addresses.',
		text: 'The text',
		english: 'It is in English, as the list is. Your own words stay as they are.',
		looking: 'Asking the hub what it has seen…',
		copy: 'Copy the text',
		copied: 'The text is copied.',
		share: 'Share…',
		where: 'Put it into a new issue of the project, with the form for boards.',
		close: 'Close',
	},
});

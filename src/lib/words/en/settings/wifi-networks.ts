import { isolate } from '$lib/words/format/isolate.ts';
import { translatable } from '$lib/words/language.ts';
import type { Question } from '$lib/words/format/question.ts';

/** The Wi-Fi networks that the hub keeps, on the page of its settings. */
export const networkWords = translatable('networkWords', {
	title: 'Wi-Fi networks',
	lead: 'Kept for the next board, passwords encrypted. Who adds a board chooses one of these and types nothing.',
	looking: 'Looking for the networks…',
	none: 'None yet. The first is kept when a board is added.',
	open: 'Open network',
	add: 'Add a network',
	cancel: 'Cancel',
	save: 'Keep it',
	kept: (ssid: string) => `${isolate(ssid)} is kept for the next board.`,
	full: (most: number) => `The hub keeps ${most} networks at most.`,
	change: 'Change password',
	changeOf: (ssid: string) => `Change password of ${isolate(ssid)}`,
	changed: (ssid: string) => `The next boards get the new password of ${isolate(ssid)}.`,
	password: 'New password',
	remove: 'Remove',
	removeOf: (ssid: string) => `Remove ${isolate(ssid)}`,
	removed: (ssid: string) => `${isolate(ssid)} is not kept any more.`,
	askChange: (ssid: string): Question => ({
		title: `Change the password of ${isolate(ssid)}?`,
		action: 'Change password',
		what: [
			{ icon: 'wifi', bad: false, title: 'The next boards get it', text: 'They join with the new password.' },
			{
				icon: 'devices',
				bad: false,
				title: 'Boards in use keep the old one',
				text: 'If it is wrong now, give them the new one by USB, on their page.',
			},
		],
	}),
	askRemove: (ssid: string): Question => ({
		title: `Remove ${isolate(ssid)} from this hub?`,
		action: 'Remove',
		what: [
			{ icon: 'trash', bad: true, title: 'Its password is deleted', text: 'It is typed again for the next board.' },
			{ icon: 'wifi', bad: false, title: 'Boards stay connected', text: 'Those that were given it keep it.' },
		],
	}),
});

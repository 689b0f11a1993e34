import { isolate } from '$lib/words/format/isolate.ts';
import type { QuestionLine } from '$lib/words/format/question.ts';
import { translatable } from '$lib/words/language.ts';

/** Claiming a board by hand, and new firmware for an existing device. */

const compare: QuestionLine = {
	icon: 'warn',
	bad: true,
	title: 'Only claim a board you know',
	text: 'Anyone who has its file can pretend to be it. Compare the MAC with the one on your board.',
};

export const claimWords = translatable('claimWords', {
	title: 'Claim this board?',
	board: (mac: string, address: string) => `${mac} at ${address}`,
	legend: 'What should happen with it?',
	replace: 'Replace an existing device',
	add: 'Add as a new device',
	reject: 'Reject it',
	which: 'Device to replace',
	known: (name: string) => `${isolate(name)}, which had this MAC`,
	actions: {
		replace: (name: string) => `Replace ${isolate(name)}`,
		add: () => 'Claim this device',
		reject: () => 'Reject',
	},
	what: {
		replace: (name: string, mac: string): QuestionLine[] => [
			{
				icon: 'check',
				bad: false,
				title: `It becomes ${isolate(name)}`,
				text: 'Name, history and settings stay; relays and pins are as they were set there.',
			},
			{
				icon: 'unlink',
				bad: true,
				title: 'Its previous board is disconnected',
				text: `Its token stops working at once. The new one is bound to ${mac}.`,
			},
			compare,
		],
		add: (name: string, mac: string): QuestionLine[] => [
			{
				icon: 'check',
				bad: false,
				title: `It becomes a new device, ${isolate(name)}`,
				text: `With its own token, bound to ${mac}.`,
			},
			{
				icon: 'shield',
				bad: false,
				title: 'Other devices stay as they are',
				text: 'None loses its token or its name.',
			},
			compare,
		],
		reject: (name: string): QuestionLine[] => [
			{ icon: 'unlink', bad: true, title: 'It is disconnected', text: `It is not claimed as ${isolate(name)}.` },
			{
				icon: 'clock',
				bad: false,
				title: 'It will ask again',
				text: 'The board keeps its key and tries again, less and less often.',
			},
		],
	},
	firmware: {
		regenerate: (name: string) => `New firmware for ${isolate(name)}`,
		upgrade: (name: string) => `Secure v2 for ${isolate(name)}`,
		regenerateText: (name: string) =>
			`The old token does not work any more. ${isolate(name)} is back with its name, history and settings as soon as its board has connected with this.`,
		upgradeText: (name: string) =>
			`The polling token works until ${isolate(name)} has connected with Secure v2. Name and history stay.`,
		to: (name: string) => `To ${isolate(name)}`,
		done: (name: string) => `${isolate(name)} is back, with its new token.`,
	},
});

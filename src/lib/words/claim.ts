import { isolate } from './format/isolate.ts';

/** The strings of claiming a board by hand, and of new firmware for a device that is there already. */

interface Line {
	icon: string;
	bad: boolean;
	title: string;
	text: string;
}
const compare: Line = {
	icon: 'warn',
	bad: true,
	title: 'Only claim a board you know',
	text: 'Whoever has its file could have made it. Compare the MAC.',
};

export const claimWords = {
	title: 'Claim this board?',
	board: (mac: string, address: string) => `${mac} at ${address}`,
	legend: 'What shall it become?',
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
		replace: (name: string, mac: string): Line[] => [
			{
				icon: 'check',
				bad: false,
				title: `It becomes ${isolate(name)}`,
				text: 'Name, history and settings stay; relays and pins are as they were set there.',
			},
			{
				icon: 'unlink',
				bad: true,
				title: 'The board it had before is out',
				text: `Its token is dead at once. The new one is bound to ${mac}.`,
			},
			compare,
		],
		add: (name: string, mac: string): Line[] => [
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
		reject: (name: string): Line[] => [
			{ icon: 'unlink', bad: true, title: 'Its link is closed', text: `It is not claimed as ${isolate(name)}.` },
			{
				icon: 'clock',
				bad: false,
				title: 'It will ask again',
				text: 'A board never gives up its key by itself; it asks more and more slowly.',
			},
		],
	},
	replaced: (name: string) => `${isolate(name)} has its new board.`,
	firmware: {
		regenerate: (name: string) => `New firmware for ${isolate(name)}`,
		upgrade: (name: string) => `Secure v2 for ${isolate(name)}`,
		regenerateText: (name: string) =>
			`The old token is dead. ${isolate(name)} is back with its name, history and settings as soon as its board has connected with this.`,
		upgradeText: (name: string) =>
			`The polling token works until ${isolate(name)} has connected with Secure v2. Name and history stay.`,
		to: (name: string) => `To ${isolate(name)}`,
		done: (name: string) => `${isolate(name)} is back, with its new token.`,
	},
};

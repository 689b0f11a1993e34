import type { ConflictReason } from '$protocol/dashboard/pending.ts';
import { isolate } from '$lib/words/format/isolate.ts';
import { translatable } from '$lib/words/language.ts';

const reasons: Record<ConflictReason, (deviceName?: string) => [what: string, then: string]> = {
	expired: () => [
		'Its registration key has expired.',
		'The board connected too late. It takes no commands until an owner claims it.',
	],
	'used-by-another-board': () => [
		'This key was already used by another board.',
		'It is connected, and takes no commands until an owner claims it.',
	],
	'known-board': (deviceName) => [
		deviceName ? `This board is already ${isolate(deviceName)}.` : 'This board has been claimed before.',
		'It was set up again. An owner can replace that device with it, or add it as a new one.',
	],
	'owner-gone': () => [
		'The person who set it up no longer has an account.',
		'It takes no commands until an owner claims it.',
	],
	'owner-may-not': () => [
		'The person who set it up may not add devices any more.',
		'It takes no commands until an owner claims it.',
	],
};

/** Pending devices, and the questions before one is deleted or a board rejected. */
export const pendingWords = translatable('pendingWords', {
	title: 'Pending devices',
	lead: 'A device is claimed automatically when its board connects. Only a conflict waits for an owner.',
	ready: 'Ready',
	/** what it is ready for, until its board is seen */
	notSeen: 'The hub is ready. The board has not connected yet.',
	expiresSoon: 'Expires soon',
	expired: 'Expired',
	awaiting: 'Awaiting claim',
	code: 'Code',
	board: 'Board',
	mac: 'MAC',
	ip: 'IP',
	created: 'Created',
	expiresIn: 'Expires in',
	expiresAt: 'Was to expire',
	setUp: 'Set up board',
	running: 'This hub simulates its board.',
	notInTime: 'Not set up in time? Make a new key; everything else is kept.',
	renew: 'Make new key',
	renewed: (name: string) => `${isolate(name)} has a new key, good for 24 hours.`,
	claim: 'Claim this device',
	reject: 'Reject',
	lineLost: 'The board lost its connection. It reconnects by itself.',
	forDevice: {
		regenerate: (name: string) => `New firmware for ${isolate(name)}. It keeps name, history and settings.`,
		upgrade: (name: string) => `Secure v2 for ${isolate(name)}. It keeps name and history.`,
	},
	reason: (reason: ConflictReason, deviceName?: string) => reasons[reason](deviceName),
	deleteQuestion: (name: string) => ({
		title: `Delete pending ${isolate(name)}?`,
		action: 'Delete pending device',
		what: [
			{
				icon: 'unlink',
				bad: true,
				title: 'Its registration key stops working at once',
				text: 'A board that was set up with it cannot connect.',
			},
			{
				icon: 'trash',
				bad: true,
				title: 'The plan is gone',
				text: 'Name, relays and pins have to be entered again.',
			},
		],
	}),
	rejectQuestion: (name: string) => ({
		title: `Reject this board?`,
		action: 'Reject',
		what: [
			{ icon: 'unlink', bad: true, title: 'It is disconnected', text: `It is not claimed as ${isolate(name)}.` },
			{
				icon: 'clock',
				bad: false,
				title: 'It will ask again',
				text: 'The board keeps its key and tries again, less and less often.',
			},
		],
	}),
});

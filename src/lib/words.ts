import type { Role } from '$protocol/dashboard/people/accounts.ts';
import type { ConflictReason } from '$protocol/dashboard/pending.ts';
import type { PresenceState, Unit } from '$protocol/dashboard/shapes.ts';
import { isolate } from '$lib/words/format/isolate.ts';
import { relayWords } from '$lib/words/relays.ts';

/** The strings needed on the home page and on several others; the rest is in words/, by subject. */
export const LOCALE = 'en';

const plural = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

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

export const words = {
	app: 'Mooring',
	nav: {
		home: 'Home',
		devices: 'Devices',
		activity: 'Activity',
		scenes: 'Scenes',
		people: 'People',
		settings: 'Settings',
		more: 'More',
		label: 'Main',
		skip: 'Skip to the page',
	},
	hub: {
		live: 'Live',
		waiting: 'Waiting',
		connecting: 'Connecting',
		unreachable: 'The hub is out of reach.',
		unanswered: 'The hub did not answer, so this may or may not have been done.',
		strangeAnswer: (status: number) => `Something else answered in the hub’s place (${status}).`,
	},
	account: {
		menu: (name: string) => `${isolate(name)}, your account`,
		roles: { owner: 'Owner of this hub', member: 'Member of the household', guest: 'Guest' } satisfies Record<
			Role,
			string
		>,
		own: 'Your account',
		theme: 'Theme',
		themes: { system: 'System', light: 'Light', dark: 'Dark' },
		signOut: 'Sign out',
	},
	signIn: {
		title: 'Sign in',
		name: 'User name',
		password: 'Password',
		show: 'Show the password',
		submit: 'Sign in',
		locked: (why: string, left: string) => `${why} Try again in ${left}.`,
		outOfReach: 'The hub is out of reach. Try again in a moment.',
		forgot: 'Forgot the password?',
		forgotHow:
			'Run this on the hub’s machine, in the hub’s folder. It prints a new password. In Docker, write “docker compose exec mooring node dist/cli.js” instead of “npm run hub --”.',
		forgotCommand: (name: string) => `npm run hub -- reset-password ${name || 'USER'}`,
	},
	setUp: {
		title: 'Set up this hub',
		lead: 'You become its owner.',
		code: 'Set-up code',
		codeHint:
			'The hub printed it when it started, and keeps it in the file setup-code in its data folder. It works once.',
		zone: (zone: string) => `Schedules will use the time of ${zone}, like this device. You can change it in Settings.`,
		submit: 'Become the owner',
		strength: (got: number, least: number) =>
			got < least
				? `${plural(least - got, 'character', 'characters')} to go.`
				: got < 16
					? 'Long enough. Four random words are better still.'
					: 'Strong.',
		done: 'Already set up?',
	},
	devices: {
		title: 'My devices',
		add: 'Add device',
		pendingLink: (count: number) => `${count} pending`,
		/** a name with a mark, where several have the same name; in sentences the whole is isolated */
		apart: (name: string, mark: string) => `${name} (${mark})`,
		relayMark: (id: number) => `relay ${id}`,
		empty: {
			title: 'No devices yet',
			lead: 'Bring a board and your Wi-Fi password, or try everything without one first.',
			virtual: 'Try it with a virtual board',
			steps: [
				['Describe the board', 'Name it, pick its relays and pins. Mooring makes its registration key.'],
				['Give it its file', 'The board takes the file you download, and finds the hub.'],
				['Switch it', 'It connects, is claimed for you and appears here by itself.'],
			],
		},
		relays: 'Relays',
		secure: 'Secure v2',
		legacy: 'Legacy v1',
		playedHere: 'simulated by this hub',
		noRadio: 'No radio',
		signal: { 1: 'Signal very weak', 2: 'Signal weak', 3: 'Signal good', 4: 'Signal strong' } as Record<number, string>,
		lastSeen: (age: string) => `Last seen ${age}`,
		neverSeen: 'Never seen',
		delete: 'Delete',
	},
	status: { online: 'ONLINE', away: 'AWAY', offline: 'OFFLINE' } satisfies Record<PresenceState, string>,
	units: {
		celsius: ['°C', 'Temperature'],
		percent: ['%', 'Humidity'],
		hectopascal: ['hPa', 'Air pressure'],
	} satisfies Record<Unit, [sign: string, quantity: string]>,
	noValue: '–',
	lastValue: 'last reported',
	relay: relayWords,
	pending: {
		title: 'Pending devices',
		lead: 'A device is claimed automatically when its board connects. Only a conflict waits for an owner.',
		ready: 'Ready',
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
		claimedToast: (name: string) => `${isolate(name)} is claimed and in My devices.`,
	},
	dialogs: {
		cancel: 'Cancel',
		deletePending: (name: string) => ({
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
		reject: (name: string) => ({
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
	},
	time: {
		since: (text: string) => `since ${text}`,
		forAge: (text: string) => `for ${text}`,
		justNow: 'just now',
		days: ['Today', 'Yesterday'] as const,
	},
	close: 'Close',
};

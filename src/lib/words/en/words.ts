import type { Role } from '$protocol/dashboard/people/accounts.ts';
import type { PresenceState, Unit } from '$protocol/dashboard/shapes.ts';
import { isolate } from '$lib/words/format/isolate.ts';
import { relayWords } from './relays.ts';
import { translatable } from '$lib/words/language.ts';

/** The strings needed on the home page and on several others; the rest is in words/, by subject. */
export const words = translatable('words', {
	app: 'Mooring',
	nav: {
		home: 'Home',
		devices: 'Devices',
		activity: 'Activity',
		automations: 'Automations',
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
		wall: 'Wall panel',
		theme: 'Theme',
		themes: { system: 'System', light: 'Light', dark: 'Dark' },
		signOut: 'Sign out',
	},
	devices: {
		title: 'My devices',
		add: 'Add device',
		pendingLink: (count: number) => `${count} pending`,
		/** a name with a mark, where several have the same name; in sentences the whole is isolated */
		apart: (name: string, mark: string) => `${name} (${mark})`,
		relayMark: (id: number) => `relay ${id}`,
		none: 'No devices yet',
		relays: 'Relays',
		secure: 'Secure v2',
		legacy: 'Legacy v1',
		playedHere: 'simulated here',
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
		lux: ['lx', 'Light'],
	} satisfies Record<Unit, [sign: string, quantity: string]>,
	/** what a contact and a motion detector tell; at most 15 characters */
	input: {
		contact: (on: boolean) => (on ? 'Closed' : 'Open'),
		motion: (on: boolean) => (on ? 'Motion' : 'No motion'),
	},
	noValue: '–',
	lastValue: 'last reported',
	relay: relayWords,
	time: {
		since: (text: string) => `since ${text}`,
		forAge: (text: string) => `for ${text}`,
		justNow: 'just now',
		days: ['Today', 'Yesterday'] as const,
		/** signs after a number, by unit */
		units: { day: 'd', hour: 'h', minute: 'min', second: 's', millisecond: 'ms' },
	},
	close: 'Close',
	cancel: 'Cancel',
	claimedToast: (name: string) => `${isolate(name)} is claimed and in My devices.`,
});

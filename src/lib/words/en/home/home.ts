import { isolate } from '$lib/words/format/isolate.ts';
import { counted } from '$lib/words/format/plural.ts';
import { translatable } from '$lib/words/language.ts';

/** Tiles have room for about 15 characters of state, in every language. */

/** The home page. */
export const homeWords = translatable('homeWords', {
	title: 'Home',
	rooms: 'Rooms',
	favourites: 'Favourites',
	scenes: 'Scenes',
	/** devices without a room, where others have one */
	elsewhere: 'Other rooms',
	/** a guest’s, whose rooms are not theirs to know */
	yours: 'Your devices',
	search: 'Search',
	searchHint: 'Tile, room or device',
	clear: 'End the search',
	arrange: 'Arrange',
	none: 'No tile matches.',
	hint: (hovers: boolean, guest: boolean) =>
		`${hovers ? 'Right-click a tile, or press its “…”,' : 'Hold a tile'} for ${guest ? 'more' : 'timers, rules and history'}.`,
	more: (name: string) => `More about ${isolate(name)}`,
	fold: (room: string) => isolate(room),
	sum: {
		on: (n: number) => `${n} on`,
		allOff: 'All off',
		away: (n: number) => `${n} away`,
		tiles: (n: number) => counted(n, { one: 'tile', other: 'tiles' }),
	},
	allOff: (room: string) => `All off in ${isolate(room)}`,
	/** `leftOn`: names of relays that are left out and stay on */
	offDone: (n: number, room: string, leftOn: readonly string[]) =>
		`${counted(n, { one: 'relay', other: 'relays' })} switched off in ${isolate(room)}.${leftOn.length > 0 ? ` Left out, still on: ${leftOn.map(isolate).join(', ')}.` : ''}`,
	offPartly: (done: number, of: number) => `${done} of ${of} switched off.`,
	undo: 'Undo',
	tile: {
		on: 'On',
		onSince: (when: string) => `On since ${when}`,
		off: 'Off',
		left: (left: string) => `${left} left`,
		sent: 'Sent …',
		held: (seconds: number) => `Waits ${seconds} s`,
		failed: (why: 'no-answer' | 'link-lost' | 'refused', on: boolean) =>
			`${on ? 'On' : 'Off'} · ${{ 'no-answer': 'no reply', 'link-lost': 'link lost', refused: 'refused' }[why]}`,
		push: 'Push',
		pulsing: 'Pushed',
		away: (age?: string) => (age ? `Away ${age}` : 'Away'),
		offline: (age?: string) => (age ? `Offline ${age}` : 'Offline'),
		was: (on: boolean) => (on ? 'Was on' : 'Was off'),
		notKnown: 'Not known yet',
		old: (age?: string) => (age ? `${age} old` : 'Just now'),
		noValue: 'No value',
		relays: (n: number) => counted(n, { one: 'relay', other: 'relays' }),
		running: 'Running …',
		done: 'All done',
		partly: (done: number, of: number) => `${done} of ${of} done`,
		/** after “2 of 5”, for screen readers */
		areOn: 'on',
		allOn: 'All on',
		allOff: 'All off',
		someOn: (on: number, of: number) => `${on} of ${of}`,
		minutes: (n: number) => `${n} min`,
		seconds: (n: number) => `${n} s`,
		hours: (n: number) => `${n} h`,
		days: (n: number) => counted(n, { one: 'day', other: 'days' }),
	},
	attention: {
		label: 'Needs you',
		waits: ['A board waits', 'for your decision'] as const,
		wait: (n: number) => [`${n} boards wait`, 'for your decision'] as const,
		/** named when it is one */
		pending: (names: string[]) => [names.length === 1 ? names[0]! : `${names.length} devices`, 'to be set up'] as const,
		away: (name: string, age?: string) => [name, age ? `is away ${age}` : 'is away'] as const,
		offline: (name: string, age?: string) => [name, age ? `is offline ${age}` : 'is offline'] as const,
		gone: (n: number) => [`${n} devices`, 'are not connected'] as const,
		update: (name: string) => [name, 'was not updated'] as const,
		refused: (name: string) => [name, 'refused its settings'] as const,
		revoked: (name: string) => [name, 'needs new firmware'] as const,
	},
});

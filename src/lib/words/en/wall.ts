import type { WakeState } from '$lib/wall/wake-lock.svelte.ts';
import { isolate } from '$lib/words/format/isolate.ts';
import { counted } from '$lib/words/format/plural.ts';
import { translatable } from '$lib/words/language.ts';

/** The wall panel. */
export const wallWords = translatable('wallWords', {
	title: 'Wall panel',
	label: (house: string) => `Wall panel of ${isolate(house)}`,
	empty: 'Nothing to show yet.',
	facts: {
		label: 'The house now',
		on: 'Switched on',
		away: 'Not connected',
		sunrise: 'Sunrise',
		sunset: 'Sunset',
	},
	scenes: 'Scenes',
	settings: 'Wall settings',
	leave: 'Leave',
	unlock: 'Unlock this wall panel',
	shows: {
		label: 'It shows',
		rooms: 'All rooms',
		favourites: 'My favourites',
	},
	screen: {
		title: 'Screen',
		states: {
			held: 'Stays on while this page is open.',
			refused:
				'The browser does not keep it on at the moment, for example to save the battery. Touch the wall to try again.',
			plain:
				'This page cannot keep it on, because it did not come over HTTPS. Set the screen to stay on in the tablet’s own settings.',
			missing: 'This browser cannot keep it on. Set the screen to stay on in the tablet’s own settings.',
		} satisfies Record<WakeState, string>,
	},
	night: {
		title: 'Night',
		bySun: (from: string, to: string) =>
			`After 5 minutes without a touch it dims, from sunset at ${from} to sunrise at ${to}.`,
		byHours: (from: string, to: string) =>
			`After 5 minutes without a touch it dims, from ${from} to ${to}. With a place in Settings it follows the sun.`,
		wake: 'Touch to wake',
		lost: 'The hub is out of reach',
		more: (n: number) => `and ${counted(n, { one: 'other', other: 'others' })}`,
	},
	lock: {
		title: 'Lock to switching only',
		lead: 'For children and visitors: this browser then shows nothing but the wall until somebody types the PIN.',
		pin: 'PIN',
		hint: (least: number, most: number) => `${least} to ${most} digits. You need it to unlock.`,
		act: 'Lock',
		needed: (least: number, most: number) => `Type ${least} to ${most} digits.`,
		done: 'The wall panel is locked.',
	},
	unlocking: {
		title: 'Unlock',
		act: 'Unlock',
		forgotten: 'PIN forgotten? End this session in Your account on another device.',
		done: 'The wall panel is unlocked.',
	},
});

import { NO_PREFERENCES } from '$protocol/dashboard/people/no-preferences.ts';
import type { Device } from '../hub/device.svelte.ts';
import type { LiveHub } from '../hub/live.svelte.ts';
import { forgetLastKnown } from './forget-last-known.ts';
import { keepLastKnown } from './last-known.ts';

/**
 * What is kept may be this old if the browser ends without notice, ms. Otherwise it is kept when the page is hidden or
 * left, since every write wears the flash of a tablet on a wall.
 */
export const KEEP_EVERY_MS = 10 * 60_000;

type Shown = Pick<
	LiveHub,
	| 'started'
	| 'known'
	| 'knownAt'
	| 'info'
	| 'user'
	| 'hours'
	| 'devices'
	| 'pending'
	| 'scenes'
	| 'home'
	| 'preferences'
	| 'wallLocked'
>;

/** Keeps what this dashboard knows now. `again`: unless another tab has signed out or knows more. */
export function keepShown(hub: Shown, build: string, again: boolean): void {
	const { started, known, info, user, hours } = hub;
	if (!started || !known || !info || !user) return;
	// It would be shown outside of their hours too.
	if (hours) return forgetLastKnown();
	const views = {
		hub: info,
		user,
		devices: [...hub.devices.values()].map(viewOf),
		pending: [...hub.pending.values()],
		scenes: [...hub.scenes.values()],
		home: hub.home,
		preferences: hub.preferences ?? NO_PREFERENCES,
		...(hub.wallLocked && { wallLocked: true as const }),
	};
	keepLastKnown({ at: Math.round(hub.knownAt), ...views }, build, again);
}

export function keepWhileOpen(hub: Shown, build: string): void {
	const again = () => keepShown(hub, build, true);
	addEventListener('pagehide', again);
	document.addEventListener('visibilitychange', () => {
		if (document.visibilityState === 'hidden') again();
	});
	setInterval(again, KEEP_EVERY_MS);
}

function viewOf({ base, presence, vitals, relays, readings, inputs }: Device) {
	return { ...base, presence, vitals, readings, inputs, relays: relays.map(({ view }) => view) };
}

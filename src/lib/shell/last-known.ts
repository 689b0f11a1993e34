import { EMPTY_HOME } from '$protocol/dashboard/empty-home.ts';
import { NO_PREFERENCES } from '$protocol/dashboard/people/no-preferences.ts';
import type { HubViews } from '../hub/hub-state.svelte.ts';
import { LAST_KNOWN, forgetLastKnown } from './forget-last-known.ts';

/** What a dashboard knew of the house: what it shows if it is opened while the hub is off. */
export interface LastKnown extends HubViews {
	/** when all this was known, Unix ms */
	at: number;
}

/** What earlier versions did not keep. */
type Added = 'home' | 'preferences';

/** A larger house is kept without the curves of its sensors; one that is larger even so is not kept. */
export const LAST_KNOWN_CHARACTERS = 1_000_000;
/** What is older than this is not shown any more, and deleted. */
export const LAST_KNOWN_MS = 30 * 86_400_000;

/**
 * Keeps it in the place of what was kept before. `again`: only if something older of the same person is kept still, since
 * another tab may know more, or may have signed out. `build`: the dashboard's version.
 */
export function keepLastKnown(known: LastKnown, build: string, again: boolean): void {
	try {
		const before = head();
		if (again && (before?.userId !== known.user.id || before.at > known.at)) return;
		const text = textOf(known, build) ?? textOf({ ...known, devices: known.devices.map(withoutCurves) }, build);
		if (text === undefined) forgetLastKnown();
		else localStorage.setItem(LAST_KNOWN, text);
	} catch {
		// Storage is switched off or full; an older state must not stay, because it would pass for the last one.
		forgetLastKnown();
	}
}

/**
 * What this browser knew last. Another version of the dashboard may have kept something else, so only what this version
 * has kept is read.
 */
export function readLastKnown(build: string, now: number): LastKnown | undefined {
	try {
		const kept = head();
		if (!kept) return undefined;
		if (now - kept.at > LAST_KNOWN_MS) return void forgetLastKnown();
		if (kept.build !== build) return undefined;
		const known = JSON.parse(kept.json) as Omit<LastKnown, Added> & Partial<Pick<LastKnown, Added>>;
		if (known.user.until !== undefined && known.user.until <= now) return void forgetLastKnown();
		return { ...known, home: known.home ?? EMPTY_HOME, preferences: known.preferences ?? NO_PREFERENCES };
	} catch {
		return void forgetLastKnown();
	}
}

function textOf(known: LastKnown, build: string): string | undefined {
	const text = `${known.user.id} ${known.at} ${build} ${JSON.stringify(known)}`;
	return text.length <= LAST_KNOWN_CHARACTERS ? text : undefined;
}

function head(): { userId: string; at: number; build: string; json: string } | undefined {
	const kept = localStorage.getItem(LAST_KNOWN);
	const [, userId, at, build, json] = /^(\S+) (\d+) (\S+) (.+)$/s.exec(kept ?? '') ?? [];
	return json === undefined ? undefined : { userId: userId!, at: Number(at), build: build!, json };
}

function withoutCurves(device: LastKnown['devices'][number]): LastKnown['devices'][number] {
	return { ...device, readings: device.readings.map((reading) => ({ ...reading, recent: [] })) };
}

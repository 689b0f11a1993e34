/** Of the last known state in this browser's localStorage: who it belongs to, and then the rest (last-known.ts). */
export const LAST_KNOWN = 'mooring-last-known';

/** At the end of a session: what one person saw must not be shown to the next. */
export function forgetLastKnown(): void {
	try {
		localStorage.removeItem(LAST_KNOWN);
	} catch {
		// Without storage there is nothing to forget.
	}
}

export function forgetLastKnownUnlessOf(userId: string): void {
	try {
		if (!localStorage.getItem(LAST_KNOWN)?.startsWith(`${userId} `)) forgetLastKnown();
	} catch {
		// The same.
	}
}

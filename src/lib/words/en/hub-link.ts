import { translatable } from '$lib/words/language.ts';

const allAsOf = (time: string | undefined) => (time ? `All this is as of ${time}. ` : '');

/** Messages while the hub is out of reach, and for parts of pages that could not be loaded. */
export const linkWords = translatable('linkWords', {
	/** `asOf`: when everything shown was known; undefined if nothing is shown yet */
	lost: (asOf: string | undefined) =>
		[
			'The hub is out of reach.',
			`${allAsOf(asOf)}Switches are disabled until it is back. This page reconnects by itself.`,
		] as const,
	blocked: (asOf: string | undefined) =>
		[
			'No live connection.',
			`${allAsOf(asOf)}The hub answers, but its WebSocket does not get through. Let your reverse proxy pass WebSocket upgrades to /socket.io/, or open the hub’s own address.`,
		] as const,
	was: (state: string, asOf: string) => [`WAS ${state}`, `as of ${asOf}`] as const,
	asOf: (time: string) => `as of ${time}`,
	waits: 'The hub is out of reach. This page fills by itself as soon as it is back.',
	held: 'The hub is out of reach. This can be done once it is back.',
	notKnown: 'Not known without a live link to the hub.',
	part: 'This part of the page could not be loaded. Reload the page when the hub is back.',
	reload: 'Reload',
	newVersion: 'The hub has a new version of this dashboard.',
});

import type { AuditKind } from '$protocol/dashboard/history.ts';
import { translatable } from '$lib/words/language.ts';

/** The page of the audit log. */
export const activityWords = translatable('activityWords', {
	title: 'Activity',
	filters: 'Filters',
	device: 'Device',
	allDevices: 'All devices',
	goneDevice: 'A device that is gone',
	person: 'Person',
	allPeople: 'Everybody',
	kind: 'Kind',
	allKinds: 'Everything',
	kinds: {
		relay: 'Relays',
		input: 'Contacts and motion',
		presence: 'Online and offline',
		claim: 'Claiming',
		token: 'Tokens',
		config: 'Configuration',
		device: 'Devices',
		scene: 'Scenes',
		security: 'Security',
		people: 'People',
		hub: 'Hub',
	} satisfies Record<AuditKind, string>,
	days: 'Days',
	spans: { all: 'All days', today: 'Today', yesterday: 'Yesterday', week: 'Last 7 days', month: 'Last 30 days' },
	chosen: 'From … to …',
	from: 'From',
	to: 'To',
	reset: 'Show everything',
	csv: 'Export CSV',
	zone: 'Local time; in the CSV file world time (UTC).',
	more: 'Show more',
	end: 'That is all there is.',
	empty: {
		title: 'Nothing has happened yet',
		text: 'Every switch, claim and change is written down here, with who or what did it. Switch a relay, and it appears by itself.',
	},
	noneLike: 'Nothing matches these filters.',
	retry: 'Try again',
});

import type { Question } from '$lib/words/format/question.ts';
import { kilobytes } from '$lib/words/format/bytes.ts';
import { exactDuration } from '$lib/words/format/duration.ts';
import { planWords } from './device-plan.ts';
import { isolate } from '$lib/words/format/isolate.ts';
import { translatable } from '$lib/words/language.ts';

/** The strings of a device's page; they are loaded with that page. */

export const deviceWords = translatable('deviceWords', {
	back: 'My devices',
	gone: 'This device is not there',
	goneWhy: 'It was deleted, or it never existed. Its history went with it.',
	rename: 'Rename, or put into a room',
	name: 'Name',
	room: 'Room',
	roomHint: 'Empty: in no room.',
	noRoom: 'No room',
	save: 'Save',
	cancel: 'Cancel',
	signal: (dBm: number, word: string) => `${String(dBm).replace('-', '−')} dBm, ${word}`,
	strength: { 1: 'very weak', 2: 'weak', 3: 'good', 4: 'strong' } as Record<number, string>,

	presence: {
		title: 'Last 24 hours',
		now: 'now',
		states: {
			online: 'Online',
			away: 'Away',
			offline: 'Offline',
			unknown: 'Not recorded',
			'not-yet': 'Not added yet',
		},
		none: '0 min',
		notUntil: (time: string) => `Not added until ${time}`,
		story: (state: string, from: string, to: string) => `${state} from ${from} to ${to}`,
	},

	...planWords,
	timer: {
		open: 'On for…',
		of: (name: string) => `Switch ${isolate(name)} on for a time`,
		minutes: (count: number) => `${count} min`,
		own: 'Minutes',
		start: 'Start',
		running: (left: string) => `Goes off in ${left}`,
		change: 'A new time replaces it.',
	},

	chart: {
		range: 'Show the last',
		ranges: { '24h': '24 h', '7d': '7 days', '90d': '90 days', '2y': '2 years' },
		long: { '24h': '24 hours', '7d': '7 days', '90d': '90 days', '2y': '2 years' },
		now: 'now',
		none: 'No values yet.',
		failed: 'The curve could not be loaded. Reload the page to see it.',
		/** a description of the chart for screen readers */
		told: (o: {
			quantity: string;
			range: string;
			now: string | undefined;
			asOf: string | undefined;
			least: string;
			leastAt: string;
			most: string;
			mostAt: string;
			gaps: string[];
		}) =>
			`${o.quantity} over ${o.range}${o.now ? `, ${o.asOf ? `last ${o.now} (${o.asOf})` : `now ${o.now}`}` : ''}: least ${o.least} (${o.leastAt}), most ${o.most} (${o.mostAt})${
				o.gaps.length > 0 ? `; no values ${o.gaps.join(', ')}` : ''
			}.`,
		gap: (from: string, to: string) => `from ${from} to ${to}`,
		moreGaps: (count: number) => `and ${count} more times`,
		pointed: (when: string, least: string, most: string) => `${when} · ${least}–${most}`,
		empty: (quantity: string, range: string) => `${quantity} over ${range}: no values.`,
	},

	/** the row that opens the form of a relay, input or sensor, which begins with its name */
	opens: 'Name and settings',
	config: {
		applied: (time: string) => `Applied on the board at ${time}, no re-flash`,
		never: 'The board runs these settings',
		notSaved: 'Not saved yet, so the board runs as before',
		sent: 'Sent, waiting for the board…',
		sentThen: 'Sent; the result is unknown while the hub is out of reach',
		waiting: 'Waits: will be applied when the board connects',
		refused: 'The board refused the new settings',
		runsOld: (error: string) => `${isolate(error)}${/[.!?]$/.test(error) ? '' : '.'} It keeps the previous ones.`,
		back: 'Restore the previous settings',
		unsaved: 'Unsaved changes',
		save: 'Save',
		discard: 'Discard',
		saving: 'Saving…',
		saved: (name: string) => `Saved: ${isolate(name)}.`,
		undo: 'Undo',
		undone: 'Put back as it was.',
		undoLate: 'It was changed again meanwhile, so nothing was put back.',
		elsewhere: 'Somebody has changed this device meanwhile. What you typed is still here.',
		reload: 'Load their version',
		leave: (name: string): Question => ({
			title: `Leave ${isolate(name)} without saving?`,
			action: 'Leave without saving',
			what: [
				{ icon: 'trash', bad: true, title: 'Your changes are lost', text: 'What you typed here is not kept.' },
				{ icon: 'relay', bad: false, title: 'The device stays as it is', text: 'Its board goes on as before.' },
			],
		}),
	},
	problems: {
		name: 'Give it a name.',
		pin: (label: string) => `${label} cannot be used here.`,
		tooLong: (most: number) => `At most ${exactDuration(most)}.`,
		debounce: 'From 5 to 500 ms.',
		weekdays: 'Choose at least one day.',
	},
	units: { ms: 'ms', s: 's', min: 'min', h: 'h' },
	unitOf: (label: string) => `${label}, unit`,

	security: {
		title: 'Security & Authentication',
		active: 'Secure Token Active',
		activeText: 'Secure v2, bound to this board',
		rotating: 'New token on its way',
		rotatingText: 'The old one works until the board has used the new one',
		revoked: 'Token Revoked',
		revokedText: 'No board can connect as this device',
		legacy: 'Legacy v1',
		legacyText: 'A polling token, sent in the clear',
		type: 'Type',
		types: { 'secure-v2': 'Permanent, encrypted link', 'legacy-v1': 'Polling token' },
		created: 'Created',
		lastUsed: 'Last used',
		never: 'never',
		fingerprint: 'Fingerprint',
		none: 'none',
		regenerate: 'Regenerate Token',
		revoke: 'Revoke Token',
		upgrade: 'Upgrade to Secure v2',
		newFirmware: 'Make new firmware',
		online: 'The board is online: Regenerate hands it a new token over the encrypted link, no re-flash.',
		offline: 'The board is not online: Regenerate makes new firmware, and the old token stops working at once.',
		isLegacy: 'Anyone who listens on your network can read this token. Upgrade gives the board an encrypted link.',
		isRevoked: 'Make new firmware and set up the board with it to bring the device back.',
		firmwareWaits: 'New firmware waits for its board.',
		firmwareLink: 'Set up the board',
		left: (time: string) => `Good for another ${time}.`,
		until: (time: string) => `It was good until ${time}.`,
		rotated: 'A new token is on its way to the board.',
		revokedToast: (name: string) => `The token of ${isolate(name)} is revoked.`,
	},
	firmware: {
		board: 'Board',
		boardHint: 'The board that will be used for this device.',
		pinOf: (relay: string) => `Pin of ${isolate(relay)}`,
		logicOf: (relay: string) => `Logic of ${isolate(relay)}`,
		shared: 'Two relays share a pin.',
		noBoards: 'The list of boards has not arrived yet.',
	},

	system: {
		title: 'System Information',
		asOf: (when: string) => `Last report of the board, as of ${when}.`,
		id: 'Device ID',
		mac: 'MAC',
		board: 'Board',
		chip: 'Chip',
		firmware: 'Firmware',
		uptime: 'Uptime',
		heap: 'Free heap',
		heapOf: (bytes: number) => kilobytes(bytes),
		signal: 'Signal',
		wifi: 'Wi-Fi',
		ip: 'IP Address',
		lastSeen: 'Last Seen',
		claimed: 'Claimed',
		unknown: '–',
		identify: 'Identify',
		identified: 'The board blinks its light for some seconds.',
		reboot: 'Reboot',
		rebooting: 'The board reboots.',
		remove: 'Delete device',
	},
	history: {
		title: 'History',
		none: 'Nothing has happened yet.',
		all: 'Show all in Activity',
		csv: 'Download history and readings',
	},
	log: {
		title: 'Board log',
		none: 'The board has sent no lines yet.',
		label: 'Last lines of the board’s log',
		levels: { warn: 'warning: ', error: 'error: ' },
		follow: 'To the newest',
	},
});

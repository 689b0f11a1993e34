import type { Role } from '$protocol/dashboard/people/accounts.ts';
import type { May, WeeklyHours } from '$protocol/dashboard/people/people.ts';
import type { Until } from '$lib/people/access/until.ts';
import type { Preset } from '$lib/people/invite/presets.ts';
import { runTime, zoneName } from '$lib/words/format/dates.ts';
import { isolate } from '$lib/words/format/isolate.ts';
import type { Question } from '$lib/words/format/question.ts';
import { daysOf, timeOf } from '$lib/words/format/days.ts';
import { counted } from '$lib/words/format/plural.ts';
import { translatable } from '$lib/words/language.ts';

/** Names shown under a person; the rest is counted. */
const NAMED = 2;

const roles = { owner: 'Owner', member: 'Member', guest: 'Guest' } satisfies Record<Role, string>;

/** The page of the people of a household, for owners. */
export const peopleWords = translatable('peopleWords', {
	title: 'People',
	list: 'Everybody with an account',
	back: 'People',
	roles,
	you: 'You',
	/** `asOf`: set while the hub is out of reach */
	here: (asOf: string | undefined) => (asOf ? `Was online at ${asOf}` : 'Online now'),
	lastUsed: (at: number | null, age: (at: number) => string) =>
		at === null ? 'Not signed in' : `Last used ${age(at)}`,
	reaches: (names: string[]) =>
		names.length > NAMED
			? `${names.slice(0, NAMED).join('; ')} and ${names.length - NAMED} more`
			: names.join('; ') || 'Nothing',
	until: (at: number, timeZone: string, now: number) =>
		at <= now ? 'access is over' : `until ${runTime(at, timeZone, now)}`,
	weekly: ({ weekdays, fromMinute, toMinute }: WeeklyHours) =>
		`${daysOf(weekdays)} ${timeOf(fromMinute)}–${timeOf(toMinute)}`,
	choose: 'Choose a person to change what they may do.',
	gone: 'This person is not on the hub any more.',

	/** the form of one person */
	person: {
		sessions: (number: number) =>
			number === 0 ? 'Not signed in' : counted(number, { one: 'session', other: 'sessions' }),
		tokens: (number: number) => counted(number, { one: 'API token', other: 'API tokens' }),
		devices: (devices: number, pending: number) =>
			[devices > 0 && counted(devices, { one: 'device', other: 'devices' }), pending > 0 && `${pending} pending`]
				.filter(Boolean)
				.join(', ') || 'No devices of their own',
		role: 'Role',
		roleHints: {
			owner: 'May do everything: people, settings, and devices of others.',
			member: 'Adds, switches and changes devices. Cannot delete devices, or change people or hub settings.',
			guest: 'Sees and switches only what is chosen here.',
		} satisfies Record<Role, string>,
		roleEnds: 'A new role signs them out and ends their API tokens. They sign in again.',
		ownRoleEnds: 'A new role signs you out and ends your API tokens. You sign in again.',
		lastOwner: 'The only owner cannot get another role. Make somebody else an owner first.',
		updateOthers: 'May update the firmware of other people’s boards',
		save: 'Save',
		saved: (name: string) => `${isolate(name)}: saved.`,
		discard: 'Discard',
		elsewhere: 'Somebody else changed this person. Saving replaces their changes.',
		theirs: 'Show theirs',
		leave: {
			title: 'Leave without saving?',
			action: 'Leave',
			what: [{ icon: 'trash', bad: true, title: 'Your changes are lost', text: 'This person stays as they were.' }],
		} satisfies Question,
		endSessions: 'End all sessions',
		ended: (name: string) => `${isolate(name)} is signed out everywhere, and their API tokens have ended.`,
		remove: 'Remove',
		notYourself: 'You cannot remove yourself. Another owner can.',
	},

	/** what a guest may reach and when */
	access: {
		title: 'May see and switch',
		titleOf: (what: string) => `${what}: may`,
		may: { see: 'See', switch: 'Switch' } satisfies Record<May, string>,
		no: 'No',
		add: 'Add room, device or relay…',
		rooms: 'Rooms',
		devices: 'Devices',
		relays: (device: string) => `Relays of ${isolate(device)}`,
		relayOf: (device: string, relay: string | undefined) => `${relay ?? 'A relay that is gone'}, ${device}`,
		gone: 'A device that is gone',
		none: 'Nothing chosen yet.',
		full: (most: number) => `No more than ${most} can be chosen. A room counts once.`,
		roomHint: 'A room includes every device in it, also ones added later.',
		until: 'Until',
		untils: {
			tonight: 'Tonight',
			sunday: 'Sunday',
			month: '1 month',
			never: 'No end',
			other: 'Other…',
		} satisfies Record<Until, string>,
		untilIs: (at: number, timeZone: string, now: number) =>
			`${at <= now ? 'Ended' : 'Ends'} ${runTime(at, timeZone, now)}, by the time of ${zoneName(timeZone)}.`,
		noEnd: 'Until you take it away.',
		otherLabel: 'Date and time',
		otherHint: (timeZone: string) => `By the time of ${zoneName(timeZone)}.`,
		weekly: 'Only at certain hours of the week',
		days: 'Days',
		from: 'From',
		to: 'To',
		nextDay: 'Ends on the day after.',
		problems: {
			grants: 'Choose at least one room, device or relay.',
			until: 'Enter a date and a time.',
			over: 'This time is over already.',
			weekdays: 'Choose at least one day.',
			time: 'Enter a time.',
		},
	},

	invite: {
		open: 'Invite',
		title: 'Invite somebody',
		role: 'Role',
		name: 'For whom (optional)',
		nameHint: 'So that you recognise the invitation. They choose their user name themselves.',
		presets: 'Start with',
		preset: {
			cleaner: 'Cleaner',
			neighbour: 'Neighbour',
			babysitter: 'Babysitter',
		} satisfies Record<Preset, string>,
		presetHints: {
			cleaner: 'weekly hours',
			neighbour: 'until a date',
			babysitter: 'into the night',
		} satisfies Record<Preset, string>,
		make: 'Make link',
		scan: 'Let them scan it, or send them the link.',
		once: 'For one person, within 24 hours.',
		qr: 'QR code of the invitation',
		link: 'Link of the invitation',
		copy: 'Copy link',
		copied: 'Link copied.',
		share: 'Share',
		shareText: (hub: string) => `Your invitation to ${isolate(hub)}`,
		local:
			'This link works only on this computer. Open the dashboard by the hub’s network address and invite from there.',
		done: 'Done',
	},

	invitations: {
		title: 'Open invitations',
		none: 'None. An invitation that was used or is over 24 hours old goes by itself.',
		line: (by: string, left: string) => `Made by ${isolate(by)} · ${left}`,
		left: (minutes: number) =>
			minutes >= 60 ? `good for ${Math.round(minutes / 60)} h` : `good for ${Math.max(1, minutes)} min`,
		expires: (time: string) => `was good until ${time}`,
		withdraw: 'Withdraw',
		withdrawOf: (whom: string) => `Withdraw the invitation for ${isolate(whom)}`,
		withdrawn: 'The invitation is withdrawn.',
	},

	remove: {
		pending: 'Their pending devices',
		keep: 'Keep as yours; new keys needed',
		delete: 'Delete',
		question: (name: string, devices: number, guest: boolean): Question => ({
			title: `Remove ${isolate(name)}?`,
			action: 'Remove',
			what: [
				{
					icon: 'exit',
					bad: true,
					title: 'Signed out at once, everywhere',
					text: guest
						? 'An open dashboard of theirs is emptied. To come back they need a new invitation.'
						: 'To come back they need a new invitation.',
				},
				...(devices > 0
					? [
							{
								icon: 'devices',
								bad: false,
								title: `${counted(devices, { one: 'device becomes', other: 'devices become' })} yours`,
								text: 'Boards, names, settings and history stay as they are.',
							},
						]
					: []),
				{
					icon: 'activity',
					bad: false,
					title: 'What they did stays in Activity',
					text: 'Under the name that they had.',
				},
			],
		}),
		done: (name: string) => `${isolate(name)} is removed.`,
	},
});

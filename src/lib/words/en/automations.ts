import { isolate } from '$lib/words/format/isolate.ts';
import { counted } from '$lib/words/format/plural.ts';
import type { Question } from '$lib/words/format/question.ts';
import { translatable } from '$lib/words/language.ts';

const schedulesOf = (n: number) => counted(n, { one: 'schedule', other: 'schedules' });

/** Schedules of the whole house: next runs, pauses and the vacation. */
export const automationWords = translatable('automationWords', {
	title: 'Automations',
	next: 'Next runs',
	/** by which clock; a zone such as "Europe/Berlin" */
	zone: (zone: string) => `By the time of ${zone}`,
	about: (when: string) => `${when}, varied`,
	all: (n: number) => `Show all ${n}`,
	onBoard: 'on the board',
	schedules: 'Schedules',
	count: (n: number, paused: number) => (paused === 0 ? schedulesOf(n) : `${schedulesOf(n)}, ${paused} paused`),
	noRuns: 'No schedule runs within a year as things are.',
	none: 'Nothing is switched by the clock yet',
	noneText:
		'A schedule switches a relay at a time, at sunrise or at sunset. Its board runs it, also while the hub is off.',
	noneDevices: 'A schedule switches a relay at a time, at sunrise or at sunset. Add a device first.',
	/** no board is able to keep a schedule */
	noneAble:
		'A schedule switches a relay at a time, at sunrise or at sunset. No board here can keep one: it takes a relay and Secure v2.',
	openDevices: 'Choose a device',
	/** the dialog that makes a schedule */
	adding: {
		lead: 'Its board keeps the schedule and runs it.',
		choose: 'Choose a relay …',
		/** a relay where there are several devices */
		relayOf: (relay: string, device: string) => `${relay}, ${isolate(device)}`,
		full: (relay: string) => `${relay} (no room for another schedule)`,
		needed: 'Choose the relay that it switches.',
		changed: (device: string) =>
			`Somebody has just changed ${isolate(device)}. What you chose is still here: look at it and save once more.`,
		gone: 'This relay is not there any more. Choose another one; the rest is still here.',
		fullNow: (device: string) =>
			`${isolate(device)} has no room for another schedule now. Choose another relay; the rest is still here.`,
		leave: {
			title: 'Leave without adding the schedule?',
			action: 'Leave without saving',
			what: [{ icon: 'trash', bad: true, title: 'Your schedule is lost', text: 'What you chose here is not kept.' }],
		} satisfies Question,
	},
	scenes: 'Scenes and groups',
	scenesHint: 'Many relays with one tap',
	paused: (until: string) => `Paused until ${until}`,
	pausedForever: 'Paused until you turn it on again',
	housePaused: (until: string) => `All schedules of the house are paused until ${until}.`,
	housePausedForever: 'All schedules of the house are paused until you turn them on again.',
	devicePaused: (until: string) => `All schedules of this device are paused until ${until}.`,
	devicePausedForever: 'All schedules of this device are paused until you turn them on again.',
	byHouse: (until: string) => `Paused with the house until ${until}`,
	byHouseForever: 'Paused with the house',
	byDevice: (until: string) => `Paused with its device until ${until}`,
	byDeviceForever: 'Paused with its device',
	/** a rule in a tile's sheet, with its pause */
	rulePaused: (rule: string, paused: string) => `${rule}. ${paused}.`,
	tooOld: 'This board’s firmware is too old for pauses and vacation: update it. Until then its schedules run as ever.',
	away: (when: string) =>
		`Away since ${when}. The board runs its schedules by itself, as long as it has power and the time.`,
	notSent: 'The board is away. It gets the last change when it comes back; until then it runs what it has.',
	refused: 'The board refused its settings and runs the ones before.',
	clockUnset: 'The board does not know the time: its schedules wait until it hears from the hub.',
	pauseHouse: 'Pause all …',
	pauseDevice: (device: string) => `Pause all schedules of ${isolate(device)}`,
	pauseThis: 'Pause all of this device …',
	pauseOne: (schedule: string) => `Pause: ${schedule}`,
	pauseIt: 'Pause this schedule …',
	resumeHouse: 'Turn them on again',
	resumeDevice: (device: string) => `Turn the schedules of ${isolate(device)} on again`,
	resumeThis: 'Turn them on again',
	resumeOne: (schedule: string) => `Turn on again: ${schedule}`,
	resumeIt: 'Turn this schedule on again',
	pauseDialog: {
		title: 'Pause until …',
		house: 'No schedule of the house runs until then.',
		device: (device: string) => `No schedule of ${isolate(device)} runs until then.`,
		one: (schedule: string) => `It does not run until then: ${schedule}`,
		lead: 'Boards keep the pause themselves and end it by themselves, also without the hub. What is on stays on.',
		until: 'Until',
		tomorrow: 'Tomorrow 06:00',
		forever: 'I end the pause',
		moment: 'A date and time',
		momentLabel: 'Date and time',
		pause: 'Pause',
	},
	vacation: {
		title: 'Vacation',
		off: 'Schedules can run only at home, only in a vacation, or a little earlier or later each day of a vacation. Choose that in each schedule.',
		from: (from: string) => `Begins ${from}`,
		now: (from: string) => `Since ${from}`,
		until: (until: string) => `Ends ${until}`,
		untilEnded: 'Until you end it',
		none: 'No schedule asks for a vacation yet: open one and choose when it runs.',
		only: (n: number) => `${schedulesOf(n)} only in a vacation`,
		home: (n: number) => `${schedulesOf(n)} only at home`,
		varied: (n: number) => `${schedulesOf(n)} varied in a vacation`,
		set: 'Set a vacation …',
		change: 'Change …',
		end: 'End the vacation',
		takeBack: 'Take it back',
		dialog: 'Vacation',
		lead: 'Boards keep it themselves, also without the hub.',
		begins: 'Begins',
		beginsNow: 'Now',
		beginsAsSet: 'As it is',
		beginsAt: 'At a date and time',
		ends: 'Ends',
		endsWhen: 'When I end it',
		endsAt: 'At a date and time',
		fromLabel: 'Begins at',
		untilLabel: 'Ends at',
		save: 'Save',
	},
});

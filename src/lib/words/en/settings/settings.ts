import { weekdayTime } from '$lib/words/format/dates.ts';
import { bytesWord } from '$lib/words/format/bytes.ts';
import { timeOf } from '$lib/words/format/days.ts';
import { whole } from '$lib/words/format/numbers.ts';
import type { Question } from '$lib/words/format/question.ts';
import { ago, clockTime } from '$lib/words/format/times.ts';
import { translatable } from '$lib/words/language.ts';

/** The page of the hub's settings. */
export const settingsWords = translatable('settingsWords', {
	title: 'Settings',
	ownerOnly: 'Only the owner of this hub can change these.',
	time: 'Time and place',
	timeLead: 'Schedules use this time zone, and sunrise and sunset at this place.',
	zone: 'Time zone',
	zoneFind: 'Search for a city or a region',
	zoneNone: 'No time zone matches.',
	zoneProposed: (zone: string) => `The hub is still on UTC. This device is in ${zone}: save to take it over.`,
	matches: (count: number) => (count === 1 ? '1 match' : `${count} matches`),
	place: 'Place',
	town: 'Town',
	townFind: 'Search for a town',
	townHint: 'Yours, or the next larger one. It fills in the two numbers.',
	townName: (town: string, country: string) => `${town}, ${country}`,
	townNone: 'No such town. Try a larger one nearby.',
	townsLoading: 'Loading the towns…',
	townsFailed: 'The list of towns could not be loaded.',
	townZone: (zone: string) => `The clocks there follow ${zone}.`,
	takeZone: 'Use this time zone',
	townsFrom: 'Towns',
	geonames: 'GeoNames (geonames.org), CC BY 4.0',
	latitude: 'Latitude',
	longitude: 'Longitude',
	latitudeHint: 'Degrees, north positive: 52.52',
	longitudeHint: 'Degrees, east positive: 13.405',
	useHere: 'Use this device’s place',
	locating: 'Finding the place…',
	placeHow: 'Any map shows both numbers: hold a finger on your house, or click on it with the right button.',
	placeRefused: 'This device did not share its place.',
	noPlace: 'No place: schedules by the sun are not possible.',
	clearPlace: 'Remove location',
	sun: (sunrise: string | null, sunset: string | null) =>
		`The sun today: sunrise ${sunrise ?? 'none'}, sunset ${sunset ?? 'none'}`,
	sunHint: 'If these times look wrong, the time zone or the place is.',
	history: 'History',
	historyLead: 'What happened in the house is kept on this hub alone.',
	days: 'Kept for (days)',
	daysHint: (least: number, most: number) => `${least} to ${whole(most)} days.`,
	daysOf: (days: number) => `${whole(days)} days`,
	save: 'Save',
	saved: 'Saved.',
	about: 'About this hub',
	name: 'Name',
	version: 'Version',
	leave: {
		title: 'Leave the settings without saving?',
		action: 'Leave without saving',
		what: [{ icon: 'trash', bad: true, title: 'Your changes are lost', text: 'What you typed here is not kept.' }],
	} satisfies Question,
	problems: {
		zone: 'Choose a time zone from the list.',
		town: 'Choose a town from the list, or clear the field.',
		latitude: 'A number from −90 to 90.',
		longitude: 'A number from −180 to 180.',
		fewerDays: 'Somebody has chosen more days meanwhile. Keeping fewer deletes entries: a password is needed.',
		both: 'A place needs both numbers.',
		days: (least: number, most: number) => `A whole number from ${least} to ${whole(most)}.`,
	},
});

const DAY_MS = 86_400_000;
/** Minutes after midnight. */
const NIGHTLY_AT = 3 * 60;

/** Backups of the hub, on the page of its settings. */
export const backupWords = translatable('backupWords', {
	title: 'Backup',
	lead: 'One encrypted file with everything: accounts, devices, the keys of the boards, history.',
	none: 'No backup has been made yet.',
	last: (at: number, bytes: number, now: number) => `The last backup was made ${ago(at, now)} (${bytesWord(bytes)}).`,
	failed: (at: number, now: number) => `The nightly backup failed ${ago(at, now)}`,
	looking: 'Looking for the last backup…',
	byHand: 'Download a backup',
	passphrase: 'Passphrase of the file',
	remember: 'Write it down in another place than this hub: without it nobody can open the file.',
	download: 'Download',
	making: 'Making the backup…',
	come: (bytes: string) => `${bytes} so far`,
	downloaded: 'The backup was downloaded.',
	images: 'With firmware images',
	nightly: 'Every night',
	nightlyHint: (folder: string) => `At ${timeOf(NIGHTLY_AT)}, into ${folder} on the hub’s machine.`,
	nightlyPassphrase: 'Passphrase of these files',
	newPassphrase: 'New passphrase (leave it empty to keep the present one)',
	readable:
		'The hub keeps this passphrase, and whoever has its machine can read it. It protects the files for the day when the machine is gone.',
	keepDaily: 'Days that are kept',
	keepWeekly: 'Weeks that are kept',
	fewerFiles: 'Somebody has chosen to keep more files meanwhile. Keeping fewer deletes some: a password is needed.',
	wholeNumber: (least: number, most: number) => `A whole number from ${least} to ${most}.`,
	files: (count: number, next: number | null, now: number) =>
		[
			count === 1 ? '1 file is there.' : `${count} files are there.`,
			...(next === null ? [] : [next <= now ? 'The next one is due now.' : `The next one: ${momentOf(next, now)}.`]),
		].join(' '),
	save: 'Apply',
	saved: 'Saved.',
	now: 'Make one now',
	made: 'The backup was made.',
	restore:
		'To restore on a new hub, start it and choose “Restore a backup instead” on its set-up page. To replace this hub, stop it and run:',
	restoreCommand: 'npm run hub -- restore --replace FILE',
	restoreDocker: 'With Docker, run instead:',
	restoreDockerCommands: 'docker compose stop\ndocker compose run --rm mooring node dist/cli.js restore --replace FILE',
	restoreFile: 'FILE must be in a folder that the container sees.',
});

function momentOf(at: number, now: number): string {
	return at - now < DAY_MS ? clockTime(at) : weekdayTime(at);
}

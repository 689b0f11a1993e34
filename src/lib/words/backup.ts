import { ago, clockTime } from './format/times.ts';
import { weekdayTime } from './format/dates.ts';

const MB = 1_048_576;
const size = (bytes: number) => (bytes < MB ? `${Math.ceil(bytes / 1_024)} KB` : `${(bytes / MB).toFixed(1)} MB`);
const DAY_MS = 86_400_000;

/** Backups of the hub, on the page of its settings. */
export const backupWords = {
	title: 'Backup',
	lead: 'One encrypted file with everything: accounts, devices, the keys of the boards, history.',
	none: 'No backup has been made yet.',
	last: (at: number, bytes: number, now: number) => `The last backup was made ${ago(at, now)} (${size(bytes)}).`,
	failed: (at: number, now: number) => `The backup of the night failed ${ago(at, now)}`,
	looking: 'Looking for the last backup…',
	byHand: 'Download a backup',
	passphrase: 'Passphrase of the file',
	remember: 'Write it down in another place than this hub: without it nobody can open the file.',
	download: 'Download',
	making: 'Making the backup…',
	downloaded: 'The backup was downloaded.',
	images: 'With firmware images',
	nightly: 'Every night',
	nightlyHint: (folder: string) => `At three, into ${folder} on the hub’s machine.`,
	nightlyPassphrase: 'Passphrase of these files',
	newPassphrase: 'New passphrase (leave it empty to keep the present one)',
	readable:
		'The hub keeps this passphrase, and whoever has its machine can read it. It protects the files for the day when the machine is gone.',
	keepDaily: 'Days that are kept',
	keepWeekly: 'Weeks that are kept',
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
	restore: 'To restore one, stop the hub and run: npm run hub -- restore FILE',
};

function momentOf(at: number, now: number): string {
	return at - now < DAY_MS ? clockTime(at) : weekdayTime(at);
}

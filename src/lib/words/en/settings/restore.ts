import { dateOf } from '$lib/words/format/dates.ts';
import { bytesWord } from '$lib/words/format/bytes.ts';
import { translatable } from '$lib/words/language.ts';

/** Restoring a backup on a hub without an owner: a part of its set-up page. */
export const restoreWords = translatable('restoreWords', {
	open: 'Restore a backup instead',
	title: 'Restore a backup',
	lead: 'This hub takes over everything in the backup: people, devices, keys and history. Its boards come back by themselves.',
	off: 'The hub that the backup was made on must stay off.',
	offWhy: 'Both have the same keys: boards would go back and forth between them.',
	file: 'Backup file',
	fileHint: 'Its name ends in .age.',
	noFile: 'Choose the file first.',
	passphrase: 'Passphrase of the file',
	submit: 'Restore',
	cancel: 'Cancel',
	back: 'Set up a new hub instead',
	steps: {
		uploading: 'Sending the file to the hub',
		reading: 'Reading and checking the file',
		checking: 'Checking the database',
		starting: 'Putting it in place. The hub restarts.',
	},
	/** of a step whose end is known */
	amount: (done: number, of: number) => `${bytesWord(done)} of ${bytesWord(of)}`,
	notPlaced: 'The hub could not put the backup in place, and is as it was before. Its log says why.',
	again: 'The hub’s answer was lost. Try again.',
	lost: 'The hub does not answer. If it does not come back, look at its log.',
	restored: (madeAt: number | null) =>
		`${madeAt === null ? 'The backup' : `The backup of ${dateOf(madeAt)}`} is in place. Sign in with a name and password from the backup.`,
});

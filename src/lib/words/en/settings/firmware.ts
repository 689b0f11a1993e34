import { bytesWord } from '$lib/words/format/bytes.ts';
import { dateOf } from '$lib/words/format/dates.ts';
import { counted } from '$lib/words/format/plural.ts';
import type { Question } from '$lib/words/format/question.ts';
import { translatable } from '$lib/words/language.ts';

const boards = (n: number) => counted(n, { one: 'board', other: 'boards' });
const devices = (n: number) => counted(n, { one: 'device', other: 'devices' });

/** The firmware that the hub has ready for boards, on the page of the settings. */
export const firmwareWords = translatable('firmwareWords', {
	title: 'Firmware',
	lead: 'What boards are flashed and updated with. It comes in one file, the firmware pack.',
	looking: 'Looking for firmware…',
	none: 'No board has ready firmware yet.',
	noneThen: (file: string) => `Add the pack of this release, ${file}.`,
	ready: (ready: number, all: number) => `Ready for ${ready} of ${boards(all)}`,
	list: 'Boards and their firmware',
	notReady: 'Nothing ready',
	from: {
		folder: (version: string) => `${version} · put on the hub by hand`,
		pack: (version: string) => `${version} · from a pack`,
		hub: (version: string) => `${version} · came with the hub`,
	},
	hidden: (version: string) => `${version} is here too, but what was put here by hand goes first.`,
	choose: 'Choose a firmware pack',
	drop: 'Or drop the file here.',
	oneFile: 'Drop one file.',
	sending: 'Sending the pack to the hub',
	checking: 'Checking every file in it',
	placing: 'Putting it in place',
	amount: (done: number, of: number) => `${bytesWord(done)} of ${bytesWord(of)}`,
	cancel: 'Cancel',
	stopped: 'Stopped. Nothing was changed.',
	installed: (version: string, n: number) => `The pack of Mooring ${version} is installed: ${boards(n)}.`,
	what: 'What became of it',
	boardHas: (board: string, version: string) => `${board}: ${version}`,
	unknown: (board: string) => `${board}: left out, this hub does not know it.`,
	older: 'The hub has other firmware for all of these boards, and goes on offering that.',
	packs: 'Packs on this hub',
	pack: (version: string) => `Mooring ${version}`,
	about: (at: number, bytes: number) => `Since ${dateOf(at)} · ${bytesWord(bytes)}`,
	offered: (n: number, all: number) =>
		n === 0 ? 'Not offered: other firmware goes first.' : `Offered for ${n} of ${boards(all)}.`,
	running: (n: number) => `${devices(n)} with this firmware.`,
	kept: 'Kept until no board runs it any more.',
	remove: 'Remove',
	removeThis: (version: string) => `Remove the pack of Mooring ${version}`,
	removed: (version: string) => `The pack of Mooring ${version} is removed.`,
	ask: (version: string, running: number): Question => ({
		title: `Remove the pack of Mooring ${version}?`,
		action: 'Remove',
		what: [
			{
				icon: 'box',
				bad: true,
				title: 'The hub no longer offers this firmware',
				text: 'It offers the newest that it still has. To have this one again, add its pack again.',
			},
			{
				icon: 'devices',
				bad: false,
				title: running === 0 ? 'No device runs it' : `It keeps running on ${devices(running)}`,
				text: 'Nothing changes on boards.',
			},
		],
	}),
});

import type { UpdateView, UpdatesView } from '$protocol/dashboard/updates.ts';
import { percent } from '$lib/words/format/numbers.ts';
import { isolate } from '$lib/words/format/isolate.ts';
import { isUnderWay } from '$lib/updates/under-way.ts';
import { translatable } from '$lib/words/language.ts';

type Outdated = UpdatesView['outdated'][number];

/** Firmware updates over the link. */
export const updateWords = translatable('updateWords', {
	title: 'Updates of boards',
	lead: 'One board after another, over the encrypted link. A board is done when it is back here with its new firmware.',
	none: 'This hub has no newer firmware than its boards run.',
	looking: 'Looking for newer firmware…',
	from: (running: string, newest: string) => `${running} → ${newest}`,
	relayOn: 'A relay is on',
	/** below a list with such boards */
	fallsBack: 'An ESP32 goes back to its older firmware by itself if the new one does not reach this hub.',
	noFallBack: 'An ESP8266 has no second place for firmware: a bad one has to be replaced by cable.',
	evenIfOn: 'Also boards that have a relay on',
	evenIfOnHint: 'Otherwise they are skipped. Such a relay is off while its board restarts, then on again.',
	choose: 'Choose',
	all: 'All',
	onlyFailed: 'Only failed',
	noneChosen: 'None',
	chosen: (count: number, of: number) => `${count} of ${of} chosen`,
	updateAll: (count: number) => (count === 1 ? 'Update 1 board' : `Update ${count} boards`),
	stop: 'Stop after this one',
	running: 'Latest updates',

	/** on the card of one device */
	offer: (newest: string) => `Update to ${newest}`,
	again: (newest: string) => `Try ${newest} again`,
	ask: (name: string, { running, newest, fallsBack }: Outdated, on: string[]) => ({
		title: `Update ${isolate(name)}?`,
		action: 'Update',
		what: [
			{
				icon: 'up',
				bad: false,
				title: `${running} becomes ${newest}`,
				text: 'Over the encrypted link, in a minute or two. The board works on until it starts the new one.',
			},
			on.length > 0
				? {
						icon: 'relay',
						bad: true,
						title: `${on.map(isolate).join(', ')} ${on.length === 1 ? 'is' : 'are'} on`,
						text: 'Off for the moments in which the board restarts, then on again.',
					}
				: { icon: 'relay', bad: false, title: 'No relay moves', text: 'All of them are off, and stay so.' },
			fallsBack
				? {
						icon: 'undo',
						bad: false,
						title: 'It can go back',
						text: 'If the new firmware does not reach this hub, the board returns to its older one.',
					}
				: {
						icon: 'usb',
						bad: true,
						title: 'It cannot go back by itself',
						text: 'An ESP8266 has no second place for firmware: a bad one has to be replaced by cable.',
					},
			{ icon: 'shield', bad: false, title: 'Token and settings stay', text: 'It is the same device afterwards.' },
		],
	}),

	/** under 40 characters, so that it fits on one line of a card */
	state: ({ state, version }: UpdateView, away: boolean): string => {
		switch (state) {
			case 'waiting':
				return away ? 'Update waits for the board' : 'Waits for its update';
			case 'sending':
				return away ? 'Update paused, the board is away' : `Updating to ${version}`;
			case 'checking':
				return `Checking ${version}`;
			case 'restarting':
				return `Starting ${version}`;
			case 'done':
				return `Updated to ${version}`;
			case 'failed':
				return 'Update failed';
			case 'skipped':
				return 'Update skipped';
		}
	},
	/** the same while the hub is out of reach: the last known state and its time */
	stateThen: (update: UpdateView, asOf: string): string =>
		isUnderWay(update) ? `Update under way, as of ${asOf}` : updateWords.state(update, false),
	percent: (done: number) => percent(done),
});

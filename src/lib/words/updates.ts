import type { UpdateView } from '$protocol/dashboard.ts';

/** Firmware over the link. */
export const updateWords = {
	title: 'Firmware',
	lead: 'One board after another, over the encrypted link. A board is done when it is back here with its new firmware.',
	none: 'This hub has no newer firmware than its boards run.',
	from: (running: string, newest: string) => `${running} → ${newest}`,
	relayOn: 'A relay is on',
	fallsBack: 'Goes back to its older firmware by itself if the new one does not reach this hub.',
	noFallBack: 'An ESP8266 has no second place for firmware: a bad one has to be replaced by cable.',
	evenIfOn: 'Also boards that have a relay on',
	evenIfOnHint: 'They start anew: such a relay goes to its power-on state.',
	updateAll: (count: number) => (count === 1 ? 'Update 1 board' : `Update ${count} boards`),
	stop: 'Stop after this one',
	choose: (name: string) => `Update ${name}`,
	/** under 40 characters: they stand in a line of a card */
	state: ({ state, version, percent, reason }: UpdateView): string => {
		switch (state) {
			case 'waiting':
				return 'Waits for its update';
			case 'sending':
				return `Updating to ${version}: ${percent ?? 0} %`;
			case 'checking':
				return `Checking ${version}`;
			case 'restarting':
				return `Starting ${version}`;
			case 'done':
				return `Updated to ${version}`;
			case 'failed':
				return `Update failed: ${reason ?? ''}`;
			case 'skipped':
				return `Update skipped: ${reason ?? ''}`;
		}
	},
};

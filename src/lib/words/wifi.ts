import type { JoinProblem } from '$lib/usb/wifi-over-usb.svelte.ts';
import type { Trouble } from '$lib/usb/log-lines.ts';
import { isolate } from './format/isolate.ts';

type Two = readonly [what: string, then: string];

/** The Wi-Fi of a board: what is typed, the second network, and handing one over by cable. */
export const wifiWords = {
	ssid: 'Network name',
	ssidHint: 'Boards of this kind need 2.4 GHz.',
	password: 'Password',
	open: 'Empty for an open network.',
	intoFile: 'Goes into the board’s file and nowhere else.',
	problems: {
		choose: 'Choose a network.',
		shortSecured: (least: number) => `At least ${least} characters.`,
	},

	second: {
		title: 'Second Wi-Fi',
		lead: 'Where its own network fails, the board falls back to this one. It is handed over by the encrypted link, no re-flash.',
		set: (ssid: string) => `Falls back to ${isolate(ssid)}`,
		none: 'None yet',
		save: 'Set second Wi-Fi',
		change: 'Change',
		remove: 'Remove',
		saved: (ssid: string) => `${isolate(ssid)} is the second network now.`,
		removed: 'The second network is gone.',
	},

	usb: {
		title: 'Wi-Fi over USB',
		open: 'Give it another Wi-Fi by USB',
		openHint: 'For a board that has lost its Wi-Fi: by cable, without flashing it.',
		lead: 'A board that has lost its Wi-Fi is given another one by cable. Nothing is flashed, and it keeps its token and its settings.',
		connect: 'Connect by USB',
		choosing: 'Choose the board’s port in the browser’s window.',
		again: 'Connect again',
		disconnect: 'Disconnect',
		over: 'The port is gone: the cable was pulled, or another program took it.',
		another: (board: string, name: string) => `The board at this port is ${board}, not the one of ${isolate(name)}.`,
		change: 'Another Wi-Fi',
		/** on the page of a board that was just flashed */
		heading: 'Give it another Wi-Fi',
		how: 'Name and password go to the board over the cable, and nowhere else.',
		asking: 'Asking the board what it hears…',
		silent: [
			'The board does not answer.',
			'It may be one whose firmware takes no Wi-Fi by cable, or the port is another one’s. Restart the board and ask again, or make new firmware for it.',
		] as Two,
		askAgain: 'Ask again',
		scanning: 'It listens for networks…',
		heard: 'Networks the board hears',
		none: 'It hears no network. Boards of this kind hear 2.4 GHz only. You can still type a name.',
		isOpen: 'open',
		strength: (dBm: number) => `${String(dBm).replace('-', '−')} dBm`,
		other: 'Another name',
		look: 'Look again',
		join: 'Join this Wi-Fi',
		joining: (ssid: string) => `Joining ${isolate(ssid)}… This may take a minute.`,
		joined: (ssid: string): Two => [
			`It is on ${isolate(ssid)}.`,
			'The board keeps this network, and looks for this hub now.',
		],
		problem: (problem: JoinProblem, trouble: Trouble | undefined, ssid: string): Two => {
			if (problem === 'no-answer')
				return ['The board has not said how it went.', 'Look at what it says below, then try again.'];
			if (problem === 'not-taken') return ['The board did not take it.', 'Try again, or restart the board before.'];
			if (trouble === 'wifi-password') return [`${isolate(ssid)} does not let it in.`, 'Type the password once more.'];
			if (trouble === 'wifi-missing')
				return [`It does not find ${isolate(ssid)}.`, 'Is its name written exactly so, and is it 2.4 GHz?'];
			return [`It did not get on ${isolate(ssid)}.`, 'Is the password right, and is the board in reach?'];
		},
		steps: {
			cable: ['Connected by USB', 'The port is open', 'Over the port you choose'] as const,
		},
	},
};

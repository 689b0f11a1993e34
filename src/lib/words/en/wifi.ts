import type { JoinProblem } from '$lib/usb/wifi-over-usb.svelte.ts';
import type { Trouble } from '$lib/usb/log-lines.ts';
import { isolate } from '$lib/words/format/isolate.ts';
import { translatable } from '$lib/words/language.ts';

type TwoSentences = readonly [what: string, then: string];

/** The Wi-Fi of a board: its form, the second network, and changing it by cable. */
export const wifiWords = translatable('wifiWords', {
	ssid: 'Network name',
	ssidHint: 'Boards use 2.4 GHz networks only.',
	password: 'Password',
	open: 'Empty for an open network.',
	intoFile: 'Goes into the board’s file.',
	/** networks that the hub keeps for the next board */
	kept: {
		legend: 'Network',
		mark: 'kept by this hub',
		other: 'Another network',
		keep: 'Keep it on this hub for the next board',
		keepHint: 'Encrypted. Whoever adds boards can give it to one.',
		already: (ssid: string) => `This hub keeps ${isolate(ssid)} already. What you type here is for this board only.`,
		full: (most: number) => `This hub keeps ${most} networks already, so this one is for this board only.`,
	},
	problems: {
		choose: 'Choose a network.',
		shortSecured: (least: number) => `At least ${least} characters.`,
	},

	second: {
		title: 'Second Wi-Fi',
		lead: 'If its own network fails, the board uses this one. The hub sends it over the encrypted link, without a re-flash.',
		set: (ssid: string) => `Falls back to ${isolate(ssid)}`,
		none: 'None yet',
		save: 'Set second Wi-Fi',
		change: 'Change',
		remove: 'Remove',
		saved: (ssid: string) => `${isolate(ssid)} is the second network now.`,
		removed: 'The second network was removed.',
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
		over: 'The connection is lost: the cable was pulled, or another program uses the port.',
		another: (board: string, name: string) => `The board at this port is ${board}, not the one of ${isolate(name)}.`,
		change: 'Another Wi-Fi',
		/** on the page of a board that has just been flashed */
		heading: 'Give it another Wi-Fi',
		how: 'Name and password go to the board over the cable.',
		asking: 'Asking the board for networks…',
		silent: [
			'The board does not answer.',
			'Its firmware may not support Wi-Fi set-up by cable, or this is the port of something else. Restart the board and ask again, or make new firmware for it.',
		] as TwoSentences,
		askAgain: 'Ask again',
		scanning: 'Scanning for networks…',
		heard: 'Networks in range of the board',
		none: 'No network found. Boards of this kind use 2.4 GHz only. You can still type a name.',
		isOpen: 'open',
		strength: (dBm: number) => `${String(dBm).replace('-', '−')} dBm`,
		other: 'Another network',
		look: 'Scan again',
		join: 'Join this Wi-Fi',
		joining: (ssid: string) => `Joining ${isolate(ssid)}… This may take a minute.`,
		joined: (ssid: string): TwoSentences => [
			`It is on ${isolate(ssid)}.`,
			'The board keeps this network, and looks for this hub now.',
		],
		problem: (problem: JoinProblem, trouble: Trouble | undefined, ssid: string): TwoSentences => {
			if (problem === 'no-answer')
				return ['The board did not report the result.', 'Look at its log below, then try again.'];
			if (problem === 'not-taken') return ['The board did not accept it.', 'Restart the board, then try again.'];
			if (trouble === 'wifi-password') return [`${isolate(ssid)} does not let it in.`, 'Type the password once more.'];
			if (trouble === 'wifi-missing')
				return [`It does not find ${isolate(ssid)}.`, 'Is its name written exactly so, and is it 2.4 GHz?'];
			return [`It could not join ${isolate(ssid)}.`, 'Is the password right, and is the board in reach?'];
		},
		steps: {
			cable: ['Connected by USB', 'The port is open', 'Over the port you choose'] as const,
		},
	},
});

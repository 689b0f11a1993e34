import type { ProblemKind } from '$lib/flash/flash-problem.ts';
import type { Trouble } from '$lib/usb/log-lines.ts';
import { percent } from '$lib/words/format/numbers.ts';
import type { Question } from '$lib/words/format/question.ts';
import { translatable } from '$lib/words/language.ts';

const problems: Record<ProblemKind, (detail: string, chip: string) => [what: string, then: string]> = {
	'no-port': () => [
		'No port was chosen.',
		'If none was listed: try another cable, many only charge. CH340 and CP210x chips need a driver on Windows and macOS.',
	],
	'port-busy': () => [
		'The port could not be opened.',
		'Another program has it: close serial monitors and other tabs. On Linux your user must be in the group dialout.',
	],
	'no-answer': () => [
		'The board does not answer.',
		'Hold its BOOT or FLASH button (on bare modules: IO0 to ground), tap RST, and try again.',
	],
	'wrong-chip': (found, chip) => [
		found ? `This is an ${found}, but the firmware is for an ${chip}.` : `This chip is not an ${chip}.`,
		'Nothing was written. Plug in the other board, or make a new pending device for this one.',
	],
	cable: () => [
		'The cable was pulled, or the board lost its power.',
		'The board is not broken: its loader cannot be overwritten. Plug it in again and start from the beginning.',
	],
	stopped: () => ['You stopped it.', 'The board is not broken, but it will not start until it is flashed to the end.'],
	download: (name) => [
		`${name || 'The firmware'} could not be fetched completely from the hub.`,
		'Nothing was written. Start again when the hub is reachable.',
	],
	'not-verified': () => [
		'The flash does not hold what was written.',
		'Try again; if it stays so, try another cable or USB socket. The flash of an old board may be worn out.',
	],
	other: (detail) => ['Flashing went wrong.', detail ? `The loader says: ${detail}` : 'Start from the beginning.'],
};

const troubles: Record<Trouble, [what: string, then: string]> = {
	'wifi-password': ['The Wi-Fi does not let it in.', 'Enter the right password below. It need not be flashed again.'],
	'wifi-missing': ['It does not find the Wi-Fi.', 'Is it in range, and is it 2.4 GHz? Choose one in range below.'],
	'no-config': ['It does not find its config file.', 'Flash it once more from the beginning.'],
};

const kilobytes = (bytes: number) => Math.ceil(bytes / 1_000);

/** Flashing a board, and the drawing of a board. */
export const flashWords = translatable('flashWords', {
	usb: {
		title: 'In this browser, over USB',
		lead: 'Plug the board in with a cable that carries data. Firmware and config are written in one go.',
		keep: 'Keep the cable in and this page open.',
		start: 'Choose port and flash',
		again: 'Try again',
		version: (version: string) => `Firmware ${version}`,
		choosing: 'Choose the board’s port in the browser’s window.',
		connecting: 'Waking the board’s loader',
		connectingHint: 'A few seconds. If it stays so, hold the BOOT or FLASH button.',
		writing: (done: number, total: number) => `Writing, ${kilobytes(done)} of ${kilobytes(total)} kB`,
		percent: (done: number) => percent(done),
		left: (ms: number | undefined) => (ms === undefined ? 'Estimating…' : `About ${Math.ceil(ms / 1_000)} s left`),
		label: 'Flashing',
		cancel: 'Cancel',
		leave: {
			title: 'Stop writing the firmware?',
			action: 'Stop writing',
			what: [
				{
					icon: 'usb',
					bad: true,
					title: 'The firmware is written only in part',
					text: 'The board does not start until it is flashed again. It is not broken.',
				},
			],
		} satisfies Question,
		found: (code: string) => `Board ${code}`,
		written: 'Written and verified',
		writtenLead: 'The board has started. Its log below shows what it does.',
		more: 'Flash it once more',
		problem: (kind: ProblemKind, detail: string, chip: string) => problems[kind](detail, chip),
		trouble: troubles,
	},
	log: {
		title: 'What the board says',
		label: 'Lines of the board’s serial log',
		none: 'Nothing yet.',
		ended: 'The connection is lost, so the log ends here. The hub still shows the steps.',
	},
	cannot: {
		'no-web-serial': (ways) => [
			'This browser cannot reach USB ports.',
			`Chrome, Edge and Opera on a computer can, and Firefox from 151 on; Safari and phones cannot. Open this page there${ways ? ', or take one of the ways below' : ''}.`,
		],
		'not-secure': () => [
			'The browser gives no USB ports to a page that was loaded over plain HTTP.',
			'An owner can turn HTTPS on in Settings. Or run this in a terminal on this computer, keep it open,',
		],
	} satisfies Record<string, (ways: boolean) => [string, string]>,
	tunnel: (host: string, port: string) => `ssh -N -L ${port}:localhost:${port} USER@${host}`,
	tunnelThen: 'and open',
	noImage: 'No ready firmware here.',
	noImageThen: {
		/** `file`: the pack of the hub's own release */
		pack: (file: string) => `The firmware of all boards comes in one file, the pack of this release: ${file}.`,
		add: 'Add it in Settings',
		askOwner: 'An owner adds it in Settings, under Firmware.',
		project: 'Or build it on your computer, with the project below.',
		nothing: 'A board whose firmware speaks Mooring Link v2 takes its config file as it is.',
	},
	files: {
		title: 'Files for esptool',
		lead: 'Save all of them in one folder, then run one command there. Needs esptool 5: pip install esptool.',
		download: (name: string) => `Download ${name}`,
		size: (bytes: number) => (bytes < 1_000 ? `${bytes} B` : `${kilobytes(bytes)} kB`),
	},
	project: {
		title: 'Project .zip',
		lead: 'For PlatformIO: builds as it is, and its README tells the three steps.',
	},
	secret: (project: boolean) =>
		project
			? 'The config file, and the one file in the project’s folder “secrets”, hold your Wi-Fi password and the registration key. Do not share them.'
			: 'The file that ends in .mooring holds your Wi-Fi password and the registration key. Do not share it.',
	looking: 'Looking for an image…',
	steps: {
		/** for each step: its name, its text when completed, and its text before that */
		flashed: ['Flashed', 'Firmware and config are on it', 'Over USB, or with the files'] as const,
		/** in place of its text before that, where there is no image but a project */
		withProject: 'With the project',
		/** in place of “Flashed”, where the board runs other firmware */
		configured: ['Config file on it', 'The board has taken it', 'Give it the config file'] as const,
		wifi: ['On Wi-Fi', 'It has joined your network', 'Joins your network by itself'] as const,
		hub: ['Hub found', 'It has found this hub', 'As soon as it finds this hub'] as const,
		writing: (done: number) => `Writing, ${percent(done)}`,
	},
	/** label of a pad that is not a GPIO → its function */
	pads: {
		RST: 'Reset',
		EN: 'Enable',
		A0: 'Analog',
		'3V3': 'Power',
		'5V': 'Power',
		VIN: 'Power',
		G: 'Ground',
		RSV: 'Unused',
		SD0: 'Flash',
		SD1: 'Flash',
		SD2: 'Flash',
		SD3: 'Flash',
		CMD: 'Flash',
		CLK: 'Flash',
		D0: 'Flash',
		D1: 'Flash',
		D2: 'Flash',
		D3: 'Flash',
	} as Record<string, string>,
	/** heading of how to open and flash a board */
	opening: 'Open it and connect it',
	drawing: (board: string, lit: string, boot: string) =>
		[`Drawing of the ${board}.`, `Lit: ${lit || 'nothing yet'}.`, boot && `Boot-strapping pins: ${boot}.`]
			.filter(Boolean)
			.join(' '),
	sensor: {
		sda: 'SDA pin',
		scl: 'SCL pin',
		second: (pin: string) => `${pin} cannot be both pins of the sensor.`,
	},
});

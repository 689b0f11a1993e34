import type { BoardFamily } from '$protocol/dashboard/boards.ts';
import type { Question } from '$lib/words/format/question.ts';
import { isolate } from '$lib/words/format/isolate.ts';
import { translatable } from '$lib/words/language.ts';

/** The wizard that adds a device, and the page that sets up its board. */

export const addWords = translatable('addWords', {
	close: 'Close',
	leave: {
		title: 'Leave without adding the device?',
		action: 'Leave',
		what: [
			{
				icon: 'trash',
				bad: true,
				title: 'What you typed is lost',
				text: 'Adding a device then begins at its first step.',
			},
		],
	} satisfies Question,
	steps: ['Board & name', 'Wi-Fi', 'Relays & pins', 'Sensor', 'Finish'],
	where: (step: number, of: number) => `Step ${step} of ${of}`,
	stepsLabel: 'Steps',
	back: 'Back',
	next: (step: string) => `Next: ${step}`,
	board: 'Board',
	chooseBoard: 'Choose a board',
	searchBoard: 'Search boards',
	noSuchBoard: 'No board is called that. Look under “Other boards”: they have every pin of their chip.',
	changeBoard: 'Change',
	/** headings of the list of boards */
	families: {
		virtual: 'Virtual',
		module: 'Boards with free pins',
		'relay-board': 'Relay boards',
		sonoff: 'Sonoff',
		shelly: 'Shelly',
		athom: 'Athom',
		generic: 'Other boards',
	} satisfies Record<BoardFamily, string>,
	boardHint: 'No board at hand? The virtual board shows everything, and this hub can simulate it.',
	name: 'Name',
	nameHint: 'What everybody in the house calls it, for instance “Boiler room”.',
	wifiLead: 'The board joins this network. Its password goes into the board’s file.',
	passwordForgotten: 'Type the password once more: it is lost when the page is reloaded.',
	relay: (n: number) => `Relay ${n}`,
	relayName: (n: number) => `Relay ${n}`,
	pin: 'Pin',
	/** what follows a relay's name */
	wired: (pin: string, activeLow: boolean) => (activeLow ? `${pin}, active low` : pin),
	logic: 'Logic',
	activeHigh: 'Active high',
	activeLow: 'Active low',
	logicHint:
		'Active high (also called Positive): the relay is on while its pin is high. Active low (Negative): it is on while its pin is low, as on most relay boards.',
	/** why the logic of a new relay is what it is, by the relays that the board has or takes */
	logicWhy: {
		own: (activeLow: boolean) =>
			activeLow ? 'This board’s own relays are active low.' : 'This board’s own relays are active high.',
		module: 'Active low is chosen here, because most relay modules are.',
		shield:
			'Active low is chosen here, because most relay modules are. The relay shield made for the D1 mini is active high.',
		simulated: 'A simulated board takes either.',
	},
	logicLegend: (n: number) => `Logic of relay ${n}`,
	removeRelay: (n: number) => `Remove relay ${n}`,
	addRelay: 'Add relay',
	noPinLeft: 'No good pin is left on this board.',
	buttons: 'Buttons',
	ownButton: (pin: string, relay: string | undefined) =>
		relay
			? `The board’s own button (${pin}) switches ${isolate(relay)}.`
			: `The board’s own button (${pin}) is only shown.`,
	ownSwitch: (pin: string, relay: string | undefined) =>
		relay ? `A wall switch at ${pin} switches ${isolate(relay)}.` : `A wall switch at ${pin} is only shown.`,
	mostRelays: (most: number) => `A board has at most ${most} relays.`,
	problems: {
		name: 'Give it a name.',
		relayName: 'This relay needs a name.',
		refused: (label: string) => `${label} cannot be used for a relay.`,
		noSensor: (label: string) => `${label} cannot be used for a sensor.`,
		nothing: 'A device needs at least one relay or sensor.',
	},
	boot: 'boot',
	refused: 'refused',
	bootPin: (label: string) => `${label} is a boot-strapping pin.`,
	warnPin: (label: string) => `Take care with ${label}.`,
	useInstead: (label: string) => `Use ${label} instead`,
	taken: (label: string, by: string) => `${label} is already used by ${isolate(by)}.`,
	keyRelay: 'Relay',
	keyFree: 'Free',
	keyBoot: 'Boot-strapping pin: decides how the board starts',
	sensor: 'Sensor',
	noSensor: 'None',
	sensorPin: 'Data pin',
	sensors: {
		dht22: 'DHT22: temperature and humidity',
		ds18b20: 'DS18B20: temperature',
		sht3x: 'SHT3x: temperature and humidity',
		bme280: 'BME280: temperature, humidity, pressure',
		virtual: 'Drifting temperature',
		dht11: 'DHT11: temperature and humidity',
		sht4x: 'SHT4x: temperature and humidity',
		bmp280: 'BMP280: temperature and pressure',
		bh1750: 'BH1750: light',
	},
	finishLead:
		'Check it once more. A pending device waits up to 24 hours for its board, and moves to My devices when that connects.',
	network: 'Wi-Fi',
	relays: 'Relays',
	nothing: 'None',
	make: 'Make pending device',
});

export const setupWords = translatable('setupWords', {
	title: 'Set up the board',
	claimedTitle: 'Connected',
	waiting: 'Waiting for the board',
	/** while the hub is out of reach */
	waited: (asOf: string) => `How far it was, as of ${asOf}`,
	/** for each step: its name, its text when completed, and its text before that */
	made: (code: string) => ['Pending device made', `Its code is ${code}`, ''] as const,
	seen: ['Board seen', 'It has found this hub', 'As soon as it finds this hub'] as const,
	authenticated: ['Authenticated', 'Its key is right', 'As soon as its key is checked'] as const,
	claimed: ['Claimed', 'Added to My devices', 'Happens automatically'] as const,
	light: {
		title: 'What the board’s light says',
		signs: [
			['One flash, pause', 'It looks for its Wi-Fi.'],
			['Two flashes, pause', 'It is on the Wi-Fi and looks for the hub.'],
			['Three flashes, pause', 'It has found the hub and waits to be claimed.'],
			['Four flashes, pause', 'The hub refuses it: it was deleted, its token was revoked, or its key expired.'],
			['Lit for four seconds', 'It was claimed.'],
			['Flickers', 'It takes new firmware: leave it powered.'],
			['Dark', 'It is connected.'],
		] as [sign: string, meaning: string][],
	},
	leave: 'You can leave this page. The device appears in My devices by itself.',
	toDevices: 'To My devices',
	play: {
		title: 'Run it on this hub',
		lead: 'The hub simulates the board until its device is deleted.',
		action: 'Start virtual board',
		running: 'It is running',
	},
	self: {
		title: 'Run it yourself',
		lead: 'In another window, or on another computer with this project. Save the file in the project’s folder, then run the command.',
	},
	expired: 'Its key has expired',
	awaiting: 'Its board waits for a decision under Pending devices.',
	decide: 'To the decision',
	stepState: { done: 'Done', now: 'In progress', next: 'Still to come' },
	file: {
		title: 'The board’s file',
		lead: 'Everything this board needs to register.',
		action: 'Download config file',
	},
	secret: 'The file holds the registration key, and the Wi-Fi password where there is one. Do not share it.',
	command: 'Command',
	copy: 'Copy the command',
	copied: 'Copied.',
	gone: 'Not pending any more',
	goneWhy: 'It was claimed, deleted, or its board waits for a decision under Pending devices.',
	done: (name: string) => `${isolate(name)} is in My devices.`,
});

import type { InputMode, PowerOn, RelayIcon, SensorType } from '$protocol/dashboard/plan.ts';
import { exactDuration } from '$lib/words/format/duration.ts';
import { isolate } from '$lib/words/format/isolate.ts';
import { translatable } from '$lib/words/language.ts';

/** The configuration of relays, inputs and sensors. */
export const planWords = translatable('planWords', {
	relays: {
		title: 'Relay Configuration',
		none: 'This device has no relays yet.',
		configure: (name: string) => `configure ${isolate(name)}`,
		fresh: 'New: saved with the button below.',
		activeHigh: 'Active high',
		activeLow: 'Active low',
		latching: 'latching',
		hubOnly: 'Name, icon and place',
		pulse: (ms: number) => `pulse ${exactDuration(ms)}`,
		atMost: (ms: number) => `at most ${exactDuration(ms)}`,
		name: 'Name',
		icon: 'Icon',
		icons: {
			plug: 'Plug',
			light: 'Light',
			fan: 'Fan',
			pump: 'Pump',
			valve: 'Valve',
			heat: 'Heating',
			door: 'Door',
			blind: 'Blind',
			garden: 'Garden',
			bell: 'Bell',
		} satisfies Record<RelayIcon, string>,
		pin: 'Pin',
		logic: 'Logic',
		logicHint:
			'Active high (also called Positive): the relay is on while its pin is high. Active low (Negative): it is on while its pin is low, as on most relay boards.',
		mode: 'Mode',
		modes: { latching: 'Latching', pulse: 'Pulse' },
		pulseLength: 'Length of the pulse',
		powerOn: 'At power-on',
		powerOns: { off: 'Off', on: 'On', last: 'As it was' } satisfies Record<PowerOn, string>,
		maxOn: 'Longest on-time',
		maxOnHint: 'The board switches it off after that. Empty: no limit.',
		group: 'Interlock',
		noGroup: 'None',
		groupName: (group: number) => `Group ${group}`,
		groupWith: (names: string[]) =>
			names.length > 0
				? `Never on together with ${names.map(isolate).join(' and ')}.`
				: 'No other relay is in this group yet.',
		deadTime: 'Dead time',
		deadTimeHint: 'The dead time lies between one going off and another going on.',
		caution:
			'Software cannot cover the time a chip is in reset. Where both being on would do harm, use relays that lock each other in hardware as well.',
		up: (name: string) => `Move ${isolate(name)} up`,
		down: (name: string) => `Move ${isolate(name)} down`,
		remove: 'Remove relay',
		add: 'Add relay',
	},

	inputs: {
		title: 'Inputs',
		none: 'No wall switch or button is wired to this board.',
		newName: (id: number) => `Input ${id}`,
		name: 'Name',
		pin: 'Pin',
		mode: 'Mode',
		modes: {
			'push-button': 'Push button',
			toggle: 'Toggle switch',
			follow: 'Follow the switch',
			detached: 'Detached',
		} satisfies Record<InputMode, string>,
		modeHints: {
			'push-button': 'Every press switches the relay over.',
			toggle: 'Every change of the switch switches the relay over.',
			follow: 'The relay is on while the switch is closed.',
			detached: 'It is only shown; no relay moves.',
		} satisfies Record<InputMode, string>,
		relay: 'Relay',
		debounce: 'Debounce, ms',
		level: 'Closed switch',
		low: 'Pulls low',
		high: 'Pulls high',
		pullUp: 'Use the chip’s pull-up',
		noPullUp: (pin: string) =>
			`The chip cannot pull ${pin} up: the switch needs a resistor of its own, 10 kΩ to 3.3 V, or it goes on and off by itself. With the resistor, turn the chip’s pull-up off.`,
		on: 'Closed',
		off: 'Open',
		press: 'Press',
		close: 'Close',
		open: 'Open',
		pressOf: (name: string, what: string) => `${what}: ${isolate(name)}`,
		works: (mode: string, relay: string | undefined) => (relay ? `${mode}, ${isolate(relay)}` : mode),
		add: 'Add input',
		remove: 'Remove input',
	},

	sensors: {
		title: 'Sensor Configuration',
		none: 'No sensor is wired to this board.',
		one: 'the sensor',
		type: 'Type',
		types: {
			dht22: 'DHT22',
			ds18b20: 'DS18B20',
			sht3x: 'SHT3x',
			bme280: 'BME280',
			virtual: 'Drifting temperature',
		} satisfies Record<SensorType, string>,
		line: (pins: string[], offsets: string[]) =>
			[
				pins.length > 0 ? pins.join(' and ') : 'No pin',
				...(offsets.length > 0 ? [`offset ${offsets.join(', ')}`] : []),
			].join(', '),
		data: 'Data pin',
		sda: 'SDA pin',
		scl: 'SCL pin',
		calibration: 'Calibration offset',
		calibrationOf: (quantity: string) => `Calibration offset, ${quantity.toLowerCase()}`,
		lower: (by: string) => `Lower by ${by}`,
		raise: (by: string) => `Raise by ${by}`,
		add: 'Add sensor',
		remove: 'Remove sensor',
	},
});

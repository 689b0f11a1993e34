import type { Board, Pin } from '../../protocol/dashboard/boards.ts';
import { FLASH, button, pinsOf, withoutPullUp } from './pins.ts';
import { ONE_PIN_SENSORS, SENSORS } from './sensors.ts';
import { SOURCES } from './sources.ts';

const { free, strap, taken } = pinsOf({ chip: SOURCES.esp8266, boot: SOURCES.esp8266Boot });

export const ESP8266_BOARDS: readonly Board[] = [
	{
		id: 'd1-mini',
		name: 'ESP8266 D1 mini',
		chip: 'ESP8266',
		virtual: false,
		wifi: true,
		flash: FLASH.esp8266With4Mb,
		source: SOURCES.d1Mini,
		pins: nodePins(),
		relayPins: [5, 4, 14, 12, 13],
		sensors: SENSORS,
		relayKind: 'shield',
		defaults: { relays: [{ gpio: 5, activeLow: true }], inputs: [] },
	},
	{
		id: 'nodemcu-v2',
		name: 'ESP8266 NodeMCU v2',
		chip: 'ESP8266',
		virtual: false,
		wifi: true,
		flash: FLASH.esp8266With4Mb,
		source: SOURCES.nodeMcu,
		pins: nodePins(),
		relayPins: [5, 4, 14, 12, 13],
		sensors: SENSORS,
		relayKind: 'module',
		defaults: { relays: [{ gpio: 5, activeLow: true }], inputs: [] },
	},
	{
		id: 'esp-01s-relay',
		name: 'ESP-01S relay',
		chip: 'ESP8266',
		virtual: false,
		wifi: true,
		flash: FLASH.esp8266With1Mb,
		source: SOURCES.esp01sRelay,
		pins: [
			strap(0, 'IO0', 'warn', 'own-relay-waits'),
			strap(2, 'IO2', 'warn', 'must-be-high-for-sensor'),
			taken(1, 'TX', 'refuse', 'log', SOURCES.esp01s),
			taken(3, 'RX', 'warn', 'free-once-flashed', SOURCES.esp01s),
		],
		relayPins: [0],
		sensors: ONE_PIN_SENSORS,
		relayKind: 'own',
		defaults: { relays: [{ gpio: 0, activeLow: true }], inputs: [] },
	},
	{
		id: 'esp12f-relay-x4',
		name: 'ESP-12F with 4 relays',
		chip: 'ESP8266',
		virtual: false,
		wifi: true,
		flash: FLASH.esp8266With4Mb,
		source: SOURCES.esp12fRelay,
		pins: [
			withoutPullUp(taken(16, 'IO16', 'warn', 'high-at-power-on-relay-1', SOURCES.esp12fRelay)),
			...[14, 12, 13, 4].map((gpio) => free(gpio, `IO${gpio}`)),
			taken(5, 'IO5', 'warn', 'blue-light', SOURCES.esp12fRelay),
			strap(0, 'IO0', 'warn', 'low-stops-start'),
			strap(2, 'IO2', 'warn', 'must-be-high'),
			strap(15, 'IO15', 'warn', 'must-be-low'),
			taken(1, 'TX', 'refuse', 'log'),
			taken(3, 'RX', 'refuse', 'flash-adapter'),
		],
		relayPins: [16, 14, 12, 13, 4, 5],
		sensors: SENSORS,
		relayKind: 'own',
		defaults: { relays: [16, 14, 12, 13].map((gpio) => ({ gpio, activeLow: false })), inputs: [] },
	},
	{
		id: 'sonoff-basic-r2',
		name: 'Sonoff Basic R2',
		chip: 'ESP8266',
		virtual: false,
		wifi: true,
		flash: FLASH.esp8266With1Mb,
		source: SOURCES.sonoffBasicR2,
		pins: [
			{ ...free(12, 'Relay'), source: SOURCES.sonoffBasicR2 },
			{
				...strap(0, 'Button', 'refuse', 'button', true),
				source: SOURCES.sonoffBasicR2,
			},
			taken(13, 'Light', 'refuse', 'light', SOURCES.sonoffBasicR2),
			taken(1, 'TX', 'refuse', 'log', SOURCES.sonoffBasicR2),
			taken(3, 'RX', 'warn', 'free-once-flashed-mains', SOURCES.sonoffBasicR2),
		],
		relayPins: [12],
		sensors: ONE_PIN_SENSORS,
		relayKind: 'own',
		defaults: { relays: [{ gpio: 12, activeLow: false }], inputs: [button(0, 1)] },
	},
];

/** As the D1 mini and the NodeMCU number them. */
function nodePins(): Pin[] {
	return [
		free(5, 'D1'),
		free(4, 'D2'),
		free(14, 'D5'),
		free(12, 'D6'),
		free(13, 'D7'),
		withoutPullUp(taken(16, 'D0', 'warn', 'high-at-power-on')),
		strap(0, 'D3', 'warn', 'low-stops-start'),
		strap(2, 'D4', 'warn', 'must-be-high-blue-light'),
		strap(15, 'D8', 'refuse', 'must-be-low-to-start'),
		taken(1, 'TX', 'refuse', 'log'),
		taken(3, 'RX', 'refuse', 'usb-cable'),
	];
}

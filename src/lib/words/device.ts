import type { InputMode, PowerOn, RelayIcon, ScheduleEvent, SensorType, Unit } from '$protocol/dashboard.ts';
import { LOCALE } from '$lib/words.ts';
import { duration } from './duration.ts';

/** The strings of a device's own page, which are loaded with it. */

const clock = new Intl.DateTimeFormat(LOCALE, { hour: '2-digit', minute: '2-digit', hour12: false });
const weekday = new Intl.DateTimeFormat(LOCALE, { weekday: 'short' });
const dayAndMonth = new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'short' });
const month = new Intl.DateTimeFormat(LOCALE, { month: 'short' });
const withYear = new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'short', year: 'numeric' });
const whole = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'long' });
const withTime = new Intl.DateTimeFormat(LOCALE, {
	day: 'numeric',
	month: 'short',
	hour: '2-digit',
	minute: '2-digit',
	hour12: false,
});
const exact = new Intl.DateTimeFormat(LOCALE, { hour: '2-digit', minute: '2-digit', second: '2-digit', hour12: false });

export const hourOf = (at: number) => clock.format(at);
export const secondOf = (at: number) => exact.format(at);
export const dateOf = (at: number) => whole.format(at);
/** of a chart's axis, by how much it shows */
export const axisLabel = {
	'24h': (at: number) => clock.format(at),
	'7d': (at: number) => weekday.format(at),
	'90d': (at: number) => dayAndMonth.format(at),
	'2y': (at: number) => `${month.format(at)} ’${String(new Date(at).getFullYear()).slice(-2)}`,
};
/** of a value that is told: the time of it, or the day where it stands for days */
export const chartMoment = (at: number, range: keyof typeof axisLabel) =>
	({ '24h': clock, '7d': withTime, '90d': dayAndMonth, '2y': withYear })[range].format(at);

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const WEEKDAYS_LONG = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const EVERY_DAY = 127;
const WORKDAYS = 31;
const WEEKEND = 96;

function daysOf(weekdays: number): string {
	if (weekdays === 0) return 'Never';
	if (weekdays === EVERY_DAY) return 'Every day';
	if (weekdays === WORKDAYS) return 'Mon–Fri';
	if (weekdays === WEEKEND) return 'Sat and Sun';
	return WEEKDAYS.filter((_, day) => weekdays & (1 << day)).join(', ');
}

/** "07:30" */
export const timeOf = (minutes: number) =>
	`${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

const offsetOf = (minutes: number) => `${duration(Math.abs(minutes) * 60_000)} ${minutes < 0 ? 'before' : 'after'}`;
const events = { sunrise: 'sunrise', sunset: 'sunset' };

function whenOf(event: ScheduleEvent, minutes: number): string {
	if (event === 'time') return `at ${timeOf(minutes)}`;
	return minutes === 0 ? `at ${events[event]}` : `${offsetOf(minutes)} ${events[event]}`;
}

/** "−0.5 °C", with the sign always there and as wide */
export const signed = (value: number, digits: number, sign: string) =>
	`${value > 0 ? '+' : value < 0 ? '−' : '±'}${Math.abs(value).toFixed(digits)} ${sign}`;

interface Told {
	title: string;
	action: string;
	what: { icon: string; bad: boolean; title: string; text: string }[];
}
const relaysStay = (relays: string) => ({
	icon: 'relay',
	bad: false,
	title: 'Relays stay as they are now',
	text: relays ? `${relays}.` : 'The board goes on by its own rules.',
});

export const deviceWords = {
	back: 'My devices',
	gone: 'This device is not there',
	goneWhy: 'It was deleted, or it never was. Its history went with it.',
	rename: 'Rename, or put into a room',
	name: 'Name',
	room: 'Room',
	roomHint: 'Empty: in no room.',
	noRoom: 'No room',
	save: 'Save',
	cancel: 'Cancel',
	signal: (dBm: number, word: string) => `${String(dBm).replace('-', '−')} dBm, ${word}`,
	strength: { 1: 'very weak', 2: 'weak', 3: 'good', 4: 'strong' } as Record<number, string>,

	presence: {
		title: 'Last 24 hours',
		now: 'now',
		states: { online: 'Online', away: 'Away', offline: 'Offline', unknown: 'Hub not running' },
		none: '0 min',
		story: (state: string, from: string, to: string) => `${state} from ${from} to ${to}`,
	},

	relays: {
		title: 'Relay Configuration',
		none: 'This device has no relays yet.',
		configure: (name: string) => `configure ${name}`,
		fresh: 'New: saved with the button below.',
		positive: 'Positive',
		negative: 'Negative',
		latching: 'latching',
		hubOnly: 'Name, icon and place',
		pulse: (ms: number) => `pulse ${duration(ms)}`,
		atMost: (ms: number) => `at most ${duration(ms)}`,
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
			names.length > 0 ? `Never on together with ${names.join(' and ')}.` : 'No other relay is in this group yet.',
		deadTime: 'Dead time',
		deadTimeHint: 'The dead time lies between one going off and another going on.',
		caution:
			'Software cannot cover the time a chip is in reset. Where both being on would do harm, use relays that lock each other in hardware as well.',
		up: (name: string) => `Move ${name} up`,
		down: (name: string) => `Move ${name} down`,
		remove: 'Remove relay',
		add: 'Add relay',
	},
	timer: {
		open: 'On for…',
		of: (name: string) => `Switch ${name} on for a time`,
		minutes: (count: number) => `${count} min`,
		own: 'Minutes',
		start: 'Start',
		running: (left: string) => `Goes off in ${left}`,
		change: 'A new time replaces it.',
	},

	inputs: {
		title: 'Inputs',
		none: 'No wall switch or button is wired to this board.',
		newName: (id: number) => `Input ${id}`,
		one: 'Input',
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
		on: 'Closed',
		off: 'Open',
		unknown: 'Not told yet',
		press: 'Press',
		close: 'Close',
		open: 'Open',
		pressOf: (name: string, what: string) => `${what}: ${name}`,
		works: (mode: string, relay: string | undefined) => (relay ? `${mode}, ${relay}` : mode),
		add: 'Add input',
		remove: 'Remove input',
	},

	schedules: {
		title: 'Schedules',
		none: 'Nothing is switched by the clock.',
		lead: 'Kept and run on the board, also while the hub is away.',
		clockUnset: 'Clock not set: schedules wait until the board knows the time.',
		noPlace: 'Sunrise and sunset need to know where you are.',
		setPlace: 'Set your place in Settings',
		sentence: (relay: string, on: boolean, forMs: number) =>
			`${relay} ${on ? 'on' : 'off'}${on && forMs > 0 ? ` for ${duration(forMs)}` : ''}`,
		when: (weekdays: number, event: ScheduleEvent, minutes: number) => `${daysOf(weekdays)} ${whenOf(event, minutes)}`,
		relay: 'Relay',
		state: 'Switch it',
		on: 'On',
		off: 'Off',
		days: 'Days',
		day: (day: number) => [WEEKDAYS[day]!.slice(0, 2), WEEKDAYS_LONG[day]!] as const,
		event: 'When',
		events: { time: 'Time', sunrise: 'Sunrise', sunset: 'Sunset' } satisfies Record<ScheduleEvent, string>,
		time: 'Time',
		offset: 'Offset',
		offsetOf: (minutes: number) => (minutes === 0 ? 'At that moment' : offsetOf(minutes)),
		earlier: (minutes: number) => `${minutes} min earlier`,
		later: (minutes: number) => `${minutes} min later`,
		forMs: 'For how long',
		forHint: 'Empty: it stays on.',
		add: 'Add schedule',
		remove: 'Remove schedule',
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
	chart: {
		range: 'Show the last',
		ranges: { '24h': '24 h', '7d': '7 days', '90d': '90 days', '2y': '2 years' },
		long: { '24h': '24 hours', '7d': '7 days', '90d': '90 days', '2y': '2 years' },
		now: 'now',
		none: 'No values yet.',
		/** what the drawing shows, for those who do not see it */
		told: (o: {
			quantity: string;
			range: string;
			now: string | undefined;
			least: string;
			leastAt: string;
			most: string;
			mostAt: string;
			gaps: string[];
		}) =>
			`${o.quantity} over ${o.range}${o.now ? `, now ${o.now}` : ''}: least ${o.least} (${o.leastAt}), most ${o.most} (${o.mostAt})${
				o.gaps.length > 0 ? `; no values ${o.gaps.join(', ')}` : ''
			}.`,
		gap: (from: string, to: string) => `from ${from} to ${to}`,
		moreGaps: (count: number) => `and ${count} more times`,
		pointed: (when: string, least: string, most: string) => `${when} · ${least}–${most}`,
		empty: (quantity: string, range: string) => `${quantity} over ${range}: no values.`,
	},

	config: {
		applied: (time: string) => `Applied on the board at ${time}, no re-flash`,
		never: 'The board runs these settings',
		sent: 'Sent, waiting for the board…',
		waiting: 'Waits: will be applied when the board connects',
		refused: 'The board refused the new settings',
		runsOld: (error: string) => `${error}${/[.!?]$/.test(error) ? '' : '.'} It goes on with the ones before.`,
		back: 'Put back what it runs',
		unsaved: 'Unsaved changes',
		save: 'Save',
		discard: 'Discard',
		saving: 'Saving…',
		saved: 'Saved.',
		undo: 'Undo',
		undone: 'Put back as it was.',
		undoLate: 'It was changed again meanwhile, so nothing was put back.',
		elsewhere: 'Somebody has changed this device meanwhile. What you typed is still here.',
		reload: 'Load theirs',
		leave: (name: string): Told => ({
			title: `Leave ${name} without saving?`,
			action: 'Leave without saving',
			what: [
				{ icon: 'trash', bad: true, title: 'Your changes are lost', text: 'What you typed here is not kept.' },
				{ icon: 'relay', bad: false, title: 'The device stays as it is', text: 'Its board goes on as before.' },
			],
		}),
	},
	problems: {
		name: 'Give it a name.',
		pin: (label: string) => `${label} cannot be used here.`,
		tooLong: (most: number) => `At most ${duration(most)}.`,
		debounce: 'From 5 to 500 ms.',
		weekdays: 'Choose at least one day.',
	},
	units: { ms: 'ms', s: 's', min: 'min', h: 'h' },
	unitOf: (label: string) => `${label}, unit`,

	security: {
		title: 'Security & Authentication',
		active: 'Secure Token Active',
		activeText: 'Secure v2, bound to this board',
		rotating: 'New token on its way',
		rotatingText: 'The old one works until the board has shown the new one',
		revoked: 'Token Revoked',
		revokedText: 'No board can come in for this device',
		legacy: 'Legacy v1',
		legacyText: 'A polling token, sent in the clear',
		type: 'Type',
		types: { 'secure-v2': 'Permanent, encrypted link', 'legacy-v1': 'Polling token' },
		created: 'Created',
		lastUsed: 'Last used',
		never: 'never',
		fingerprint: 'Fingerprint',
		none: 'none',
		regenerate: 'Regenerate Token',
		revoke: 'Revoke Token',
		upgrade: 'Upgrade to Secure v2',
		newFirmware: 'Make new firmware',
		online: 'The board is online: Regenerate hands it a new token over the encrypted link, no re-flash.',
		offline: 'The board is not online: Regenerate makes new firmware, and the old token is dead at once.',
		isLegacy: 'Whoever listens on your network can read this token. Upgrade gives the board an encrypted link.',
		isRevoked: 'Make new firmware and set up the board with it to bring the device back.',
		firmwareWaits: 'New firmware waits for its board.',
		firmwareLink: 'Set up the board',
		left: (time: string) => `Good for another ${time}.`,
		rotated: 'A new token is on its way to the board.',
		revokedToast: (name: string) => `The token of ${name} is dead.`,
	},
	dialogs: {
		rotate: (name: string): Told => ({
			title: `Regenerate the token of ${name}?`,
			action: 'Regenerate in place',
			what: [
				{
					icon: 'refresh',
					bad: false,
					title: 'A new token over the encrypted link',
					text: 'The board takes it at once, without a re-flash.',
				},
				{
					icon: 'shield',
					bad: false,
					title: 'The old one is dead once the new one has connected',
					text: 'Until then it still works, so the board cannot be locked out.',
				},
				{ icon: 'relay', bad: false, title: 'No relay moves', text: 'Name, history and settings stay.' },
			],
		}),
		instead: 'Do you think the old token is known to somebody, or is the board a new one?',
		insteadLink: 'Make new firmware instead',
		regenerate: (name: string): Told => ({
			title: `Make new firmware for ${name}?`,
			action: 'Regenerate Token',
			what: [
				{
					icon: 'unlink',
					bad: true,
					title: 'The old token is dead at once',
					text: 'Its link is closed, and it cannot come back with it.',
				},
				{
					icon: 'usb',
					bad: true,
					title: 'Needs a re-flash',
					text: 'You get a new registration key, good for 24 hours, and the board’s new file.',
				},
				{
					icon: 'clock',
					bad: false,
					title: 'Name, history and settings stay',
					text: 'It becomes the same device again.',
				},
			],
		}),
		revoke: (name: string, relays: string): Told => ({
			title: `Revoke the token of ${name}?`,
			action: 'Revoke Token',
			what: [
				{
					icon: 'unlink',
					bad: true,
					title: 'Disconnected at once',
					text: 'Nobody can switch it from here any more. A board that is away cannot come back either.',
				},
				{
					icon: 'usb',
					bad: true,
					title: 'Needs a re-flash to come back',
					text: 'It cannot reconnect until you make new firmware.',
				},
				relaysStay(relays),
				{
					icon: 'clock',
					bad: false,
					title: 'Name and history are kept',
					text: 'The device stays in My devices, without a board.',
				},
			],
		}),
		milder: ['Only want a new token?', 'Regenerate Token', 'keeps the board connected.'],
		relayIs: (name: string, on: boolean) => `${name} ${on ? 'on' : 'off'}`,
		upgrade: (name: string): Told => ({
			title: `Upgrade ${name} to Secure v2?`,
			action: 'Upgrade to Secure v2',
			what: [
				{
					icon: 'usb',
					bad: false,
					title: 'Needs a re-flash',
					text: 'You get a registration key, good for 24 hours, and the board’s new file.',
				},
				{
					icon: 'shield',
					bad: false,
					title: 'The polling token works until then',
					text: 'It is dead as soon as the board has connected with Secure v2.',
				},
				{ icon: 'clock', bad: false, title: 'Name and history stay', text: 'It becomes the same device again.' },
			],
		}),
		remove: (name: string, relays: string): Told => ({
			title: `Delete ${name}?`,
			action: 'Delete device',
			what: [
				{ icon: 'unlink', bad: true, title: 'Disconnected at once', text: 'Nobody can switch it from here any more.' },
				{
					icon: 'usb',
					bad: true,
					title: 'Needs a re-flash to come back',
					text: 'Its token is dead for good; the board keeps asking in vain.',
				},
				{
					icon: 'trash',
					bad: true,
					title: 'Its history is deleted',
					text: 'Name, settings, readings and log are gone for good.',
				},
				relaysStay(relays),
			],
		}),
		reboot: (name: string): Told => ({
			title: `Reboot ${name}?`,
			action: 'Reboot',
			what: [
				{ icon: 'power', bad: true, title: 'Away for some seconds', text: 'It comes back by itself.' },
				{
					icon: 'relay',
					bad: false,
					title: 'Relays come back as they are now',
					text: 'Contacts may drop for a moment while the chip is in reset.',
				},
			],
		}),
		removeRelay: (name: string): Told => ({
			title: `Remove the relay ${name}?`,
			action: 'Remove relay',
			what: [
				{
					icon: 'calendar',
					bad: true,
					title: 'Its schedules go with it',
					text: 'Its wall switches are only shown then.',
				},
				{ icon: 'check', bad: false, title: 'Not before you save', text: 'Discard brings it back.' },
			],
		}),
	},
	firmware: {
		board: 'Board',
		boardHint: 'The board that shall become this device.',
		pinOf: (relay: string) => `Pin of ${relay}`,
		logicOf: (relay: string) => `Logic of ${relay}`,
		shared: 'Two relays share a pin.',
	},

	system: {
		title: 'System Information',
		id: 'Device ID',
		mac: 'MAC',
		board: 'Board',
		chip: 'Chip',
		firmware: 'Firmware',
		uptime: 'Uptime',
		heap: 'Free heap',
		heapOf: (bytes: number) => `${(bytes / 1_000).toFixed(1)} kB`,
		signal: 'Signal',
		wifi: 'Wi-Fi',
		ip: 'IP Address',
		lastSeen: 'Last Seen',
		claimed: 'Claimed',
		unknown: '–',
		identify: 'Identify',
		identified: 'The board blinks its light for some seconds.',
		reboot: 'Reboot',
		rebooting: 'The board reboots.',
		remove: 'Delete device',
	},
	history: {
		title: 'History',
		none: 'Nothing has happened yet.',
		all: 'Show all in Activity',
	},
	log: {
		title: 'Board log',
		none: 'The board has sent no lines yet.',
		label: 'Last lines of the board’s log',
		levels: { warn: 'warning: ', error: 'error: ' },
		follow: 'To the newest',
	},
	/** behind the point, of a value in that unit */
	digits: { celsius: 1, percent: 0, hectopascal: 0 } satisfies Record<Unit, number>,
};

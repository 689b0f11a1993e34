import type { Change, ChangedPart, ChangedSchedule, ChangedValue } from './changes.ts';
import type { ScheduleWhen } from './plan.ts';
import type { Unit } from './shapes.ts';

const SECOND_MS = 1_000;
const PARTS: [ms: number, sign: string][] = [
	[24 * 3_600_000, 'd'],
	[3_600_000, 'h'],
	[60_000, 'min'],
	[SECOND_MS, 's'],
];
const MINUTES_OF_AN_HOUR = 60;
const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const EVERY_DAY = 127;

/** Changes in the audit log, in English. Another language has an object of this shape. */
export const CHANGE_WORDS = {
	part: { relay: 'Relay', sensor: 'Sensor', schedule: 'Schedule' },
	order: 'order of the relays',
	goneRelay: 'a relay of a deleted device',
	added: (part: string) => `${part} added`,
	removed: (part: string) => `${part} removed`,
	/** names of values; one that is not here is shown as the hub calls it */
	keys: {
		name: 'name',
		icon: 'icon',
		kind: 'kind',
		pin: 'pin',
		pin2: 'second pin',
		address: 'address',
		logic: 'logic',
		powerOn: 'power-on state',
		maxOn: 'longest on-time',
		pulse: 'pulse',
		interlock: 'interlock group',
		deadTime: 'dead time',
		allOff: '“All off”',
		mode: 'mode',
		relay: 'relay',
		pullUp: 'pull-up',
		debounce: 'debounce time',
		hold: 'hold time',
		type: 'type',
		calibration: 'calibration',
		state: '',
		timeZone: 'time zone',
		historyDays: 'days of history',
		place: 'place',
	} as Record<string, string>,
	/** values that are words; others are shown as they are */
	values: {
		none: 'none',
		on: 'on',
		off: 'off',
		last: 'as it was',
		positive: 'positive',
		negative: 'negative',
		pullsLow: 'pulls low',
		pullsHigh: 'pulls high',
		included: 'included',
		leftOut: 'left out',
		switch: 'switch',
		contact: 'contact',
		motion: 'motion',
	} as Record<string, string>,
	duration,
	offset: (unit: Unit, by: number) => `${by > 0 ? '+' : '−'}${Math.abs(by)} ${SIGNS[unit]}`,
	/** "Pump on for 20 min, Mon, Tue at 07:30" */
	schedule({ relay, on, weekdays, event, minutes, forMs, when = 'always', varyMinutes = 0 }: ChangedSchedule): string {
		const days = weekdays === EVERY_DAY ? 'every day' : WEEKDAYS.filter((_, day) => weekdays & (1 << day)).join(', ');
		const distance = Math.abs(minutes);
		const beforeOrAfter = `${duration(distance * 60 * SECOND_MS)} ${minutes < 0 ? 'before' : 'after'} ${event}`;
		const digits = (value: number) => String(value).padStart(2, '0');
		const clock = `${digits(Math.floor(distance / MINUTES_OF_AN_HOUR))}:${digits(distance % MINUTES_OF_AN_HOUR)}`;
		const at = event === 'time' ? `at ${clock}` : minutes === 0 ? `at ${event}` : beforeOrAfter;
		const what = `${relay ?? 'none'} ${on ? 'on' : 'off'}${on && forMs > 0 ? ` for ${duration(forMs)}` : ''}`;
		const varied = varyMinutes > 0 ? `, in a vacation up to ${duration(varyMinutes * 60 * SECOND_MS)} off` : '';
		return `${what}, ${days} ${at}${WHENS[when]}${varied}`;
	},
};
const WHENS: Record<ScheduleWhen, string> = {
	always: '',
	'at-home': ', only at home',
	'in-vacation': ', only in a vacation',
};
const SIGNS: Record<Unit, string> = { celsius: '°C', percent: '%', hectopascal: 'hPa', lux: 'lx' };

/** "2 h 5 min", "1.5 s", "500 ms": to the millisecond, and nothing that is zero. */
function duration(ms: number): string {
	if (ms < SECOND_MS) return `${ms} ms`;
	let left = ms;
	return PARTS.flatMap(([part, sign]) => {
		const count = part === SECOND_MS ? left / SECOND_MS : Math.floor(left / part);
		left -= count * part;
		return count > 0 ? [`${count} ${sign}`] : [];
	}).join(' ');
}

type ChangeWords = typeof CHANGE_WORDS;

/**
 * "Fan: pin D1 → D2; Schedule 2 removed". Names that people chose stand in it as they are.
 */
export function tellChanges(changes: readonly Change[], words: ChangeWords): string {
	return changes.map((change) => tell(change, words)).join('; ');
}

function tell({ part, what, values }: Change, words: ChangeWords): string {
	const told = values.map(({ key, before, after }) =>
		[words.keys[key] ?? key, [before, after].flatMap((value) => (value ? [valueText(value, words)] : [])).join(' → ')]
			.filter(Boolean)
			.join(' '),
	);
	const name = partText(part, words);
	if (what === 'added') return [words.added(name), ...told].join(': ');
	if (what === 'removed') return [words.removed(name), ...told].join(': ');
	return [name, told.join(', ')].filter(Boolean).join(': ');
}

function partText(part: ChangedPart, words: ChangeWords): string {
	if ('name' in part) return part.device === undefined ? part.name : `${part.name}, ${part.device}`;
	switch (part.kind) {
		case 'itself':
			return '';
		case 'order':
			return words.order;
		case 'rest':
			return '…';
		case 'gone-relay':
			return words.goneRelay;
		default:
			return `${words.part[part.kind]} ${part.id}`;
	}
}

function valueText(value: ChangedValue, words: ChangeWords): string {
	if ('text' in value) return value.text;
	if ('word' in value) return words.values[value.word] ?? value.word;
	if ('ms' in value) return words.duration(value.ms);
	if ('schedule' in value) return words.schedule(value.schedule);
	return value.offsets.map(({ unit, by }) => words.offset(unit, by)).join(', ');
}

/** The plan of a device: its relays, inputs, sensors and schedules, as people make it and the hub keeps it. */
import { z } from 'zod';
import { saying } from './faults.ts';
import { LIMITS } from './limits.ts';
import { at, durationMs, gpio, name } from './shapes.ts';

export const RelayIcon = z.enum(['plug', 'light', 'fan', 'pump', 'valve', 'heat', 'door', 'blind', 'garden', 'bell']);
export type RelayIcon = z.infer<typeof RelayIcon>;

export const PowerOn = z.enum(['off', 'on', 'last']);
export type PowerOn = z.infer<typeof PowerOn>;

/** Only the hub knows name, icon, place in the list and notInAllOff. The board does everything else, even without the hub. */
export const RelayPlan = z.object({
	/** 1…16, stays with the relay for its life */
	id: z.number().int().min(1).max(LIMITS.relays),
	name,
	icon: RelayIcon.default('plug'),
	gpio,
	activeLow: z.boolean(),
	/** what it does when power comes back */
	powerOn: PowerOn.default('off'),
	/** longest on-time, 0 = no limit */
	maxOnMs: durationMs.default(0),
	/** every "on" is a pulse of this length, 0 = latching */
	pulseMs: z.number().int().min(0).max(LIMITS.pulseMs).default(0),
	/** relays of one group are never on together, 0 = none */
	interlockGroup: z.number().int().min(0).max(LIMITS.interlockGroups).default(0),
	/** between one relay of the group going off and another going on */
	deadTimeMs: z.number().int().min(0).max(LIMITS.deadTimeMs).default(0),
	/** "All off" of its room leaves it as it is; only the hub knows it. Absent = false */
	notInAllOff: z.boolean().optional(),
});
export type RelayPlan = z.output<typeof RelayPlan>;

export const InputMode = z.enum(['push-button', 'toggle', 'follow', 'detached']);
export type InputMode = z.infer<typeof InputMode>;

export const InputKind = z.enum(['switch', 'contact', 'motion']);
export type InputKind = z.infer<typeof InputKind>;

/** A wall switch, a contact or a motion detector on a pin of the board. */
export const InputPlan = z.object({
	id: z.number().int().min(1).max(LIMITS.inputs),
	name,
	gpio,
	mode: InputMode,
	/** the relay it works on; null where it is detached: only shown */
	relay: z.number().int().min(1).max(LIMITS.relays).nullable(),
	/** true: the closed switch pulls the pin low */
	activeLow: z.boolean().default(true),
	/** false: the switch has a resistor of its own, which a pin that the chip cannot pull up needs */
	pullUp: z.boolean().default(true),
	debounceMs: z.number().int().min(LIMITS.debounceMinMs).max(LIMITS.debounceMaxMs).default(30),
	/** absent = a wall switch; the others are shown on Home */
	kind: InputKind.exclude(['switch']).optional(),
	/** of motion: it lasts until nothing has moved for this long; absent = 0 */
	holdMs: z.number().int().min(0).max(LIMITS.holdMs).optional(),
});
export type InputPlan = z.output<typeof InputPlan>;

export const SensorType = z.enum([
	'dht22',
	'ds18b20',
	'sht3x',
	'bme280',
	'virtual',
	'dht11',
	'sht4x',
	'bmp280',
	'bh1750',
]);
export type SensorType = z.infer<typeof SensorType>;

const offset = z.number().min(-LIMITS.calibration).max(LIMITS.calibration).optional();

export const SensorPlan = z.object({
	id: z.number().int().min(1).max(LIMITS.sensors),
	type: SensorType,
	/** what people call it; only the hub knows it */
	name: name.optional(),
	/** data, or SDA; absent for a virtual sensor */
	gpio: gpio.optional(),
	/** SCL, where the sensor speaks I2C */
	gpio2: gpio.optional(),
	/** hex digits of the address of a DS18B20 that shares its pin, as it comes over the wire; absent = it is the only one there */
	address: z
		.string()
		.regex(/^[\da-f]{16}$/)
		.optional(),
	/** added to every reading, on the board */
	calibration: z.object({ celsius: offset, percent: offset, hectopascal: offset }).default({}),
});
export type SensorPlan = z.output<typeof SensorPlan>;

export const ScheduleEvent = z.enum(['time', 'sunrise', 'sunset']);
export type ScheduleEvent = z.infer<typeof ScheduleEvent>;

/** In which of the household's days a schedule runs. */
export const ScheduleWhen = z.enum(['always', 'at-home', 'in-vacation']);
export type ScheduleWhen = z.infer<typeof ScheduleWhen>;

export const SchedulePlan = z
	.object({
		id: z.number().int().min(1).max(LIMITS.schedules),
		relay: z.number().int().min(1).max(LIMITS.relays),
		on: z.boolean(),
		/** bit 0 = Monday … bit 6 = Sunday */
		weekdays: z.number().int().min(1, saying('choose-days')).max(127),
		event: ScheduleEvent,
		/** time: minute of the day, local; otherwise minutes after (negative: before) the sun's event */
		minutes: z.number().int(),
		/** with on: off again after this time, 0 = stays */
		forMs: durationMs.default(0),
		when: ScheduleWhen.default('always'),
		/** in a vacation it runs up to this much earlier or later, drawn by the board anew for every day */
		varyMinutes: z.number().int().min(0).max(LIMITS.varyMinutes).default(0),
	})
	.refine(
		({ event, minutes }) =>
			event === 'time' ? minutes >= 0 && minutes < 1_440 : Math.abs(minutes) <= LIMITS.sunOffsetMinutes,
		{ message: saying('no-time-of-day'), path: ['minutes'] },
	);
export type SchedulePlan = z.output<typeof SchedulePlan>;

const parts = {
	relays: z.array(RelayPlan).max(LIMITS.relays),
	inputs: z.array(InputPlan).max(LIMITS.inputs).default([]),
	sensors: z.array(SensorPlan).max(LIMITS.sensors),
	schedules: z.array(SchedulePlan).max(LIMITS.schedules).default([]),
};

/** Relays in the order people see them. */
export const DevicePlan = z.object(parts);
export type DevicePlan = z.output<typeof DevicePlan>;

/**
 * PUT /devices/:id/config → DeviceConfig. `version` is that of the plan it was made from; if the plan has another one
 * by now, that is a conflict, so that nobody overwrites what they have not seen. A change of names, icons or order
 * alone is not sent to the board.
 */
export const ConfigureBody = z.object({ version: z.number().int().min(1), ...parts });
export type ConfigureBody = z.input<typeof ConfigureBody>;

/** How far a configuration has come. If the board refused it, the board still runs the one before. */
export const ConfigState = z.enum(['applied', 'sent', 'waiting', 'refused']);
export type ConfigState = z.infer<typeof ConfigState>;

export const ConfigView = z.object({
	/** counts every change of the plan, names included */
	version: z.number().int(),
	/** `waiting`: applied at the board's next connection */
	state: ConfigState,
	/** the board's reason, in words, where it refused */
	error: z.string().nullable(),
	changedAt: at.nullable(),
	appliedAt: at.nullable(),
	/** name of the second Wi-Fi network the board falls back to */
	secondWifi: z.string().nullable(),
});
export type ConfigView = z.infer<typeof ConfigView>;

/** How many of each a board has room for. */
export const Capacity = z.object({
	relays: z.number().int(),
	inputs: z.number().int(),
	sensors: z.number().int(),
	schedules: z.number().int(),
});
export type Capacity = z.infer<typeof Capacity>;

/** GET /devices/:id/config */
export const DeviceConfig = z.object({
	config: ConfigView,
	plan: DevicePlan,
	/** the plan the board runs where it refused the newer one, null otherwise */
	running: DevicePlan.nullable(),
	capacity: Capacity,
	/** the sensors that its board and the firmware on it can read; absent from an older hub, or of a board that polls = not known */
	reads: z.array(SensorType).optional(),
	/** the firmware on its board cannot hold motion; absent = it can, or it is not known */
	holdsNoMotion: z.literal(true).optional(),
});
export type DeviceConfig = z.infer<typeof DeviceConfig>;

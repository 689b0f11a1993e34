import { create } from '@bufbuild/protobuf';
import type {
	DevicePlan,
	InputKind,
	InputMode,
	ScheduleEvent as ScheduleEventWord,
	ScheduleWhen as ScheduleWhenWord,
	SensorType as SensorTypeWord,
} from '../../../protocol/dashboard/plan.ts';
import { CALIBRATED_UNITS } from '../../../protocol/dashboard/sensor-types.ts';
import { hasAddress } from '../../../protocol/dashboard/one-wire.ts';
import type { Wifi } from '../../../protocol/dashboard/shapes.ts';
import {
	type Configure,
	ConfigureSchema,
	InputKind as WireInputKind,
	InputMode as WireInputMode,
	PowerOnState,
	ScheduleEvent,
	ScheduleWhen,
	SensorType,
	Unit,
} from '../../../protocol/device_pb.ts';
import { findBoard } from '../../boards/catalogue.ts';
import { hasPullUp } from '../../boards/pin-refusal.ts';
import { NO_HOLD, type WireHold } from './hold.ts';

/** Where the household is and what its clocks show, for schedules. */
export interface Place {
	/** POSIX TZ */
	timeZone: string;
	/** degrees, north and east positive; null if the household has not said */
	at: { latitude: number; longitude: number } | null;
}

const SENSOR_TYPES = {
	dht22: SensorType.DHT22,
	ds18b20: SensorType.DS18B20,
	sht3x: SensorType.SHT3X,
	bme280: SensorType.BME280,
	virtual: SensorType.VIRTUAL,
	dht11: SensorType.DHT11,
	sht4x: SensorType.SHT4X,
	bmp280: SensorType.BMP280,
	bh1750: SensorType.BH1750,
} as const satisfies Record<SensorTypeWord, SensorType>;
const POWER_ON = { off: PowerOnState.OFF, on: PowerOnState.ON, last: PowerOnState.LAST } as const;
const INPUT_MODES: Record<InputMode, WireInputMode> = {
	'push-button': WireInputMode.PUSH_BUTTON,
	toggle: WireInputMode.TOGGLE,
	follow: WireInputMode.FOLLOW,
	detached: WireInputMode.DETACHED,
};
const INPUT_KINDS: Record<InputKind, WireInputKind> = {
	switch: WireInputKind.SWITCH,
	contact: WireInputKind.CONTACT,
	motion: WireInputKind.MOTION,
};
const EVENTS: Record<ScheduleEventWord, ScheduleEvent> = {
	time: ScheduleEvent.TIME,
	sunrise: ScheduleEvent.SUNRISE,
	sunset: ScheduleEvent.SUNSET,
};
const WHENS: Record<ScheduleWhenWord, ScheduleWhen> = {
	always: ScheduleWhen.ALWAYS,
	'at-home': ScheduleWhen.AT_HOME,
	'in-vacation': ScheduleWhen.IN_VACATION,
};
const UNITS = { celsius: Unit.CELSIUS, percent: Unit.PERCENT, hectopascal: Unit.HECTOPASCAL } as const;

/** Encodes the part of a plan that the board runs. Names, icons and order are not in it. */
export function configureOf(options: {
	/** its id in the catalogue; without it, inputs have the pull-ups that the plan says */
	board?: string;
	revision: number;
	plan: DevicePlan;
	place?: Place | undefined;
	wifi?: Wifi | undefined;
	/** what holds its schedules, absent = nothing */
	hold?: WireHold;
}): Configure {
	const { revision, plan, place, wifi, hold: { hold, pausedUntilMinutes } = NO_HOLD } = options;
	const board = findBoard(options.board ?? '');
	return create(ConfigureSchema, {
		revision,
		relays: plan.relays.map(({ gpio, powerOn, ...relay }) => ({
			id: relay.id,
			pin: gpio,
			activeLow: relay.activeLow,
			powerOn: POWER_ON[powerOn],
			maxOnMs: relay.maxOnMs,
			pulseMs: relay.pulseMs,
			interlockGroup: relay.interlockGroup,
			deadTimeMs: relay.deadTimeMs,
		})),
		inputs: plan.inputs.map(({ id, gpio, mode, relay, activeLow, pullUp, debounceMs, kind, holdMs }) => ({
			id,
			pin: gpio,
			mode: INPUT_MODES[mode],
			relay: relay ?? 0,
			activeLow,
			pullUp: pullUp && hasPullUp(board, gpio),
			debounceMs,
			kind: INPUT_KINDS[kind ?? 'switch'],
			holdMs: kind === 'motion' ? (holdMs ?? 0) : 0,
		})),
		sensors: plan.sensors.map(({ id, type, gpio, gpio2, address, calibration }) => ({
			id,
			type: SENSOR_TYPES[type],
			pin: gpio ?? 0,
			pin2: gpio2 ?? 0,
			...(address !== undefined && hasAddress({ type }) ? { address: Buffer.from(address, 'hex') } : {}),
			calibration: CALIBRATED_UNITS.flatMap((unit) =>
				calibration[unit] ? [{ unit: UNITS[unit], offset: calibration[unit] }] : [],
			),
		})),
		schedules: plan.schedules.map(({ id, relay, on, weekdays, event, minutes, forMs, when, varyMinutes }) => ({
			id,
			relay,
			on,
			weekdays,
			event: EVENTS[event],
			minutes,
			forMs: on ? forMs : 0,
			when: WHENS[when],
			varyMinutes,
			pausedUntilMinute: pausedUntilMinutes[id] ?? 0,
		})),
		...(wifi ? { wifi } : {}),
		...(hold ? { hold } : {}),
		...(place?.at ? { place: placeOf(place.timeZone, place.at) } : {}),
	});
}

/** A board has no use for the town's name. */
function placeOf(timeZone: string, { latitude, longitude }: { latitude: number; longitude: number }) {
	return { timeZone, latitude, longitude };
}

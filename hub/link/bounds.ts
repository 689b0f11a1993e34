import { LIMITS } from '../../protocol/dashboard/limits.ts';
import { BootReason, Cause, Credential, GoodbyeReason, LogLevel, Unit } from '../../protocol/device_pb.ts';
import { MAC_BYTES } from '../../protocol/mac.ts';
import { KEY_ID_BYTES, PROTOCOL_VERSION } from './faults.ts';

/** The rule of one field: turns what a board sent into what the hub accepts; `null` (or 0 of an enum) if out of range. */
export type Rule<In, Out> = ((said: In) => Out) & { readonly takes: string };

const UINT32_MAX = 2 ** 32 - 1;
/** Revisions rise by one with every change; a larger number is not a revision. */
const REVISION_MAX = 2 ** 31 - 1;
/** Boards keep ids in one byte. */
const ID_MAX = 255;
/** Bytes of a configuration: at least one message, and no board keeps more than a few sectors of its flash for it. */
const CONFIG_MAX = 2 ** 16;
/** A board runs for years without a restart, but not for decades. */
const UPTIME_MAX_MS = 20 * 366 * 24 * 3_600_000;
/** Bytes. No board of this kind has more memory, or room for a larger image. */
const HEAP_MAX = 2 ** 28;
const IMAGE_MAX = 2 ** 26;
/** dBm. 0 stands for "no radio"; an ESP8266 sends 31 if it could not measure. */
const RSSI = { least: -127, most: -1 };
/** of a sensor on a one-wire bus */
const SENSOR_ADDRESS_BYTES = 8;
/** Characters of a short word (version, chip, id) and of a sentence; both fit a frame. */
const WORD_MAX = 64;
const SENTENCE_MAX = 200;

/** What a sensor can measure, calibration included. A value outside is no reading. */
export const MEASURABLE = {
	[Unit.CELSIUS]: { least: -120, most: 220 },
	[Unit.PERCENT]: { least: -LIMITS.calibration, most: 100 + LIMITS.calibration },
	[Unit.HECTOPASCAL]: { least: 200, most: 1_300 },
	// brighter than the sun at noon
	[Unit.LUX]: { least: 0, most: 200_000 },
} as const;

function rule<In, Out>(takes: string, take: (said: In) => Out): Rule<In, Out> {
	return Object.assign(take, { takes });
}

function whole(least: number, most: number): Rule<number | bigint, number | null> {
	return rule(`${least}…${most}`, (said) => {
		const number = Number(said);
		return number >= least && number <= most ? number : null;
	});
}

/** NaN and the infinities are outside of every range. */
function real(least: number, most: number): Rule<number, number | null> {
	return rule(`${least}…${most}`, (said) => (said >= least && said <= most ? said : null));
}

function flag(): Rule<boolean, boolean> {
	return rule('true, false', (said) => said);
}

/** A value that this hub does not know is 0, which every enum has as "unspecified". */
function oneOf<E extends number>(values: Record<string, string | number>): Rule<E, E> {
	return rule('a known value', (said) => (said in values ? said : (0 as E)));
}

/** Copied, because the result may be kept and must not keep the whole message in memory. */
function bytes(length: number): Rule<Uint8Array, Uint8Array | null> {
	return rule(`${length} bytes`, (said) => (said.length === length ? new Uint8Array(said) : null));
}

/** For values that are only compared, so any is accepted. */
function any<Value>(takes: string): Rule<Value, Value> {
	return rule(takes, (said) => said);
}

/** Control characters (including U+0000), line ends, halves of a character, and marks that change the direction of text. */
const UNPRINTABLE = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\p{Bidi_Control}]/gu;

/** Text that is safe to store, log and show: at most `most` characters, with U+FFFD for what cannot be shown. */
export function cleanText(said: string, most: number): string {
	return said.slice(0, most).replace(UNPRINTABLE, '\ufffd');
}

function text(most: number): Rule<string, string> {
	return rule(`at most ${most} characters`, (said) => cleanText(said, most));
}

/**
 * Every field a board can send, and the values the hub accepts. The only place that checks what boards send: all
 * messages pass through here before the rest of the hub sees them.
 */
export const BOUNDS = {
	Preface: {
		protocol: whole(PROTOCOL_VERSION, PROTOCOL_VERSION),
		credential: oneOf<Credential>(Credential),
		keyId: bytes(KEY_ID_BYTES),
	},
	Hello: {
		deviceId: text(WORD_MAX),
		mac: bytes(MAC_BYTES),
		board: text(WORD_MAX),
		firmware: text(WORD_MAX),
		chip: text(WORD_MAX),
		bootId: any<bigint>('64 bits'),
		bootCount: any<number>('32 bits'),
		bootReason: oneOf<BootReason>(BootReason),
		uptimeMs: whole(0, UPTIME_MAX_MS),
		freeHeap: whole(1, HEAP_MAX),
		rssi: whole(RSSI.least, RSSI.most),
		ssid: text(LIMITS.ssidBytes),
		configRevision: whole(0, REVISION_MAX),
		features: any<number>('32 bits'),
	},
	Capacity: {
		relays: whole(1, ID_MAX),
		inputs: whole(0, ID_MAX),
		sensors: whole(0, ID_MAX),
		schedules: whole(0, ID_MAX),
		configBytes: whole(LIMITS.messageBytes, CONFIG_MAX),
	},
	Beat: {
		uptimeMs: whole(0, UPTIME_MAX_MS),
		freeHeap: whole(1, HEAP_MAX),
		rssi: whole(RSSI.least, RSSI.most),
		clockUnset: flag(),
	},
	RelayState: {
		relay: whole(1, ID_MAX),
		on: flag(),
		cause: oneOf<Cause>(Cause),
		commandId: whole(1, UINT32_MAX),
		changedMs: whole(0, UPTIME_MAX_MS),
		remainingMs: whole(1, LIMITS.forMs),
		waitingMs: whole(1, LIMITS.deadTimeMs),
	},
	InputState: { input: whole(1, ID_MAX), on: flag() },
	SensorReading: {
		sensor: whole(1, ID_MAX),
		value: real(MEASURABLE[Unit.CELSIUS].least, MEASURABLE[Unit.LUX].most),
		unit: oneOf<Unit>(Unit),
	},
	FoundSensor: {
		pin: whole(0, ID_MAX),
		address: bytes(SENSOR_ADDRESS_BYTES),
		celsius: real(MEASURABLE[Unit.CELSIUS].least, MEASURABLE[Unit.CELSIUS].most),
	},
	Provisioned: { keyId: bytes(KEY_ID_BYTES) },
	ConfigApplied: { revision: whole(0, REVISION_MAX), error: text(SENTENCE_MAX) },
	Log: { level: oneOf<LogLevel>(LogLevel), text: text(SENTENCE_MAX) },
	OtaProgress: { nextOffset: whole(0, IMAGE_MAX), error: text(SENTENCE_MAX), done: flag() },
	Goodbye: { reason: oneOf<GoodbyeReason>(GoodbyeReason) },
} as const;

type Bounds = typeof BOUNDS;
/** A message after the check: whole numbers are of type number, and values out of range are null. */
export type Bounded<Name extends keyof Bounds> = {
	[Field in keyof Bounds[Name]]: Bounds[Name][Field] extends Rule<never, infer Out> ? Out : never;
};

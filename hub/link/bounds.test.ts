import { type DescField, type DescMessage, ScalarType, create, fromBinary, toBinary } from '@bufbuild/protobuf';
import { describe, expect, it } from 'vitest';
import { CapacitySchema, FromDeviceSchema, HelloSchema, PrefaceSchema, Unit } from '../../protocol/device_pb.ts';
import { boundHello, boundMessage } from './board-message.ts';
import { BOUNDS } from './bounds.ts';

/** Every message a board sends: the two of the handshake, and all that a transport frame can hold. */
const MESSAGES: DescMessage[] = [
	PrefaceSchema,
	HelloSchema,
	CapacitySchema,
	...FromDeviceSchema.fields.flatMap((field) => (field.fieldKind === 'message' ? [field.message] : [])),
];
/** Messages within messages have rows of their own. */
const FIELDS = MESSAGES.flatMap((message) =>
	message.fields.filter((field) => field.fieldKind !== 'message').map((field) => ({ message, field })),
);
const name = ({ message, field }: { message: DescMessage; field: DescField }) => `${message.name}.${field.localName}`;
const rowOf = (message: string, field: string) =>
	(BOUNDS as unknown as Record<string, Record<string, ((said: unknown) => unknown) | undefined>>)[message]?.[field];

const MAX_64 = 2n ** 64n - 1n;
const TEXTS = [
	'\u0000',
	'a\u0000b',
	'\ud800',
	'x\udc00y',
	'line\nline\r\u2028',
	'\u202eevil',
	'x'.repeat(900),
	'\u{1f4a1}'.repeat(225),
	`${'x'.repeat(199)}\u{1f4a1}`,
];

/** What an attacker would send in a field of this kind. */
function hostile(field: DescField): unknown[] {
	if (field.fieldKind === 'enum') return [1, 2, 99, 2 ** 31 - 1, -1];
	if (field.fieldKind !== 'scalar') throw new Error(`${field.name} is of a kind that this test does not know yet.`);
	switch (field.scalar) {
		case ScalarType.UINT32:
			return [0, 1, 255, 256, 2 ** 31, 2 ** 32 - 1];
		case ScalarType.SINT32:
			return [0, 1, -1, -127, -128, 31, 2 ** 31 - 1, -(2 ** 31)];
		case ScalarType.UINT64:
			return [0n, 1n, 2n ** 53n, 2n ** 63n, MAX_64];
		case ScalarType.FLOAT:
			return [NaN, Infinity, -Infinity, 3.4e38, -3.4e38, 1e17, -1e17, 1e-40, -0, 21.5];
		case ScalarType.BOOL:
			return [false, true];
		case ScalarType.BYTES:
			return [0, 1, 5, 6, 7, 15, 16, 17, 600].map((length) => new Uint8Array(length).fill(0xff));
		case ScalarType.STRING:
			return TEXTS;
		default:
			throw new Error(`${field.name} is of a kind that this test does not know yet.`);
	}
}

/** Whether the rest of the hub can store, log and show this value. */
function isSafe(value: unknown): boolean {
	if (value === null || typeof value === 'boolean' || value instanceof Uint8Array) return true;
	if (typeof value === 'bigint') return value >= 0n && value <= MAX_64;
	if (typeof value === 'number') return Number.isFinite(value) && Math.abs(value) <= Number.MAX_SAFE_INTEGER;
	const unprintable = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u;
	return typeof value === 'string' && value.length <= 200 && !unprintable.test(value);
}

describe('the bounds of messages from boards', () => {
	it('have a row for every field of every message that a board sends, and no other', () => {
		const rows = Object.entries(BOUNDS).flatMap(([message, fields]) =>
			Object.keys(fields).map((field) => `${message}.${field}`),
		);
		expect(rows.toSorted()).toEqual(FIELDS.map(name).toSorted());
	});

	it.each(FIELDS.map((one) => [name(one), one] as const))('let nothing through that harms the hub in %s', (_, one) => {
		const row = rowOf(one.message.name, one.field.localName)!;
		for (const said of hostile(one.field)) expect(isSafe(row(said)), String(said)).toBe(true);
	});

	it.each(FIELDS.filter(({ message }) => message !== PrefaceSchema).map((one) => [name(one), one] as const))(
		'hold for a frame with a hostile %s',
		(_, { message, field }) => {
			for (const said of hostile(field)) {
				if (typeof said === 'string' && /\p{Cs}/u.test(said)) continue; // no encoder writes it, see the bytes below
				const value = create(message, { ...honest(message), [field.localName]: said });
				const taken = throughTheDoor(message, value);
				for (const [key, out] of Object.entries(taken ?? {}))
					expect(isSafe(out), `${key} of ${String(said)}`).toBe(true);
			}
		},
	);

	it('turn invalid UTF-8 in a text into replacement characters', () => {
		// Log { text: ED A0 80 (a lone surrogate), FF, C0 80 (an overlong U+0000) }
		const log = Uint8Array.of(0x32, 0x08, 0x12, 0x06, 0xed, 0xa0, 0x80, 0xff, 0xc0, 0x80);
		const message = boundMessage(fromBinary(FromDeviceSchema, log));
		expect(message).toMatchObject({ case: 'log', value: { text: expect.stringMatching(/^\ufffd+$/) as unknown } });
	});

	it.each([
		['2⁶⁴−1 ms ago', { changedMs: MAX_64 }, { changedMs: null }],
		['waiting for 2³²−1 ms', { waitingMs: 2 ** 32 - 1 }, { waitingMs: null }],
		['off by itself in 49 days', { remainingMs: 2 ** 32 - 1 }, { remainingMs: null }],
		['with an unknown cause', { cause: 99 }, { cause: 0 }],
	])('ignore that part of a relay that changed %s', (_, said, taken) => {
		const message = { case: 'relayState' as const, value: { relay: 1, on: true, ...said } };
		expect(boundMessage(create(FromDeviceSchema, { message }))).toMatchObject({
			value: { relay: 1, on: true, ...taken },
		});
	});

	it.each([
		[Unit.CELSIUS, 3.4e38, null],
		[Unit.CELSIUS, 1e17, null],
		[Unit.CELSIUS, 1_000, null],
		[Unit.CELSIUS, NaN, null],
		[Unit.CELSIUS, -55, -55],
		[Unit.PERCENT, 101.5, 101.5],
		[Unit.PERCENT, 300, null],
		[Unit.HECTOPASCAL, 1_013, 1_013],
		[Unit.HECTOPASCAL, 0, null],
	])('take a reading in unit %i of %f as %j', (unit, value, taken) => {
		const message = { case: 'sensorReading' as const, value: { sensor: 1, unit, value } };
		expect(boundMessage(create(FromDeviceSchema, { message }))).toMatchObject({ value: { value: taken } });
	});

	it.each([
		['all zeros', '000000000000', 'ESP_000000000000'],
		['all ones', 'FFFFFFFFFFFF', 'ESP_FFFFFFFFFFFF'],
		['of a group', '03AABBCCDDEE', 'ESP_03AABBCCDDEE'],
		['that is not its device id', '02AABBCCDDEE', 'ESP_02AABBCCDDEF'],
		['too short', '02AABBCCDD', 'ESP_02AABBCCDD'],
		['without a device id', '02AABBCCDDEE', ''],
	])('refuse a board whose MAC is %s', (_, mac, deviceId) => {
		expect(boundHello(create(HelloSchema, { mac: Buffer.from(mac, 'hex'), deviceId }))).toBeUndefined();
	});
});

/** Fields as a good board sends them, so that only one field is wrong. */
function honest(message: DescMessage): Record<string, unknown> {
	if (message === CapacitySchema) return { relays: 8, inputs: 8, sensors: 4, schedules: 16, configBytes: 1_008 };
	if (message === HelloSchema) return { deviceId: 'ESP_02AABBCCDDEE', mac: Buffer.from('02AABBCCDDEE', 'hex') };
	const ids = { relay: 1, input: 1, sensor: 1, unit: Unit.CELSIUS, keyId: new Uint8Array(16), revision: 1 };
	return Object.fromEntries(
		Object.entries(ids).filter(([key]) => message.fields.some(({ localName }) => localName === key)),
	);
}

/** Encodes a message and bounds it, as it happens over the wire. */
function throughTheDoor(message: DescMessage, value: ReturnType<typeof create>): object | undefined {
	if (message === CapacitySchema) {
		const hello = create(HelloSchema, { ...honest(HelloSchema), capacity: value } as never);
		return boundHello(fromBinary(HelloSchema, toBinary(HelloSchema, hello)))!.capacity ?? undefined;
	}
	if (message === HelloSchema) {
		const bytes = toBinary(HelloSchema, value as ReturnType<typeof create<typeof HelloSchema>>);
		return boundHello(fromBinary(HelloSchema, bytes));
	}
	const field = FromDeviceSchema.fields.find((one) => one.fieldKind === 'message' && one.message === message)!;
	const whole = create(FromDeviceSchema, { message: { case: field.localName, value } as never });
	const taken = boundMessage(fromBinary(FromDeviceSchema, toBinary(FromDeviceSchema, whole)));
	return taken.case === undefined ? undefined : taken.value;
}

import { create, fromBinary, toBinary } from '@bufbuild/protobuf';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../../protocol/dashboard/limits.ts';
import { ConfigureSchema, FromHubSchema, Unit } from '../../../protocol/device_pb.ts';
import { OLDER_CAPACITY, capacityOf } from './capacity.ts';
import { configMessages } from './send-config.ts';

const CAPACITY = { relays: 16, inputs: 16, sensors: 8, schedules: 32, configBytes: 4_064 };

/** As much as the hub stores for one board, each value as long as it can be. */
const full = create(ConfigureSchema, {
	revision: 2 ** 31 - 1,
	relays: Array.from({ length: LIMITS.relays }, (_, index) => ({
		...{ id: index + 1, pin: 63, activeLow: true, powerOn: 2, maxOnMs: LIMITS.forMs, pulseMs: LIMITS.pulseMs },
		...{ interlockGroup: LIMITS.interlockGroups, deadTimeMs: LIMITS.deadTimeMs },
	})),
	inputs: Array.from({ length: LIMITS.inputs }, (_, index) => ({
		...{ id: index + 1, pin: 63, mode: 4, relay: 16, activeLow: true, pullUp: true, debounceMs: LIMITS.debounceMaxMs },
	})),
	sensors: Array.from({ length: LIMITS.sensors }, (_, index) => ({
		...{ id: index + 1, type: 5, pin: 63, pin2: 62 },
		calibration: [Unit.CELSIUS, Unit.PERCENT, Unit.HECTOPASCAL].map((unit) => ({ unit, offset: -1.5 })),
	})),
	schedules: Array.from({ length: LIMITS.schedules }, (_, index) => ({
		...{ id: index + 1, relay: 16, on: true, weekdays: 127, event: 2, minutes: -LIMITS.sunOffsetMinutes },
		...{ forMs: LIMITS.forMs, when: 2, varyMinutes: LIMITS.varyMinutes, pausedUntilMinute: 2 ** 32 - 1 },
	})),
	wifi: { ssid: 'x'.repeat(32), password: 'y'.repeat(64) },
	place: { timeZone: 'z'.repeat(95), latitude: 52.5, longitude: 13.5 },
	hold: {
		pausedUntilMinute: 2 ** 32 - 1,
		vacationFromMinute: 2 ** 32 - 1,
		vacationUntilMinute: 2 ** 32 - 1,
		varySeed: 1,
	},
});
const small = create(ConfigureSchema, { revision: 3, relays: [{ id: 1, pin: 5 }] });

describe('a configuration on its way to a board', () => {
	it('is one message where it fits, whatever the board takes', () => {
		const messages = [{ case: 'configure', value: small }];
		expect(configMessages(small, CAPACITY)).toEqual(messages);
		expect(configMessages(small, OLDER_CAPACITY)).toEqual(messages);
	});

	it('comes in parts that each fit a message, and are the whole together', () => {
		const messages = configMessages(full, CAPACITY)!;
		expect(messages.length).toBeGreaterThan(2);
		for (const message of messages)
			expect(toBinary(FromHubSchema, create(FromHubSchema, { message })).length).toBeLessThanOrEqual(
				LIMITS.messageBytes,
			);
		const data = messages.map((message) => (message.case === 'configurePart' ? message.value.data : new Uint8Array()));
		expect(fromBinary(ConfigureSchema, Buffer.concat(data))).toEqual(full);
	});

	it('is not sent to a board that has no room for it', () => {
		expect(configMessages(full, OLDER_CAPACITY)).toBeUndefined();
		expect(configMessages(full, { ...CAPACITY, configBytes: 2_000 })).toBeUndefined();
	});
});

it('a board that has room for more than this hub can store has room for what it can store', () => {
	const later = { relays: 32, inputs: 17, sensors: 9, schedules: 200, configBytes: 8_000 };
	expect(capacityOf({ capacity: later })).toEqual({ ...CAPACITY, configBytes: 8_000 });
});

import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { SetUp } from '../people/accounts.ts';
import { AddLegacyDevice, DevicePatch } from '../devices.ts';
import { cleanName, configFileName, isVisible } from './names.ts';
import { AddDevice } from '../pending.ts';
import { InputPlan, RelayPlan, SensorPlan } from '../plan.ts';
import { SceneBody } from '../scenes.ts';

const tricky = fc.constantFrom(...'\u202e\u200b\0\n \u0300\u0308uA\ufeff\u2028\u3164\u0958\ufb2c\u00a0');
const anySign = fc.nat(0x10ffff).map((code) => String.fromCodePoint(code));

describe('cleanName', () => {
	it.each([
		['Pump \u202egnp.exe', 'Pump gnp.exe'],
		['\u2067Pump\u2069 \u200e\u200f\u061cA', 'Pump A'],
		['Pu\u200bmp\ufeff\u2060\u00ad', 'Pump'],
		['Zu\u0308rich', 'Z\u00fcrich'],
		['  two\r\nlines\u2028more\0 ', 'two lines more'],
		['half \ud83d', 'half'],
		['👨‍👩‍👧 ❤️ 🏴󠁧󠁢󠁥󠁮󠁧󠁿', '👨‍👩‍👧 ❤️ 🏴󠁧󠁢󠁥󠁮󠁧󠁿'],
		['می‌خواهم', 'می‌خواهم'],
		['עברית', 'עברית'],
	])('%j is kept as %j', (text, name) => {
		expect(cleanName(text)).toBe(name);
	});

	it('changes nothing the second time, and never lets a control character through', () => {
		fc.assert(
			fc.property(
				fc.array(fc.oneof(tricky, anySign)).map((signs) => signs.join('')),
				(text) => {
					const name = cleanName(text);
					expect(cleanName(name)).toBe(name);
					expect(name).not.toMatch(/[\p{Bidi_Control}\p{Cc}\p{Cs}\u2028\u2029]/u);
				},
			),
		);
	});
});

/** Nothing to see: zero-width, marks alone, blanks of every kind, fillers that count as letters. */
const NOTHING = [
	'',
	' ',
	'\u200b',
	'\u202e',
	'\u200d',
	'\u0301',
	'\u00a0',
	'\u3000',
	'\u3164',
	'\u115f',
	'\u2800',
	'\ufe0f',
];

it.each(NOTHING)('%j shows nothing', (text) => {
	expect(isVisible(text)).toBe(false);
});

it.each(['A', '7', '-', '家', '❤️', '👨‍👩‍👧', 'é', '№', '𓀀'])('%s shows something', (text) => {
	expect(isVisible(text)).toBe(true);
});

/** Every body that takes a name, and how to read the name from it. */
const relay = { id: 1, gpio: 0, activeLow: false };
const input = { id: 1, gpio: 0, mode: 'detached', relay: null };
const scene = { kind: 'scene', members: [{ device: 'd', relay: 1, on: true }] };
const person = { code: '2222-2222', password: 'correct horse battery' };
const board = { board: 'virtual', relays: [], sensors: [] };
const bodies = {
	'a person': (name: string) => SetUp.safeParse({ ...person, name }).data?.name,
	'a new device': (name: string) => AddDevice.safeParse({ ...board, name }).data?.name,
	'its relay': (name: string) =>
		AddDevice.safeParse({ ...board, name: 'x', relays: [{ ...relay, name }] }).data?.relays[0]?.name,
	'an older device': (name: string) => AddLegacyDevice.safeParse({ name, relays: [{ id: 1, name: 'x' }] }).data?.name,
	'its relays': (name: string) =>
		AddLegacyDevice.safeParse({ name: 'x', relays: [{ id: 1, name }] }).data?.relays[0]?.name,
	'a renamed device': (name: string) => DevicePatch.safeParse({ name }).data?.name,
	'a room': (name: string) => DevicePatch.safeParse({ room: name }).data?.room,
	'a relay': (name: string) => RelayPlan.safeParse({ ...relay, name }).data?.name,
	'a sensor': (name: string) => SensorPlan.safeParse({ id: 1, type: 'virtual', name }).data?.name,
	'an input': (name: string) => InputPlan.safeParse({ ...input, name }).data?.name,
	'a scene': (name: string) => SceneBody.safeParse({ ...scene, name }).data?.name,
};

it('a name is not normalised while it is far too long, which would take seconds', () => {
	const normalize = vi.spyOn(String.prototype, 'normalize');
	const endless = `a${'\u0301'.repeat(16_000)}${'\u0316'.repeat(16_000)}`;
	for (const parse of Object.values(bodies)) expect(parse(endless)).toBeUndefined();
	const lengths = normalize.mock.contexts.map((text) => (text as string).length);
	expect(lengths).not.toContain(endless.length);
});

describe.each(Object.entries(bodies))('the name of %s', (_, parse) => {
	it('is composed, and keeps no mark that changes the direction of text', () => {
		expect(parse(' Zu\u0308rich\u202e\u200b ')).toBe('Z\u00fcrich');
	});

	it('has something to see', () => {
		expect(NOTHING.map(parse)).toEqual(NOTHING.map(() => undefined));
	});

	it('has at most 40 characters, counted as it is kept', () => {
		expect(parse('u\u0308'.repeat(40))).toBe('\u00fc'.repeat(40));
		expect(parse('x'.repeat(41))).toBeUndefined();
	});
});

it.each([
	['Boiler room', 'boiler-room.mooring'],
	['Küche & Flur!', 'ku-che-flur.mooring'],
	['厨房', 'board.mooring'],
])('the config file of %s is called %s', (name, file) => expect(configFileName(name)).toBe(file));

import { describe, expect, it } from 'vitest';
import { isolate, isolateParts, withoutControls } from './isolate.ts';

describe('a name in a sentence', () => {
	it.each(['Kitchen', 'Küche 2', 'Кухня', '台所', '21 °C', ''])('“%s” is not changed', (name) =>
		expect(isolate(name)).toBe(name),
	);

	it.each(['מטבח', 'المطبخ', 'Lamp מטבח', '\u{1e900}'])('“%s”, which is right-to-left, is isolated', (name) =>
		expect(isolate(name)).toBe(`\u2068${name}\u2069`),
	);

	it.each([
		['an override', 'Pump\u202eno', 'Pumpno'],
		['an isolate left open', '\u2067Pump', 'Pump'],
		['an end of an isolate that it never began', 'Pump\u2069\u202e', 'Pump'],
		['marks', '\u200ePu\u200fmp\u061c', 'Pump'],
	])('loses %s', (_, name, shown) => expect([isolate(name), withoutControls(name)]).toEqual([shown, shown]));

	it('cannot end its own isolation', () => expect(isolate('מ\u2069\u202eno')).toBe('\u2068מno\u2069'));
});

describe('a list of changes written by the hub', () => {
	it('keeps the order of names around an arrow, and of a relay and its device', () =>
		expect(isolateParts('name מטבח → חדר; משאבה, מרתף: off → on')).toBe(
			'\u2066name מטבח\u2069 → \u2066חדר\u2069; \u2066משאבה\u2069, \u2066מרתף\u2069: off → on',
		));

	it('is not changed if no part of it is right-to-left', () =>
		expect(isolateParts('Fan: pin D1 → D2; Schedule 2 added')).toBe('Fan: pin D1 → D2; Schedule 2 added'));

	it('loses invisible controls', () => expect(isolateParts('Fan\u202e removed')).toBe('Fan removed'));
});

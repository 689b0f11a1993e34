import { describe, expect, it } from 'vitest';
import { type Named, tellApart } from './tell-apart.ts';

const marked = (name: string, mark: string) => `${name} (${mark})`;
const named = (...all: [id: string, name: string, room: string | null, code: string][]) =>
	tellApart(
		all.map(([id, name, room, code]): Named<string> => ({ id, name, marks: [room, code] })),
		marked,
	);

describe('devices of one name in a list', () => {
	it('does not change unique names', () =>
		expect([...named(['1', 'Kitchen', 'Ground', 'A'], ['2', 'Attic', 'Ground', 'B']).values()]).toEqual([
			'Kitchen',
			'Attic',
		]));

	it('adds the rooms to two equal names', () =>
		expect([...named(['1', 'Lamp', 'Ground', 'A'], ['2', 'Lamp', 'Roof', 'B']).values()]).toEqual([
			'Lamp (Ground)',
			'Lamp (Roof)',
		]));

	it('adds the codes to equal names in the same room or in none', () =>
		expect([
			...named(['1', 'Lamp', 'Ground', 'A'], ['2', 'Lamp', 'Ground', 'B'], ['3', 'Lamp', null, 'C']).values(),
		]).toEqual(['Lamp (A)', 'Lamp (B)', 'Lamp (C)']));

	it('treats names that look the same as equal', () =>
		expect([...named(['1', 'Küche', null, 'A'], ['2', 'ku\u0308che\u200f ', null, 'B']).values()]).toEqual([
			'Küche (A)',
			'ku\u0308che\u200f  (B)',
		]));
});

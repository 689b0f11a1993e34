import { describe, expect, it } from 'vitest';
import { type Alike, tellApart } from './tell-apart.ts';

const marked = (name: string, mark: string) => `${name} (${mark})`;
const named = (...all: [id: string, name: string, room: string | null, code: string][]) =>
	tellApart(
		all.map(([id, name, room, code]): Alike<string> => ({ id, name, marks: [room, code] })),
		marked,
	);

describe('devices of one name in a list', () => {
	it('leaves names alone that only one has', () =>
		expect([...named(['1', 'Kitchen', 'Ground', 'A'], ['2', 'Attic', 'Ground', 'B']).values()]).toEqual([
			'Kitchen',
			'Attic',
		]));

	it('tells two of one name apart by their rooms', () =>
		expect([...named(['1', 'Lamp', 'Ground', 'A'], ['2', 'Lamp', 'Roof', 'B']).values()]).toEqual([
			'Lamp (Ground)',
			'Lamp (Roof)',
		]));

	it('tells those in the same room, or in none, apart by their codes', () =>
		expect([
			...named(['1', 'Lamp', 'Ground', 'A'], ['2', 'Lamp', 'Ground', 'B'], ['3', 'Lamp', null, 'C']).values(),
		]).toEqual(['Lamp (A)', 'Lamp (B)', 'Lamp (C)']));

	it('takes names for the same that look the same', () =>
		expect([...named(['1', 'Küche', null, 'A'], ['2', 'ku\u0308che\u200f ', null, 'B']).values()]).toEqual([
			'Küche (A)',
			'ku\u0308che\u200f  (B)',
		]));
});

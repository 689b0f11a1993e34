import { expect, it } from 'vitest';
import { readingName } from './reading-name.ts';

const words = { apart: (name: string, mark: string) => `${name} (${mark})`, quantity: (unit: string) => unit };
const sensors = [{ id: 2, name: 'Cellar' }];
const one = { base: { sensors }, quantities: [{ sensor: 2, unit: 'percent' }] } as const;

it('a reading is called as its sensor, and by its quantity where nobody has named that', () => {
	expect(readingName(one, 2, 'percent', words)).toBe('Cellar');
	expect(readingName(one, 1, 'celsius', words)).toBe('celsius');
	expect(readingName({ base: {}, quantities: one.quantities }, 2, 'percent', words)).toBe('percent');
});

it('readings of one named sensor are told apart by their quantities', () => {
	const quantities = [...one.quantities, { sensor: 2, unit: 'celsius' }] as const;
	expect(readingName({ ...one, quantities }, 2, 'percent', words)).toBe('Cellar (percent)');
	expect(readingName({ ...one, quantities }, 2, 'celsius', words)).toBe('Cellar (celsius)');
});

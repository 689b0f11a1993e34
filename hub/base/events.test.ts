import { expect, it } from 'vitest';
import { Events } from './events.ts';

it('a listener that throws stops neither the other listeners nor the emitter', () => {
	const failures: unknown[] = [];
	const events = new Events<{ Happened: number }>((error) => failures.push(error));
	const seen: number[] = [];
	events.on('Happened', () => {
		throw new Error('broken');
	});
	const off = events.on('Happened', (n) => seen.push(n));
	events.emit('Happened', 1);
	off();
	events.emit('Happened', 2);
	expect(seen).toEqual([1]);
	expect(failures).toHaveLength(2);
});

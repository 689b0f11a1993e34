import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Rush } from './rush.ts';

const told: boolean[] = [];
let rush: Rush;

beforeEach(() => {
	vi.useFakeTimers();
	told.length = 0;
	vi.stubGlobal('document', { documentElement: { toggleAttribute: (_: string, is: boolean) => told.push(is) } });
	rush = new Rush();
});
afterEach(() => {
	vi.unstubAllGlobals();
	vi.useRealTimers();
});

/** Events at an even pace over a second. */
function second(events: number): void {
	for (let i = 0; i < events; i++) {
		rush.add();
		vi.advanceTimersByTime(1_000 / events);
	}
}

it('tells of 1,000 events a second once, and once that they are over', () => {
	second(1_000);
	second(1_000);
	expect(told).toEqual([true]);
	vi.advanceTimersByTime(1_000);
	expect(told).toEqual([true, false]);
	expect(vi.getTimerCount()).toBe(0);
});

it('does not tell of a scene that moves thirty relays, nor of a house with much to say', () => {
	for (let i = 0; i < 90; i++) rush.add();
	vi.advanceTimersByTime(1_000);
	for (let i = 0; i < 5; i++) second(100);
	expect(told).toEqual([]);
});

it('tells of the next one too', () => {
	second(1_000);
	vi.advanceTimersByTime(1_000);
	second(1_000);
	expect(told).toEqual([true, false, true]);
});

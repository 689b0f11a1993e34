import { beforeEach, describe, expect, it } from 'vitest';
import { ManualClock } from '../../base/manual-clock.ts';
import { Allowance, DROPPED_MAX } from './allowance.ts';

const SECOND = 1_000;
const MOST = 400;

let clock: ManualClock;
let allowance: Allowance;

beforeEach(() => {
	clock = new ManualClock();
	allowance = new Allowance();
});

/** How many of these beats, sent at once, are accepted. */
function taken(beats: number): number {
	let count = 0;
	for (let n = 0; n < beats; n++) if (allowance.take('beat', clock) === 'taken') count++;
	return count;
}

describe('what a board may send in any 10 s', () => {
	it.each([0, 60 * SECOND])('is not doubled in the first window, %i ms after the start', (ms) => {
		clock.advance(ms);
		expect(taken(3 * MOST)).toBe(MOST);
	});

	it('is not doubled after a long time in which it sent little', () => {
		for (let n = 0; n < 60; n++) {
			expect(taken(10)).toBe(10);
			clock.advance(5 * SECOND);
		}
		expect(taken(3 * MOST)).toBeLessThanOrEqual(MOST);
	});

	it.each([0, 1, 500, 999])('is not doubled where two windows meet, %i ms into a second', (ms) => {
		clock.advance(ms);
		taken(1);
		clock.advance(10 * SECOND - 1);
		const late = taken(MOST);
		clock.advance(2);
		expect(late + taken(MOST)).toBeLessThanOrEqual(MOST);
	});

	it('is restored in full after a quiet time', () => {
		taken(2 * MOST);
		clock.advance(11 * SECOND);
		expect(taken(2 * MOST)).toBe(MOST);
	});

	it('is enough for a board that beats at the quickest pace for ever', () => {
		for (let n = 0; n < 5_000; n++) {
			expect(allowance.take('beat', clock)).toBe('taken');
			clock.advance(100);
		}
	});

	it('does not count answers to the hub’s own messages, whenever they come', () => {
		allowance.owe('beat', 50);
		clock.advance(60 * SECOND);
		expect(taken(3 * MOST)).toBe(MOST + 50);
	});

	it('is not raised by answers that were not given in time, though more are owed every few seconds', () => {
		for (let n = 0; n < 1_000; n++) {
			allowance.owe('beat', 4);
			expect(taken(1)).toBe(1);
			clock.advance(10 * SECOND);
		}
		const inTwoMinutes = 15;
		expect(taken(10 * MOST)).toBeLessThanOrEqual(MOST + 3 * inTwoMinutes);
	});

	it('does not count an answer to what the hub has sent after a long silence of the board', () => {
		clock.advance(3_600 * SECOND);
		allowance.owe('beat', 50);
		clock.advance(SECOND);
		expect(taken(3 * MOST)).toBe(MOST + 50);
	});
});

it('reports the first excess message once, and ends the link of a board that goes on', () => {
	taken(MOST);
	const verdicts = Array.from({ length: DROPPED_MAX + 1 }, () => allowance.take('beat', clock));
	expect([verdicts[0], verdicts[1], verdicts.at(-2), verdicts.at(-1)]).toEqual(['first', 'dropped', 'dropped', 'stop']);
	clock.advance(11 * SECOND);
	taken(MOST);
	expect(allowance.take('beat', clock)).toBe('first');
});

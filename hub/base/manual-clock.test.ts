import { describe, expect, it } from 'vitest';
import { every } from './clock.ts';
import { ManualClock } from './manual-clock.ts';

describe('ManualClock', () => {
	it('fires what falls due in order of time, at its own time', () => {
		const clock = new ManualClock(1_000);
		const seen: [string, number][] = [];
		clock.after(20, () => seen.push(['b', clock.now()]));
		clock.after(10, () => seen.push(['a', clock.now()]));
		clock.after(30, () => seen.push(['never', clock.now()])).cancel();
		clock.advance(50);
		expect(seen).toEqual([
			['a', 1_010],
			['b', 1_020],
		]);
		expect(clock.now()).toBe(1_050);
	});

	it('steps the wall clock without touching monotonic time', () => {
		const clock = new ManualClock(0);
		let fired = false;
		clock.after(100, () => (fired = true));
		clock.stepWall(86_400_000);
		expect(fired).toBe(false);
		expect(clock.mono()).toBe(0);
	});

	it('repeats until cancelled', () => {
		const clock = new ManualClock();
		let count = 0;
		const timer = every(clock, 10, () => count++);
		clock.advance(35);
		timer.cancel();
		clock.advance(100);
		expect(count).toBe(3);
	});
});

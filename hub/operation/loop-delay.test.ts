import { afterEach, beforeEach, expect, it } from 'vitest';
import { ManualClock } from '../base/manual-clock.ts';
import { LoopDelay, RESOLUTION_MS } from './loop-delay.ts';

const BLOCKED_S = 0.3;
const MINUTE_MS = 60_000;

let clock: ManualClock;
let delay: LoopDelay;

beforeEach(() => {
	clock = new ManualClock();
	delay = new LoopDelay(clock);
});
afterEach(() => delay.stop());

function block(): void {
	const until = performance.now() + BLOCKED_S * 1_000;
	while (performance.now() < until);
}

it('tells how long the loop was blocked, for one minute to two', async () => {
	const measured = () => {
		block();
		return delay.read().max;
	};
	await expect.poll(measured).toBeGreaterThan(BLOCKED_S - 2 * (RESOLUTION_MS / 1_000));
	const { max, p50 } = delay.read();
	expect(p50).toBeLessThanOrEqual(max);
	clock.advance(MINUTE_MS);
	expect(delay.read().max).toBe(max);
	clock.advance(MINUTE_MS);
	expect(delay.read().max).toBeLessThan(max);
});

it('is 0 before it has measured', () => {
	expect(delay.read()).toEqual({ p50: 0, p99: 0, max: 0 });
});

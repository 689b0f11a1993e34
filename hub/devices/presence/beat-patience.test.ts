import { describe, expect, it } from 'vitest';
import { BeatPatience } from './beat-patience.ts';

const PACE = 300;

/** Feeds beats whose delays are `delayOf(i)` and counts those that came after the detector's patience had run out. */
function falseAlarms(detector: BeatPatience, beats: number, delayOf: (i: number) => number): number {
	let alarms = 0;
	let last: number | undefined;
	for (let i = 0; i < beats; i++) {
		const at = Math.max(i * PACE + delayOf(i), last ?? 0); // one TCP stream: a late beat holds the next ones up
		if (last !== undefined && at - last > detector.patience(PACE)) alarms++;
		detector.beat(at, PACE);
		last = at;
	}
	return alarms;
}

/** Repeatable pseudo-random numbers, mulberry32. */
function numbers(seed: number): () => number {
	return () => {
		seed = (seed + 0x6d2b79f5) | 0;
		let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
		return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
	};
}

describe('BeatPatience', () => {
	it('calls a steady board late after three beats, so that AWAY comes in under a second', () => {
		const detector = new BeatPatience();
		for (let i = 0; i < 200; i++) detector.beat(i * PACE + (i % 3), PACE);
		expect(detector.patience(PACE)).toBeGreaterThanOrEqual(3 * PACE);
		expect(detector.patience(PACE)).toBeLessThan(1_000);
	});

	it('gives a young link more time, since nothing is known of it yet', () => {
		expect(new BeatPatience().patience(PACE)).toBeGreaterThan(3 * PACE);
	});

	it('raises no false alarm in an hour of Wi-Fi with bursts of up to 800 ms and 1 % loss', () => {
		for (let seed = 1; seed <= 20; seed++) {
			const random = numbers(seed);
			let burstEnds = 0;
			let nextBurst = 0;
			const delay = (i: number) => {
				const sent = i * PACE;
				if (sent >= nextBurst) {
					burstEnds = nextBurst + 300 + 500 * random();
					nextBurst += 1_000 + 8_000 * random();
				}
				const retransmission = random() < 0.01 ? 200 + 200 * random() : 0;
				return 5 + 15 * random() + retransmission + Math.max(0, burstEnds - sent);
			};
			expect(falseAlarms(new BeatPatience(), (3_600_000 / PACE) | 0, delay), `seed ${seed}`).toBe(0);
		}
	});

	it('waits no longer for a board that has hung once, so that the next silence is told as soon', () => {
		const detector = new BeatPatience();
		for (let i = 0; i < 200; i++) detector.beat(i * PACE, PACE);
		detector.beat(200 * PACE + 25_000, PACE);
		expect(detector.patience(PACE)).toBeLessThan(3_500);
	});

	it('learns lateness, not intervals, so that a slower pace needs no new learning', () => {
		const detector = new BeatPatience();
		for (let i = 0; i < 200; i++) detector.beat(i * PACE, PACE);
		detector.forgetLast();
		expect(detector.patience(2_000)).toBe(6_000);
	});
});

import type { Random } from '../base/random.ts';

/** Read this often. */
export const READ_EVERY_MS = 5_000;
/** Reported when it moved this far, and at least this often. */
const REPORT_STEP_C = 0.1;
const REPORT_EVERY_MS = 60_000;
/** A living room: how warm it is, how far a reading may wander at a time, how strongly it is drawn back. */
const COMFORT_C = 21;
const WANDER_C = 0.15;
const DRAW = 0.02;

/** A temperature that drifts as a room's does. */
export class DriftingTemperature {
	#random: Random;
	#value: number;
	#told: { value: number; at: number } | undefined;

	constructor(random: Random) {
		this.#random = random;
		this.#value = COMFORT_C + 2 * (random.fraction() - 0.5);
	}

	/** °C to two decimals, or undefined where there is nothing new to tell at monotonic time `at`. `offset`: calibration, °C. */
	read(at: number, offset = 0): number | undefined {
		this.#value += WANDER_C * (2 * this.#random.fraction() - 1) + DRAW * (COMFORT_C - this.#value);
		const value = this.#value + offset;
		const moved = !this.#told || Math.abs(value - this.#told.value) >= REPORT_STEP_C;
		if (!moved && at - this.#told!.at < REPORT_EVERY_MS) return undefined;
		return this.tell(at, offset);
	}

	/** °C to two decimals, whether new or not. */
	tell(at: number, offset = 0): number {
		const value = this.#value + offset;
		this.#told = { value, at };
		return Math.round(value * 100) / 100;
	}
}

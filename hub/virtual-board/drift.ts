import { Unit } from '../../protocol/device_pb.ts';
import type { Random } from '../base/random.ts';

/** Reported when it moved this far, in its unit, and at least this often. */
const REPORT_STEP = 0.1;
const REPORT_EVERY_MS = 60_000;
/** How strongly a reading is drawn back to where it belongs, a share of the way at a time. */
const DRAW = 0.02;

/** Where a reading belongs, how far from there it begins at the most, and how far it may wander at a time. */
interface Kind {
	home: number;
	spread: number;
	wander: number;
	/** what no calibration takes it beyond */
	least: number;
	most: number;
}

const NO_LIMIT = { least: -Infinity, most: Infinity };

/** A living room on an ordinary day. */
const KINDS: Record<Unit, Kind> = {
	[Unit.UNSPECIFIED]: { home: 0, spread: 0, wander: 0, ...NO_LIMIT },
	[Unit.CELSIUS]: { home: 21, spread: 1, wander: 0.15, ...NO_LIMIT },
	[Unit.PERCENT]: { home: 48, spread: 5, wander: 0.3, least: 0, most: 100 },
	[Unit.HECTOPASCAL]: { home: 1_013, spread: 8, wander: 0.05, ...NO_LIMIT },
};

/** A reading that drifts as that of a room does. */
export class Drift {
	#random: Random;
	#kind: Kind;
	#value: number;
	#told: { value: number; at: number } | undefined;

	constructor(random: Random, unit: Unit) {
		this.#random = random;
		this.#kind = KINDS[unit];
		this.#value = this.#kind.home + this.#kind.spread * (2 * random.fraction() - 1);
	}

	/** To two decimals, or undefined where there is nothing new to tell at monotonic time `at`. `offset`: calibration. */
	read(at: number, offset = 0): number | undefined {
		const { home, wander } = this.#kind;
		this.#value += wander * (2 * this.#random.fraction() - 1) + DRAW * (home - this.#value);
		const value = this.#calibrated(offset);
		const moved = !this.#told || Math.abs(value - this.#told.value) >= REPORT_STEP;
		if (!moved && at - this.#told!.at < REPORT_EVERY_MS) return undefined;
		return this.tell(at, offset);
	}

	/** To two decimals, whether new or not. */
	tell(at: number, offset = 0): number {
		const value = this.#calibrated(offset);
		this.#told = { value, at };
		return Math.round(value * 100) / 100;
	}

	#calibrated(offset: number): number {
		const { least, most } = this.#kind;
		return Math.min(Math.max(this.#value + offset, least), most);
	}
}

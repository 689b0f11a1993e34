import { Unit } from '../../../protocol/device_pb.ts';
import type { Random } from '../../base/random.ts';

/** How strongly a reading is drawn back to where it belongs, a share of the way at a time. */
const DRAW = 0.02;

/** Where a reading belongs, how far from there it begins at the most, and how far it may wander at a time. */
interface Kind {
	home: number;
	spread: number;
	wander: number;
}

/** A living room on an ordinary day. */
const KINDS: Record<Unit, Kind> = {
	[Unit.UNSPECIFIED]: { home: 0, spread: 0, wander: 0 },
	[Unit.CELSIUS]: { home: 21, spread: 1, wander: 0.15 },
	[Unit.PERCENT]: { home: 48, spread: 5, wander: 0.3 },
	[Unit.HECTOPASCAL]: { home: 1_013, spread: 8, wander: 0.05 },
};

/** A reading that drifts as that of a room does. */
export class Drift {
	#random: Random;
	#kind: Kind;
	#value: number;

	constructor(random: Random, unit: Unit) {
		this.#random = random;
		this.#kind = KINDS[unit];
		this.#value = this.#kind.home + this.#kind.spread * (2 * random.fraction() - 1);
	}

	/** As a sensor has it: to two decimals. */
	next(): number {
		const { home, wander } = this.#kind;
		this.#value += wander * (2 * this.#random.fraction() - 1) + DRAW * (home - this.#value);
		return Math.round(this.#value * 100) / 100;
	}
}

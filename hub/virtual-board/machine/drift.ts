import { Unit } from '../../../protocol/device_pb.ts';
import type { Random } from '../../base/random.ts';

/** Part of the distance to its normal value by which a reading moves back each time. */
const DRAW = 0.02;

/** The normal value of a reading, how far from it the first one may be, and how far it may move each time. */
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
	[Unit.LUX]: { home: 300, spread: 60, wander: 5 },
};

/** A reading that drifts like those in a real room. */
export class Drift {
	#random: Random;
	#kind: Kind;
	#value: number;

	constructor(random: Random, unit: Unit) {
		this.#random = random;
		this.#kind = KINDS[unit];
		this.#value = this.#kind.home + this.#kind.spread * (2 * random.fraction() - 1);
	}

	/** The present reading, with two decimals like that of a sensor. */
	get value(): number {
		return Math.round(this.#value * 100) / 100;
	}

	next(): number {
		const { home, wander } = this.#kind;
		this.#value += wander * (2 * this.#random.fraction() - 1) + DRAW * (home - this.#value);
		return this.value;
	}
}

import { beforeEach, describe, expect, it } from 'vitest';
import { ManualClock } from '../../base/manual-clock.ts';
import { NEWCOMER_LIMITS, NewcomerPlaces, type PlacesTaken } from './newcomer-places.ts';

const { everyMs, atOnce, memoryMs } = NEWCOMER_LIMITS;

let clock: ManualClock;
let places: NewcomerPlaces;
let taken: PlacesTaken;

beforeEach(() => {
	clock = new ManualClock();
	places = new NewcomerPlaces(clock);
	taken = [];
});

/** Takes a place for a wrong guess from "region.neighbourhood.network". */
function fail(from: string, isUsed = false): boolean {
	const origin = originOf(from);
	const { ok } = places.take(taken, origin, () => isUsed);
	if (ok) places.failed(origin);
	return ok;
}

function originOf(from: string): string[] {
	const [region = '', neighbourhood = '', network = ''] = from.split('.');
	return [region, `${region}.${neighbourhood}`, `${region}.${neighbourhood}.${network}`];
}

function count(many: number, from: (n: number) => string): number {
	return Array.from({ length: many }, (_, n) => fail(from(n))).filter(Boolean).length;
}

describe('a newcomer’s place', () => {
	it('is separate for each kind of origin, and becomes free again at its own pace', () => {
		const kinds = [
			(n: number) => `r${n}.a.a`,
			(n: number) => `r0.b${n}.a`,
			(n: number) => `r0.a.b${n}`,
			() => 'r0.a.a',
		];
		kinds.forEach((from, kind) => {
			expect(count(10, from), `${kind}`).toBe(atOnce);
		});
		kinds.forEach((from, kind) => {
			clock.advance(everyMs[kind]!);
			expect(
				count(10, (n) => from(20 + n)),
				`${kind}`,
			).toBeGreaterThanOrEqual(1);
		});
		clock.advance(everyMs[0]!);
		expect(count(10, (n) => `r${50 + n}.a.a`)).toBe(atOnce);
		expect(places.take(taken, originOf('r99.a.a'), () => false)).toEqual({ ok: false, error: { retryAfterS: 1 } });
	});

	it('for a new region is given to a region once a day', () => {
		expect(fail('r1.a.a')).toBe(true);
		taken[1] = taken[2] = taken[3] = Infinity; // nobody else gets one
		expect(fail('r1.b.a')).toBe(false);
		expect(fail('r2.a.a')).toBe(true);
		clock.advance(memoryMs - 1);
		expect(fail('r1.b.a')).toBe(false);
		clock.advance(1);
		expect(fail('r1.b.a')).toBe(true);
	});

	it('is not for a region from which others have guessed already', () => {
		taken[3] = Infinity;
		expect(fail('r1.a.a', true)).toBe(false);
		expect(fail('r1.a.a')).toBe(true);
	});

	it('that was used for a right guess costs its region nothing', () => {
		taken[1] = taken[2] = taken[3] = Infinity;
		for (let n = 0; n < 10; n++) {
			expect(places.take(taken, originOf('r1.a.a'), () => false).ok).toBe(true);
			clock.advance(everyMs[0]!);
		}
	});

	it('is remembered for a limited number of regions; the oldest are forgotten', () => {
		places = new NewcomerPlaces(clock, { remembered: 3 });
		for (const region of ['r1', 'r2', 'r3', 'r1', 'r4']) {
			places.failed(originOf(`${region}.a.a`));
		}
		taken[1] = taken[2] = taken[3] = Infinity;
		expect(['r1', 'r3', 'r4'].map((region) => fail(`${region}.b.b`))).toEqual([false, false, false]);
		expect(fail('r2.b.b')).toBe(true);
	});
});

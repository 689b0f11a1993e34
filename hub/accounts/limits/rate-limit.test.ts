import { beforeEach, describe, expect, it } from 'vitest';
import { ManualClock } from '../../base/manual-clock.ts';
import { RateLimit } from './rate-limit.ts';

const MINUTE = 60_000;
const ADDRESS = '192.168.1.4';

let clock: ManualClock;
let limit: RateLimit;

beforeEach(() => {
	clock = new ManualClock();
	limit = new RateLimit(clock);
});

function succeed(secret: string, on: RateLimit): void {
	const begun = on.begin(ADDRESS, secret);
	if (!begun.ok) throw new Error('refused');
	begun.value.end('succeeded');
}

function fail(times: number, address = ADDRESS, on = limit): void {
	for (let n = 0; n < times; n++) on.fail(address);
}

describe('RateLimit', () => {
	it('bans an address for 15 minutes after 20 failures, and no other address', () => {
		fail(19);
		expect(limit.check(ADDRESS).ok).toBe(true);
		fail(1);
		expect(limit.check(ADDRESS)).toEqual({ ok: false, error: { retryAfterS: 900 } });
		expect(limit.check('192.168.1.5').ok).toBe(true);
		clock.advance(15 * MINUTE - 1);
		expect(limit.check(ADDRESS)).toEqual({ ok: false, error: { retryAfterS: 1 } });
		clock.advance(1);
		expect(limit.check(ADDRESS).ok).toBe(true);
	});

	it('doubles every further ban, up to a day', () => {
		const minutes: number[] = [];
		for (let n = 0; n < 9; n++) {
			fail(20);
			const checked = limit.check(ADDRESS);
			if (checked.ok) throw new Error('not banned');
			minutes.push(checked.error.retryAfterS / 60);
			clock.advance(checked.error.retryAfterS * 1_000);
		}
		expect(minutes).toEqual([15, 30, 60, 120, 240, 480, 960, 1_440, 1_440]);
	});

	it('forgets failures older than ten minutes', () => {
		fail(19);
		clock.advance(10 * MINUTE);
		fail(19);
		expect(limit.check(ADDRESS).ok).toBe(true);
	});

	it('a success clears the failures, but past bans still lengthen the next one', () => {
		fail(20);
		clock.advance(15 * MINUTE);
		fail(19);
		succeed('', limit);
		fail(19);
		expect(limit.check(ADDRESS).ok).toBe(true);
		fail(1);
		expect(limit.check(ADDRESS)).toEqual({ ok: false, error: { retryAfterS: 1_800 } });
	});

	it('a step of the wall clock neither ends nor prolongs a ban', () => {
		fail(20);
		clock.stepWall(24 * 60 * MINUTE);
		expect(limit.check(ADDRESS)).toEqual({ ok: false, error: { retryAfterS: 900 } });
	});

	it('lets no more simultaneous tries through than may fail', () => {
		const tries = Array.from({ length: 100 }, () => limit.begin(ADDRESS));
		expect(tries.filter(({ ok }) => ok)).toHaveLength(20);
		expect(limit.begin('192.168.1.5').ok).toBe(true);
		for (const begun of tries) if (begun.ok) begun.value.end('failed');
		expect(limit.check(ADDRESS)).toEqual({ ok: false, error: { retryAfterS: 900 } });
	});

	it('a try that ends as neither does not count, and can end only once', () => {
		for (let n = 0; n < 100; n++) {
			const begun = limit.begin(ADDRESS);
			if (!begun.ok) throw new Error('refused');
			begun.value.end('neither');
			begun.value.end('failed');
		}
		expect(limit.check(ADDRESS).ok).toBe(true);
	});

	it('counts an IPv6 /64 as one network', () => {
		for (let n = 0; n < 20; n++) limit.fail(`2001:db8:1:2::${n}`);
		expect(limit.check('2001:db8:1:2:ffff::1').ok).toBe(false);
		expect(limit.check('2001:db8:1:3::1').ok).toBe(true);
	});

	it('a success clears the failures at its own secret, not those at others', () => {
		for (let n = 0; n < 19; n++) limit.fail(ADDRESS, 'anna');
		succeed('ben', limit);
		limit.fail(ADDRESS, 'anna');
		expect(limit.check(ADDRESS).ok).toBe(false);
	});

	it('remembers a ban though ten thousand other addresses fail after it', () => {
		fail(20);
		for (let n = 0; n < 25_000; n++) limit.fail(`10.${n >> 16}.${(n >> 8) & 255}.${n & 255}`);
		expect(limit.check(ADDRESS).ok).toBe(false);
	});

	it('remembers a limited number of addresses: those that failed least are forgotten first, then the ban that ends first', () => {
		const small = new RateLimit(clock, { keys: 3 });
		fail(20, '10.0.0.1', small);
		clock.advance(1_000);
		fail(20, '10.0.0.2', small);
		fail(19, '10.0.0.3', small);
		fail(20, '10.0.0.4', small); // 10.0.0.3 is forgotten
		fail(20, '10.0.0.5', small); // 10.0.0.1 is
		const banned = [1, 2, 3, 4, 5].filter((n) => !small.check(`10.0.0.${n}`).ok);
		expect(banned).toEqual([2, 4, 5]);
	});
});

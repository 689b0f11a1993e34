import { beforeEach, describe, expect, it } from 'vitest';
import { ManualClock } from '../base/manual-clock.ts';
import { RateLimit } from './rate-limit.ts';

const MINUTE = 60_000;
const ADDRESS = '192.168.1.4';

let clock: ManualClock;
let limit: RateLimit;

beforeEach(() => {
	clock = new ManualClock();
	limit = new RateLimit(clock);
});

function fail(times: number, address = ADDRESS, on = limit): void {
	for (let n = 0; n < times; n++) on.fail(address);
}

describe('RateLimit', () => {
	it('bans the twentieth failure for 15 minutes, and nobody else', () => {
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

	it('a success forgets the failures, not the bans', () => {
		fail(20);
		clock.advance(15 * MINUTE);
		fail(19);
		limit.succeed(ADDRESS);
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

	it('of many tries at once, no more get through than may fail', () => {
		const tries = Array.from({ length: 100 }, () => limit.begin(ADDRESS));
		expect(tries.filter(({ ok }) => ok)).toHaveLength(20);
		expect(limit.begin('192.168.1.5').ok).toBe(true);
		for (const begun of tries) if (begun.ok) begun.value.end('failed');
		expect(limit.check(ADDRESS)).toEqual({ ok: false, error: { retryAfterS: 900 } });
	});

	it('a try that was not about the secret leaves nothing behind, and ends once', () => {
		for (let n = 0; n < 100; n++) {
			const begun = limit.begin(ADDRESS);
			if (!begun.ok) throw new Error('refused');
			begun.value.end('neither');
			begun.value.end('failed');
		}
		expect(limit.check(ADDRESS).ok).toBe(true);
	});

	it('counts a /64 of IPv6 as one', () => {
		for (let n = 0; n < 20; n++) limit.fail(`2001:db8:1:2::${n}`);
		expect(limit.check('2001:db8:1:2:ffff::1').ok).toBe(false);
		expect(limit.check('2001:db8:1:3::1').ok).toBe(true);
	});

	it('many addresses failing together shut out strangers, not who has been here before', () => {
		limit.succeed('192.168.1.9');
		for (let n = 0; n < 200; n++) limit.fail(`10.0.0.${n}`);
		expect(limit.begin('10.1.0.1')).toEqual({ ok: false, error: { retryAfterS: 600 } });
		expect(limit.begin('192.168.1.9').ok).toBe(true);
		expect(limit.check('10.1.0.1').ok).toBe(true); // no ban: boards, which guess nothing, are let in
		clock.advance(10 * MINUTE);
		expect(limit.begin('10.1.0.1').ok).toBe(true);
	});

	it('remembers a bounded number of addresses', () => {
		const small = new RateLimit(clock, { networks: 3, failuresOfAll: 1_000 });
		fail(20, ADDRESS, small);
		for (const address of ['10.0.0.1', '10.0.0.2', '10.0.0.3']) small.fail(address);
		expect(small.check(ADDRESS).ok).toBe(true);
	});
});

import { beforeEach, describe, expect, it } from 'vitest';
import { ManualClock } from '../../base/manual-clock.ts';
import { CodeLimit } from '../limits/code-limit.ts';
import { LIMITS } from '../limits/failure-counter.ts';
import { RateLimit } from '../limits/rate-limit.ts';
import { SECRET_LIMITS, SETUP_CODE } from '../limits/secret-limit.ts';
import { SignInLimit } from '../limits/sign-in-limit.ts';
import { type LockOut, LockOuts, TOLD_EVERY_MS } from './lock-outs.ts';

const MINUTE = 60_000;

let clock: ManualClock;
let lockOuts: LockOuts;
let tries: SignInLimit;
let begun: LockOut[];
let changes: number;

beforeEach(() => {
	clock = new ManualClock();
	lockOuts = new LockOuts(clock);
	tries = new SignInLimit(clock).watchedBy(lockOuts);
	begun = [];
	changes = 0;
	lockOuts.listen({ begun: (lockOut) => begun.push(lockOut), changed: () => void changes++ });
});

function guess(address: string, secret = 'anna', times = 1): void {
	for (let n = 0; n < times; n++) {
		const one = tries.begin({ address, secret });
		if (one.ok) one.value.end('failed');
	}
}
const mayGuess = (address: string, secret = 'anna') => {
	const one = tries.begin({ address, secret });
	if (one.ok) one.value.end('neither');
	return one.ok;
};
const banned = (address: string, secret = 'anna') => guess(address, secret, LIMITS.failures);

describe('a network that is locked out', () => {
	it('is shown with what it tried, how often, since when and until when, by the wall clock', () => {
		guess('10.0.0.9');
		clock.advance(MINUTE);
		guess('10.0.0.9', 'ben', LIMITS.failures - 1);
		const [only, ...rest] = lockOuts.all();
		expect(rest).toEqual([]);
		expect(only).toEqual({
			id: expect.any(String) as string,
			what: 'sign-in',
			who: { kind: 'network', network: '10.0.0.9' },
			secrets: ['anna', 'ben'],
			failures: LIMITS.failures,
			since: clock.now() - MINUTE,
			until: clock.now() + LIMITS.firstBanMs,
			times: 1,
		});
		expect(begun).toEqual([only]);
		clock.stepWall(3 * MINUTE);
		expect(lockOuts.all()[0]!.until).toBe(only!.until + 3 * MINUTE);
	});

	it('is not shown any more once it may try again; the second time is counted', () => {
		banned('10.0.0.9');
		clock.advance(LIMITS.firstBanMs);
		expect(lockOuts.all()).toEqual([]);
		banned('10.0.0.9');
		expect(lockOuts.all()[0]).toMatchObject({ times: 2, until: clock.now() + 2 * LIMITS.firstBanMs });
	});

	it('may try again at once when that is lifted, and the next lock-out is as short as the first', () => {
		banned('10.0.0.9');
		banned('10.0.0.8');
		const [id] = lockOuts.all().map(({ id }) => id);
		expect(lockOuts.lift(id!)).toMatchObject({ who: { network: '10.0.0.9' } });
		expect(lockOuts.lift(id!)).toBeUndefined();
		expect([mayGuess('10.0.0.9'), mayGuess('10.0.0.8')]).toEqual([true, false]);
		banned('10.0.0.9');
		expect(lockOuts.all().find(({ id: other }) => other === id)).toMatchObject({
			times: 1,
			until: clock.now() + LIMITS.firstBanMs,
		});
	});

	it('is an IPv6 network as a whole', () => {
		for (let n = 0; n < LIMITS.failures; n++) guess(`2001:db8::${n + 1}`);
		const [only] = lockOuts.all();
		expect(only!.who).toEqual({ kind: 'network', network: '2001:db8:0:0::/64' });
		expect(lockOuts.lift(only!.id)).toBeDefined();
		expect(mayGuess('2001:db8::9')).toBe(true);
	});

	it('is lifted by its own id alone, whatever else is asked for', () => {
		banned('10.0.0.9');
		for (const id of ['', '0', '0.', '7.AAAA', '-1.x', 'x', `0.${Buffer.from('10.0.0.8').toString('base64url')}`])
			expect([id, lockOuts.lift(id)]).toEqual([id, undefined]);
		expect(mayGuess('10.0.0.9')).toBe(false);
	});
});

describe('strangers who are locked out of one secret', () => {
	it('are shown by where they are, until enough of their tries are ten minutes old', () => {
		for (let n = 0; n < SECRET_LIMITS.tries; n++) guess(`192.168.1.${n}`);
		expect(lockOuts.all()).toMatchObject([
			{
				what: 'sign-in',
				who: { kind: 'strangers', from: 'home' },
				secrets: ['anna'],
				failures: SECRET_LIMITS.tries,
				until: clock.now() + SECRET_LIMITS.windowMs,
			},
		]);
		expect(lockOuts.lift(lockOuts.all()[0]!.id)).toMatchObject({ who: { from: 'home' } });
		expect(lockOuts.all()).toEqual([]);
	});

	it('are told of once in ten minutes, however long they go on', () => {
		for (let minute = 0; minute < 20; minute++, clock.advance(MINUTE))
			for (let n = 0; n < SECRET_LIMITS.tries; n++) guess(`198.18.${minute}.${n}`);
		expect(begun).toHaveLength(2);
		expect(begun[0]!.who).toEqual({ kind: 'strangers', from: 'away' });
	});

	it('of the set-up code, and of a second factor, are told apart', () => {
		for (let n = 0; n < SECRET_LIMITS.tries; n++) guess(`192.168.1.${n}`, SETUP_CODE);
		const codes = new CodeLimit(clock);
		codes.watchedBy(lockOuts);
		for (let n = 0; n < 30; n++) {
			const one = codes.begin({ address: `10.0.${n}.1`, person: 'id of anna', browser: undefined });
			if (one.ok) one.value.end('failed');
		}
		expect(lockOuts.all().map(({ what, who, secrets }) => [what, who, secrets])).toEqual([
			['set-up', { kind: 'strangers', from: 'home' }, []],
			['second-factor', { kind: 'strangers', from: 'anywhere' }, ['id of anna']],
		]);
	});
});

it('what has no name, such as an API token, is shown without', () => {
	const tokens = new RateLimit(clock).watchedBy(lockOuts, 'api-token');
	for (let n = 0; n < LIMITS.failures; n++) tokens.fail('10.0.0.9');
	expect(lockOuts.all()).toMatchObject([{ what: 'api-token', secrets: [] }]);
});

it('however many are locked out, it is told at once, and then once in ten seconds while there are more', () => {
	for (let n = 0; n < 50; n++) banned(`10.0.${n}.1`, `name ${n}`);
	expect(changes).toBe(1);
	clock.advance(TOLD_EVERY_MS);
	expect(changes).toBe(2);
	clock.advance(10 * TOLD_EVERY_MS);
	expect(changes).toBe(2);
	banned('10.1.0.1', 'another name');
	expect(changes).toBe(3);
	lockOuts.lift(lockOuts.all()[0]!.id);
	expect(changes).toBe(4);
});

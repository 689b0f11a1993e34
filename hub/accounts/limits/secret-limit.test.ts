import { beforeEach, describe, expect, it } from 'vitest';
import { ManualClock } from '../../base/manual-clock.ts';
import { SECRET_LIMITS, SecretLimit } from './secret-limit.ts';

const MINUTE = 60_000;
const { tries, own, ownOfAll, newcomers, newcomerEveryMs } = SECRET_LIMITS;

let clock: ManualClock;
let limit: SecretLimit;

beforeEach(() => {
	clock = new ManualClock();
	limit = new SecretLimit(clock);
});

/** Whether a guess from there is looked at; it fails then. */
function guess(address: string, secret = 'anna'): boolean {
	const begun = limit.begin(secret, address);
	if (begun.ok) begun.value.end('failed');
	return begun.ok;
}

/** As many failures as the hub looks at, from one neighbourhood of ten addresses. */
function useUp(network = '10.0.0.'): void {
	for (let n = 0; n < tries; n++) expect(guess(`${network}${n % 10}`)).toBe(true);
}

/** How many of so many guesses are looked at. */
function looked(many: number, address: (n: number) => string): number {
	return Array.from({ length: many }, (_, n) => guess(address(n))).filter(Boolean).length;
}

/** Neighbours in the IPv6 network an attacker has whole. */
const v6 = (n: number) => `2001:db8:7:${(n + 1).toString(16)}::1`;

function useUpByV6(): void {
	expect(looked(tries, (n) => v6(n % 10))).toBe(tries);
}

describe('SecretLimit', () => {
	it('tries under way count as failed, from the moment they begin', () => {
		const begun = Array.from({ length: 800 }, (_, n) => limit.begin('anna', `10.0.${n % 40}.1`));
		expect(begun.filter(({ ok }) => ok)).toHaveLength(tries);
		for (const one of begun) if (one.ok) one.value.end('neither');
		expect(guess('10.0.0.1')).toBe(true);
	});

	it('is about one secret: guesses of another change nothing', () => {
		useUp();
		expect(guess('10.0.0.1')).toBe(false);
		expect(guess('10.0.0.1', 'ben')).toBe(true);
	});

	it('who has failed waits until the window is over', () => {
		useUp();
		expect(limit.begin('anna', '10.0.0.1')).toEqual({ ok: false, error: { retryAfterS: 600 } });
		clock.advance(10 * MINUTE - 1);
		expect(limit.begin('anna', '10.0.0.1')).toEqual({ ok: false, error: { retryAfterS: 1 } });
		clock.advance(1);
		expect(guess('10.0.0.1')).toBe(true);
	});

	it('who never failed is let in, however often others have, and may mistype', () => {
		useUp();
		expect(looked(20, () => '192.168.1.9')).toBe(own);
	});

	it('all neighbours of one home lock no other address of it out, though they take every newcomer in turn', () => {
		useUp();
		expect(looked(2_000, (n) => `10.0.0.${n % 250}`)).toBe(240 * own);
		expect(looked(20, () => '10.0.0.254')).toBe(own);
	});

	it('bounds the guesses of all IPv4 addresses together, however many there are', () => {
		useUp();
		expect(looked(2 * ownOfAll, (n) => `172.16.${n >> 8}.${n & 255}`)).toBe(ownOfAll + newcomers);
		clock.advance(newcomerEveryMs);
		expect(looked(100, (n) => `172.20.1.${n}`)).toBe(1);
	});

	it('IPv6 has no own tries: ever new neighbours leave the last chances to who is no neighbour', () => {
		useUpByV6();
		expect(looked(100, (n) => v6(100 + n))).toBe(newcomers - SECRET_LIMITS.forFarAway);
		expect(guess('2001:db8:8:1::1')).toBe(true);
		expect(guess('192.168.1.9')).toBe(true);
	});

	it('chances for newcomers come back one by one, and no more than there were', () => {
		useUpByV6();
		const far = (n: number) => guess(`2001:db8:${100 + n}::1`);
		expect(Array.from({ length: 10 }, (_, n) => far(n)).filter(Boolean)).toHaveLength(newcomers);
		expect(limit.begin('anna', '2001:db8:99::1')).toEqual({
			ok: false,
			error: { retryAfterS: newcomerEveryMs / 1_000 },
		});
		clock.advance(newcomerEveryMs);
		expect([far(20), far(21)]).toEqual([true, false]);
		clock.advance(9 * MINUTE);
		expect(Array.from({ length: 10 }, (_, n) => far(30 + n)).filter(Boolean)).toHaveLength(newcomers);
	});

	it('who gets in at last is forgiven their own typing errors, and others are not', () => {
		for (let n = 0; n < tries - 5; n++) guess('10.0.0.1');
		for (let n = 0; n < 5; n++) guess('192.168.1.9');
		expect(guess('10.0.0.1')).toBe(false);
		const right = limit.begin('anna', '192.168.2.9');
		if (!right.ok) throw new Error('refused');
		right.value.end('succeeded');
		right.value.end('failed');
		expect(guess('10.0.0.1')).toBe(false);
	});

	it('remembers a bounded number of secrets; the most guessed at is forgotten last', () => {
		limit = new SecretLimit(clock, { secrets: 3 });
		useUp();
		for (let n = 0; n < 10; n++) guess('10.0.0.1', `nobody ${n}`);
		expect(guess('10.0.0.1')).toBe(false);
	});
});

import { beforeEach, describe, expect, it } from 'vitest';
import { ManualClock } from '../../base/manual-clock.ts';
import { NEWCOMER_LIMITS } from './newcomer-places.ts';
import { GUESSES_PER_HOUR, SECRET_LIMITS, SecretLimit } from './secret-limit.ts';

const MINUTE = 60_000;
const { tries, own, ownOfAll } = SECRET_LIMITS;
const { atOnce, everyMs } = NEWCOMER_LIMITS;

let clock: ManualClock;
let limit: SecretLimit;

beforeEach(() => {
	clock = new ManualClock();
	limit = new SecretLimit(clock);
});

/** Makes a wrong guess from this address; returns whether it was admitted. */
function guess(address: string, secret = 'anna'): boolean {
	const begun = limit.begin(secret, address);
	if (begun.ok) begun.value.end('failed');
	return begun.ok;
}

/** Uses up the shared tries from ten addresses of one neighbourhood. */
function useUp(network = '10.0.0.'): void {
	for (let n = 0; n < tries; n++) expect(guess(`${network}${n % 10}`)).toBe(true);
}

/** How many of `many` guesses are admitted. */
function looked(many: number, address: (n: number) => string): number {
	return Array.from({ length: many }, (_, n) => guess(address(n))).filter(Boolean).length;
}

/** Networks of one IPv6 neighbourhood, which an attacker controls. */
const v6 = (n: number) => `2001:db8:7:${(n + 1).toString(16)}::1`;

function useUpByV6(): void {
	expect(looked(tries, (n) => v6(n % 10))).toBe(tries);
}

describe('SecretLimit', () => {
	it('tries under way count as failed, from the moment they begin', () => {
		const begun = Array.from({ length: 800 }, (_, n) => limit.begin('anna', `10.0.${n % 20}.1`));
		expect(begun.filter(({ ok }) => ok)).toHaveLength(tries);
		for (const one of begun) if (one.ok) one.value.end('neither');
		expect(guess('10.0.0.1')).toBe(true);
	});

	it('counts each secret separately', () => {
		useUp();
		expect(guess('10.0.0.1')).toBe(false);
		expect(guess('10.0.0.1', 'ben')).toBe(true);
	});

	it('a network that has failed waits until its window ends', () => {
		useUp();
		expect(limit.begin('anna', '10.0.0.1')).toEqual({ ok: false, error: { retryAfterS: 600 } });
		clock.advance(10 * MINUTE - 1);
		expect(limit.begin('anna', '10.0.0.1')).toEqual({ ok: false, error: { retryAfterS: 1 } });
		clock.advance(1);
		expect(guess('10.0.0.1')).toBe(true);
	});

	it('admits an address that never failed, however often others have, with room for typing errors', () => {
		useUp();
		expect(looked(20, () => '192.168.1.9')).toBe(own);
	});

	it('attackers on 250 addresses of a /24 do not lock out another address of it', () => {
		useUp();
		expect(looked(2_000, (n) => `10.0.0.${n % 250}`)).toBe(240 * own);
		expect(looked(20, () => '10.0.0.254')).toBe(own);
	});

	it('limits the guesses of all IPv4 addresses together, however many there are', () => {
		useUp();
		const more = looked(2 * ownOfAll, (n) => `10.0.${1 + (n >> 8)}.${n & 255}`);
		expect(more).toBe(ownOfAll + 2 * atOnce); // new neighbourhoods, and new addresses in those that guessed
	});

	it('IPv6 networks have no tries of their own, but a flood of neighbours leaves places for others', () => {
		useUpByV6();
		expect(looked(100, (n) => v6(100 + n))).toBe(atOnce);
		expect(guess('2001:db8:8:1::1')).toBe(true);
		expect(guess('2001:db9::1')).toBe(true);
		expect(guess('198.51.100.9')).toBe(true);
		expect(guess('fd00::9')).toBe(true);
	});

	it('newcomers’ places become free one by one, up to their number', () => {
		useUpByV6();
		const far = (n: number) => guess(`2001:db8:${100 + n}::1`);
		expect(Array.from({ length: 10 }, (_, n) => far(n)).filter(Boolean)).toHaveLength(atOnce);
		expect(limit.begin('anna', '2001:db8:99::1')).toEqual({
			ok: false,
			error: { retryAfterS: everyMs[1]! / 1_000 },
		});
		clock.advance(everyMs[1]!);
		expect([far(20), far(21)]).toEqual([true, false]);
		clock.advance(9 * MINUTE);
		expect(Array.from({ length: 10 }, (_, n) => far(30 + n)).filter(Boolean)).toHaveLength(atOnce);
	});

	it('admits no more guesses than GUESSES_PER_HOUR, whoever makes them', () => {
		let guesses = looked(2 * ownOfAll, (n) => `198.18.${n >> 8}.${n & 255}`);
		guesses += looked(2 * ownOfAll, (n) => `192.168.${n >> 8}.${n & 255}`);
		for (let second = 0; second < 600; second++, clock.advance(1_000))
			for (const net of ['172.16', '10.0', `10.${second & 255}`, '198.18', `${20 + (second >> 8)}.${second & 255}`])
				guesses += looked(2, (n) => `${net}.${n && second & 255}.${second & 255}`);
		const bursts = 2 * atOnce * everyMs.length;
		expect(guesses).toBeGreaterThan(0.8 * (GUESSES_PER_HOUR / 6));
		expect(guesses).toBeLessThanOrEqual(GUESSES_PER_HOUR / 6 + bursts);
	});

	describe('during an attack from thousands of addresses', () => {
		/** Five /24s guess until no own try is left; then somebody asks, again and again, from ever new /24s of 64 /16s. */
		beforeEach(() => {
			const guessed = looked(4 * 1_150, (n) => `198.18.${Math.floor(n / 230) % 5}.${1 + (n % 230)}`);
			expect(guessed).toBeGreaterThanOrEqual(tries + ownOfAll);
			let fresh = 0;
			// Five minutes: what was guessed counts still.
			for (let second = 0; second < 300; second++) {
				clock.advance(1_000);
				for (let n = 0; n < 24; n++, fresh++) guess(`20.${(fresh >> 8) & 63}.${fresh & 255}.7`);
			}
		});

		it('leaves people at home all of their tries', () => {
			expect(guess('192.168.1.9')).toBe(true);
			expect(guess('10.0.0.9')).toBe(true);
			expect(guess('fe80::9')).toBe(true);
		});

		it('leaves places for first-time callers from elsewhere', () => {
			expect(guess('203.0.113.9')).toBe(true);
			expect(guess('2001:db8:1::9')).toBe(true);
		});

		it('leaves a place for a neighbour of the attackers', () => {
			expect(guess('198.18.2.240')).toBe(true);
		});

		it('admits an address that has used the right password before', () => {
			for (let n = 0; n < 3; n++) {
				const begun = limit.begin('anna', '203.0.113.9');
				if (!begun.ok) throw new Error('refused');
				begun.value.end('succeeded');
				clock.advance(everyMs[0]!);
			}
		});
	});

	it('a success clears the tries of its own network only', () => {
		for (let n = 0; n < tries - 5; n++) guess('10.0.0.1');
		for (let n = 0; n < 5; n++) guess('192.168.1.9');
		expect(guess('10.0.0.1')).toBe(false);
		const right = limit.begin('anna', '192.168.2.9');
		if (!right.ok) throw new Error('refused');
		right.value.end('succeeded');
		right.value.end('failed');
		expect(guess('10.0.0.1')).toBe(false);
	});

	it('counts the tries on when the secret has another name', () => {
		useUp();
		limit.rename('anna', 'maria');
		expect([guess('10.0.0.1', 'maria'), guess('10.0.0.1')]).toEqual([false, true]);
		limit.rename('maria', 'anna');
		expect(guess('10.0.0.1')).toBe(false);
	});

	it('remembers a limited number of secrets; the one guessed at most is forgotten last', () => {
		limit = new SecretLimit(clock, { secrets: 3 });
		useUp();
		for (let n = 0; n < 10; n++) guess('10.0.0.1', `nobody ${n}`);
		expect(guess('10.0.0.1')).toBe(false);
	});
});

import type { Clock } from '../base/clock.ts';
import { type Result, err, ok } from '../base/result.ts';

/** Twenty failures in ten minutes are no typing errors any more. */
const FAILURES = 20;
const WINDOW_MS = 10 * 60_000;
const FIRST_BAN_MS = 15 * 60_000;
const LONGEST_BAN_MS = 24 * 3_600_000;
/** Addresses remembered; the one that failed longest ago is forgotten first. */
const MAX_ADDRESSES = 10_000;

interface Record {
	failures: number[];
	bans: number;
	bannedUntil: number;
}

/** Failures by address: too many and the address is banned, every further ban twice as long. Times are monotonic. */
export class RateLimit {
	#clock: Clock;
	#records = new Map<string, Record>();

	constructor(clock: Clock) {
		this.#clock = clock;
	}

	check(address: string): Result<void, { retryAfterS: number }> {
		const left = (this.#records.get(network(address))?.bannedUntil ?? 0) - this.#clock.mono();
		return left > 0 ? err({ retryAfterS: Math.ceil(left / 1_000) }) : ok();
	}

	fail(address: string): void {
		const key = network(address);
		const now = this.#clock.mono();
		const record = this.#records.get(key) ?? { failures: [], bans: 0, bannedUntil: 0 };
		record.failures = [...record.failures.filter((at) => now - at < WINDOW_MS), now];
		if (record.failures.length >= FAILURES) {
			record.bannedUntil = now + Math.min(LONGEST_BAN_MS, FIRST_BAN_MS * 2 ** record.bans++);
			record.failures = [];
		}
		this.#records.delete(key);
		this.#records.set(key, record);
		if (this.#records.size > MAX_ADDRESSES) this.#records.delete(this.#records.keys().next().value!);
	}

	/** It was a person after all: the failures are forgotten, the number of bans is not. */
	succeed(address: string): void {
		const record = this.#records.get(network(address));
		if (record) record.failures = [];
	}
}

/** IPv6 hosts own a whole /64, so that this is what is counted. */
function network(address: string): string {
	if (!address.includes(':')) return address;
	const [head = '', tail = ''] = address.split('::');
	const front = head === '' ? [] : head.split(':');
	const back = tail === '' ? [] : tail.split(':');
	const zeros = Array<string>(Math.max(0, 8 - front.length - back.length)).fill('0');
	return `${[...front, ...(address.includes('::') ? zeros : []), ...back].slice(0, 4).join(':')}::/64`;
}

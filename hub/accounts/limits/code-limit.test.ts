import { beforeEach, describe, expect, it } from 'vitest';
import { ManualClock } from '../../base/manual-clock.ts';
import { LIMITS } from './failure-counter.ts';
import { CodeLimit, STRANGERS } from './code-limit.ts';

let limit: CodeLimit;
beforeEach(() => {
	limit = new CodeLimit(new ManualClock());
});

/** How many of so many wrong codes are heard. */
function wrongCodes(times: number, from: (n: number) => string, browser?: string): number {
	let heard = 0;
	for (let n = 0; n < times; n++) {
		const begun = limit.begin({ address: from(n), person: 'anna', browser });
		if (!begun.ok) continue;
		begun.value.end('failed');
		heard++;
	}
	return heard;
}

describe('wrong codes', () => {
	it('of strangers are heard thirty times, from however many networks', () => {
		expect(wrongCodes(500, (n) => `10.${n % 250}.0.1`)).toBe(STRANGERS.failures);
	});

	it('of one network are heard twenty times', () => {
		expect(wrongCodes(100, () => '10.0.0.1')).toBe(LIMITS.failures);
	});

	it('that come all at once are heard no more often', () => {
		const begun = Array.from({ length: 100 }, (_, n) =>
			limit.begin({ address: `10.0.${n}.1`, person: 'anna', browser: undefined }),
		);
		expect(begun.filter(({ ok }) => ok)).toHaveLength(STRANGERS.failures!);
	});

	it('of strangers lock no known browser out, nor other people', () => {
		wrongCodes(500, (n) => `10.${n % 250}.0.1`);
		const begin = (person: string, browser?: string) => limit.begin({ address: '192.168.1.4', person, browser }).ok;
		expect([begin('anna'), begin('anna', 'known'), begin('ben')]).toEqual([false, true, true]);
	});

	it('of a known browser are limited too, also as those of a stranger', () => {
		expect(wrongCodes(200, (n) => `10.${n}.0.1`, 'known')).toBe(LIMITS.failures + STRANGERS.failures!);
	});
});

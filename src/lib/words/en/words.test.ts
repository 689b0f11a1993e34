import { describe, expect, it } from 'vitest';
import type { RelayView } from '../../../../protocol/dashboard/devices.ts';
import type { Cause } from '../../../../protocol/dashboard/shapes.ts';
import { LIMITS } from '../../../../protocol/dashboard/limits.ts';
import { words } from './words.ts';
import { ago, countdown, moment, shortCountdown } from '$lib/words/format/times.ts';

const NOW = new Date(2026, 3, 15, 12, 0).getTime();

describe('times in words', () => {
	it.each([
		[0, '00:00:00'],
		[1, '00:00:00'],
		[86_400_400, '24:00:00'],
		[78_730_000, '21:52:10'],
		[86_400_000, '24:00:00'],
		[-5, '00:00:00'],
	])('%i ms left is %s, always with the same width', (ms, text) => expect(countdown(ms)).toBe(text));

	it.each([
		[245_000, '4:05'],
		[1_200_300, '20:00'],
		[1_199_400, '19:59'],
		[3_845_000, '1:04:05'],
	])('%i ms left on a relay is %s', (ms, text) => expect(shortCountdown(ms)).toBe(text));

	it('shows the time for today, the weekday for this week, and the date before that', () => {
		expect(moment(NOW - 5 * 3_600_000, NOW)).toBe('07:00');
		expect(moment(NOW - 2 * 86_400_000, NOW)).toBe('Monday');
		expect(moment(NOW - 20 * 86_400_000, NOW)).toMatch(/26|March/);
	});

	it('shows an age', () => {
		expect(ago(NOW - 20_000, NOW)).toBe('just now');
		expect(ago(NOW - 3 * 60_000, NOW)).toBe('3 minutes ago');
		expect(ago(NOW - 86_400_000, NOW)).toBe('yesterday');
	});
});

describe('what a relay says', () => {
	const causes: Cause[] = ['command', 'schedule', 'countdown', 'auto-off', 'pulse', 'interlock', 'input', 'boot'];
	const failures: NonNullable<RelayView['failure']>[] = ['no-answer', 'link-lost', 'refused'];

	it('stays under 40 characters, so that it fits into a row', () => {
		const all = [
			words.relay.sending,
			...[true, false, null].map(words.relay.lastKnown),
			...failures.flatMap((why) => [true, false].map((on) => words.relay.failed(why, on, LIMITS.answerS.legacy))),
			...causes.flatMap((cause) => [true, false].map((on) => words.relay.state(on, cause, null, 'Wed'))),
			words.relay.held(60),
			words.relay.pulsing,
		];
		for (const text of all) expect(text.length, text).toBeLessThan(40);
	});

	it('names the person who did it, or else the cause', () => {
		expect(words.relay.state(true, 'command', 'Anna', '14:01')).toBe('On · Anna, 14:01');
		expect(words.relay.state(false, 'auto-off', null)).toBe('Off · longest on-time reached');
		expect(words.relay.state(true, null, null)).toBe('On');
	});
});

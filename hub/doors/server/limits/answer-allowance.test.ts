import { beforeEach, expect, it } from 'vitest';
import { ManualClock } from '../../../base/manual-clock.ts';
import { AnswerAllowance } from './answer-allowance.ts';

const LIMITS = { burst: 1_000, perSecond: 100, least: 10, networks: 2 };

let clock: ManualClock;
let answers: AnswerAllowance;

beforeEach(() => {
	clock = new ManualClock();
	answers = new AnswerAllowance(clock, LIMITS);
});

it('a network that has had its share is answered again when time has given it some back', () => {
	expect(answers.take('10.0.0.1', 1_000)).toBe(true);
	expect(answers.take('10.0.0.1', 1)).toBe(false);
	expect(answers.take('10.0.0.2', 1)).toBe(true);
	clock.advance(1_000);
	expect(answers.take('10.0.0.1', 100)).toBe(true);
	expect(answers.take('10.0.0.1', 1)).toBe(false);
});

it('small answers count as the work of making them', () => {
	for (let n = 0; n < 100; n++) expect(answers.take('10.0.0.1')).toBe(true);
	expect(answers.take('10.0.0.1')).toBe(false);
});

it('an answer larger than the share goes out once, and is paid off before the next', () => {
	expect(answers.take('10.0.0.1', 2_000)).toBe(true);
	clock.advance(9_000);
	expect(answers.take('10.0.0.1')).toBe(false);
	clock.advance(2_000);
	expect(answers.take('10.0.0.1')).toBe(true);
});

it('the addresses of one IPv6 /64 share, and the hub itself is not counted', () => {
	answers.take('2001:db8::1', 1_000);
	expect(answers.take('2001:db8::2')).toBe(false);
	for (let n = 0; n < 3; n++) expect(answers.take('127.0.0.1', 1_000)).toBe(true);
});

it('of too many networks the one that asked longest ago is forgotten', () => {
	answers.take('10.0.0.1', 1_000);
	answers.take('10.0.0.2', 1_000);
	expect(answers.take('10.0.0.1')).toBe(false);
	answers.take('10.0.0.3');
	expect(answers.take('10.0.0.1')).toBe(false);
	expect(answers.take('10.0.0.2')).toBe(true);
});

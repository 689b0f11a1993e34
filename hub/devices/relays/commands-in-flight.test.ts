import { describe, expect, it } from 'vitest';
import { ManualClock } from '../../base/manual-clock.ts';
import { ANSWERS, Allowance, COMMANDS_IN_FLIGHT } from '../links/allowance.ts';
import { CommandsInFlight } from './commands-in-flight.ts';

/** As many as may be under way, with ids from 1 and the same deadline. */
function filled(deadline: number): CommandsInFlight {
	const inFlight = new CommandsInFlight();
	for (let id = 1; id <= COMMANDS_IN_FLIGHT; id++) inFlight.sent(id, deadline);
	return inFlight;
}

describe('commands in flight', () => {
	it('are limited, and an answer frees the places of all that were sent before it', () => {
		const inFlight = filled(1_000);
		expect(inFlight.isFull(0)).toBe(true);
		for (const unknown of [null, COMMANDS_IN_FLIGHT + 1]) inFlight.answered(unknown);
		expect(inFlight.isFull(0)).toBe(true);
		inFlight.answered(2);
		for (const id of [1_001, 1_002]) {
			expect(inFlight.isFull(0)).toBe(false);
			inFlight.sent(id, 1_000);
		}
		expect(inFlight.isFull(0)).toBe(true);
	});

	it('are not waited for after their deadline, nor on another link', () => {
		expect(filled(1_000).isFull(999)).toBe(true);
		expect(filled(1_000).isFull(1_000)).toBe(false);
		const inFlight = filled(1_000);
		inFlight.clear();
		expect(inFlight.isFull(0)).toBe(false);
	});

	it('can all be answered within the allowance, also across its windows', () => {
		const clock = new ManualClock();
		const allowance = new Allowance();
		const [kind, answers] = ANSWERS.setRelay![0]!;
		for (let n = 0; n < COMMANDS_IN_FLIGHT; n++) allowance.owe(kind, answers);
		clock.advance(60_000);
		for (let n = 0; n < 1_000; n++) allowance.take('log', clock);
		for (let n = 0; n < COMMANDS_IN_FLIGHT * answers; n++) expect(allowance.take(kind, clock)).toBe('taken');
	});
});

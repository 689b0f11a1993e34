import { describe, expect, it } from 'vitest';
import { Ledger } from './ledger.ts';

const NAME = 'name of device 1';
const write = (value: string | undefined) => ({ key: NAME, value, words: `${NAME}: ${value}` });
const again = () => Promise.resolve();

function held(value: string): Ledger {
	const ledger = new Ledger();
	ledger.begin(write(value)).acknowledged();
	return ledger;
}

describe('the ledger of acknowledged writes', () => {
	it('says in words that an acknowledged write is not there', () => {
		const { lost } = held('Attic').compare(new Map());
		expect(lost).toEqual([
			expect.stringMatching(/^name of device 1: Attic: answered at [\d:.]+ UTC, but it is not there$/),
		]);
	});

	it('says what is there instead', () => {
		const { lost } = held('Attic').compare(new Map([[NAME, 'Barn']]));
		expect(lost).toEqual([expect.stringMatching(/what is there is Barn$/)]);
	});

	it('misses a deletion that was acknowledged and is undone', () => {
		const ledger = held('Attic');
		ledger.begin(write(undefined)).acknowledged();
		expect(ledger.compare(new Map([[NAME, 'Attic']])).lost).toHaveLength(1);
	});

	it('takes a write without an answer as done or not, and has the undone one repeated', () => {
		for (const there of ['Attic', 'Barn']) {
			const ledger = held('Attic');
			ledger.begin(write('Barn')).unanswered(again);
			const { lost, undone } = ledger.compare(new Map([[NAME, there]]));
			expect(lost).toEqual([]);
			expect(undone.map(({ value }) => value)).toEqual(there === 'Barn' ? [] : ['Barn']);
		}
	});

	it('holds the hub to what was found after a write without an answer', () => {
		const ledger = held('Attic');
		ledger.begin(write('Barn')).unanswered(again);
		ledger.compare(new Map([[NAME, 'Barn']]));
		expect(ledger.compare(new Map([[NAME, 'Attic']])).lost).toHaveLength(1);
	});

	it('calls a write lost that was refused in words and is there all the same', () => {
		const ledger = held('Attic');
		ledger.begin(write('Barn')).refused();
		expect(ledger.compare(new Map([[NAME, 'Barn']])).lost).toHaveLength(1);
	});
});

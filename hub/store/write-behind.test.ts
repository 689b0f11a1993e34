import { describe, expect, it } from 'vitest';
import { ManualClock } from '../base/manual-clock.ts';
import { WriteBehind } from './write-behind.ts';

function make(write: (keys: string[]) => Promise<void>) {
	const clock = new ManualClock();
	const failures: unknown[] = [];
	return {
		clock,
		failures,
		behind: new WriteBehind<string>({ clock, write, onFailure: (error) => failures.push(error), retryMs: 500 }),
	};
}

describe('WriteBehind', () => {
	it('writes a key that is marked often once, at the earliest deadline', async () => {
		const batches: string[][] = [];
		const { clock, behind } = make(async (keys) => void batches.push(keys));
		behind.mark('a', 1_000);
		behind.mark('b', 100);
		behind.mark('a', 2_000);
		clock.advance(99);
		expect(batches).toEqual([]);
		clock.advance(1);
		await behind.flush();
		expect(batches).toEqual([['a', 'b']]);
		clock.advance(5_000);
		await behind.flush();
		expect(batches).toHaveLength(1);
	});

	it('keeps what could not be written and tries again', async () => {
		const batches: string[][] = [];
		let broken = true;
		const { clock, behind, failures } = make(async (keys) => {
			if (broken) throw new Error('disk full');
			batches.push(keys);
		});
		behind.mark('a', 10);
		clock.advance(10);
		await behind.flush();
		expect(failures).toHaveLength(1);
		broken = false;
		clock.advance(500);
		await behind.flush();
		expect(batches).toEqual([['a']]);
	});
});

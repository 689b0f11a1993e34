import { expect, it } from 'vitest';
import { ManualClock } from '../base/manual-clock.ts';
import type { VirtualBoard } from './board.ts';
import { obey } from './wall-switches.ts';

function typed(...lines: string[]) {
	const clock = new ManualClock();
	const moved: [number, boolean][] = [];
	const board: Pick<VirtualBoard, 'setInput'> = {
		setInput(id, on) {
			if (id !== 1) return false;
			moved.push([id, on]);
			return true;
		},
	};
	const words = lines.map((line) => obey(line, board, clock)).filter((line) => line !== '');
	return { clock, moved, words };
}

it('closes and opens a switch', () => {
	expect(typed('input 1 on', ' Input 1 OFF ', '')).toMatchObject({
		words: [],
		moved: [
			[1, true],
			[1, false],
		],
	});
});

it('presses a button, and lets it go', () => {
	const { clock, moved } = typed('press 1');
	expect(moved).toEqual([[1, true]]);
	clock.advance(1_000);
	expect(moved).toEqual([
		[1, true],
		[1, false],
	]);
});

it('says so where there is no such input, or no such command', () => {
	const { moved, words } = typed('input 2 on', 'press 9', 'input 1', 'open the door');
	expect(moved).toEqual([]);
	expect(words).toEqual([
		'This board has no input 2.',
		'This board has no input 9.',
		'This takes input N on, input N off, or press N.',
		'This takes input N on, input N off, or press N.',
	]);
});

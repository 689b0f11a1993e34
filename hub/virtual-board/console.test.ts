import { expect, it } from 'vitest';
import { ManualClock } from '../base/manual-clock.ts';
import { type Surroundings, runConsoleLine } from './console.ts';

function typed(...lines: string[]) {
	const clock = new ManualClock();
	const moved: [number, boolean][] = [];
	const pins: [number, boolean][] = [];
	const networks: [string, boolean][] = [];
	const board: Surroundings = {
		setInput(id, on) {
			if (id !== 1) return false;
			moved.push([id, on]);
			return true;
		},
		setPin: (pin, high) => void pins.push([pin, high]),
		radio: { turn: (ssid, on) => void networks.push([ssid, on]) },
	};
	const words = lines.map((line) => runConsoleLine(line, board, clock)).filter((line) => line !== '');
	return { clock, moved, pins, networks, words };
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

it('presses a button and releases it', () => {
	const { clock, moved } = typed('press 1');
	expect(moved).toEqual([[1, true]]);
	clock.advance(1_000);
	expect(moved).toEqual([
		[1, true],
		[1, false],
	]);
});

it('answers that an input or a command does not exist', () => {
	const { moved, words } = typed('input 2 on', 'press 9', 'input 1', 'open the door');
	expect(moved).toEqual([]);
	expect(words).toEqual([
		'This board has no input 2.',
		'This board has no input 9.',
		'This takes input N on, input N off, press N, pin N high, pin N low, wifi NAME on, or wifi NAME off.',
		'This takes input N on, input N off, press N, pin N high, pin N low, wifi NAME on, or wifi NAME off.',
	]);
});

it('connects a pin, and switches a Wi-Fi whose name has several words', () => {
	expect(typed('pin 4 low', 'PIN 5 high', 'wifi My Home off', 'wifi My Home ON')).toMatchObject({
		words: [],
		pins: [
			[4, false],
			[5, true],
		],
		networks: [
			['My Home', false],
			['My Home', true],
		],
	});
});

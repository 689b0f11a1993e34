import type { Clock } from '../base/clock.ts';
import type { VirtualBoard } from './board.ts';

/** How long a push button is pressed: longer than any debounce time. */
const PRESS_MS = 400;
const USAGE = 'input N on, input N off, press N, pin N high, pin N low, wifi NAME on, or wifi NAME off';

export type Surroundings = Pick<VirtualBoard, 'setInput' | 'setPin'> & { radio: Pick<VirtualBoard['radio'], 'turn'> };

/**
 * Runs a command that was typed in a board's terminal: "input 1 on", "press 1", "pin 4 low", "wifi home off". Returns
 * what to print; empty if nothing.
 */
export function runConsoleLine(line: string, board: Surroundings, clock: Clock): string {
	const text = line.trim();
	const words = text.toLowerCase();
	if (words === '') return '';
	const [, pin, level] = /^pin (\d+) (high|low)$/.exec(words) ?? [];
	const [, network, power] = /^wifi (.+) (on|off)$/i.exec(text) ?? [];
	if (pin !== undefined) board.setPin(Number(pin), level === 'high');
	if (network !== undefined) board.radio.turn(network, power!.toLowerCase() === 'on');
	if (pin !== undefined || network !== undefined) return '';
	const [, input, state] = /^input (\d+) (on|off)$/.exec(words) ?? [];
	const [, button] = /^press (\d+)$/.exec(words) ?? [];
	const id = input ?? button;
	if (id === undefined) return `This takes ${USAGE}.`;
	if (!board.setInput(Number(id), state !== 'off')) return `This board has no input ${id}.`;
	if (button !== undefined) clock.after(PRESS_MS, () => board.setInput(Number(id), false));
	return '';
}

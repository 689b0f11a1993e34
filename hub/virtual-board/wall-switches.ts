import type { Clock } from '../base/clock.ts';
import type { VirtualBoard } from './board.ts';

/** How long a finger stays on a push button: longer than any debouncing. */
const PRESS_MS = 400;
const USAGE = 'input N on, input N off, or press N';

/**
 * Does what a line says that was typed where a board is played: "input 1 on", "input 1 off", "press 1". What there is to
 * say about it, empty where nothing is.
 */
export function obey(line: string, board: Pick<VirtualBoard, 'setInput'>, clock: Clock): string {
	const words = line.trim().toLowerCase();
	if (words === '') return '';
	const [, input, state] = /^input (\d+) (on|off)$/.exec(words) ?? [];
	const [, button] = /^press (\d+)$/.exec(words) ?? [];
	const id = input ?? button;
	if (id === undefined) return `This takes ${USAGE}.`;
	if (!board.setInput(Number(id), state !== 'off')) return `This board has no input ${id}.`;
	if (button !== undefined) clock.after(PRESS_MS, () => board.setInput(Number(id), false));
	return '';
}

import type { Board, BoardFamily } from '$protocol/dashboard/boards.ts';
import { boardName } from './board-name.ts';

/** In the order in which people are offered them: makers between what is bare and what stands for all others. */
const FAMILIES: readonly BoardFamily[] = [
	'virtual',
	'module',
	'relay-board',
	'sonoff',
	'shelly',
	'athom',
	'generic',
] as const;

export interface Family {
	family: BoardFamily;
	boards: Board[];
}

/** The boards by family, without families that have none. */
export function byFamily(boards: readonly Board[]): Family[] {
	return FAMILIES.map((family) => ({ family, boards: boards.filter((board) => board.family === family) })).filter(
		({ boards }) => boards.length > 0,
	);
}

/** The boards that have every typed word in one of their names or in their chip's; separators do not matter. */
export function findBoards(boards: readonly Board[], typed: string): Board[] {
	const words = typed.split(/\s+/).map(plain);
	return boards.filter((board) => {
		const names = [boardName(board.id, board.name), ...board.otherNames, board.chip].map(plain).join(' ');
		return words.every((word) => names.includes(word));
	});
}

function plain(text: string): string {
	return text.toLowerCase().replaceAll(/[\s_.-]/g, '');
}

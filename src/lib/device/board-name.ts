import { boardWords } from '$words/device/boards.ts';

/** What a board is called: a product by its maker's name, and what is none in the dashboard's language. */
export function boardName(board: string, name: string): string {
	return Object.hasOwn(boardWords, board) ? boardWords[board]! : name;
}

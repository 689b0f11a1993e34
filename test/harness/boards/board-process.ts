import { spawnBundled } from '../bundled-process.ts';

/** For a board that is claimed already: its MAC, and its device key in base64. */
export interface ClaimedKey {
	mac: string;
	keyId: string;
	key: string;
}

/** The process reads this from stdin. */
export interface BoardsToPlay {
	boards: { file: string; claimed?: ClaimedKey }[];
	hub: string | undefined;
}

export interface BoardProcess {
	stop(): void;
}

/** Plays the boards of these config files in a process of its own, so that their work is not measured as the hub's. */
export function startBoard(files: Uint8Array[]): Promise<BoardProcess> {
	return startClaimedBoards(files.map((file) => ({ file })));
}

/** The same for boards that have device keys already, for benches that do not measure claiming. */
export async function startClaimedBoards(
	boards: { file: Uint8Array; claimed?: ClaimedKey }[],
	hub?: string,
): Promise<BoardProcess> {
	const toPlay: BoardsToPlay = {
		boards: boards.map(({ file, ...rest }) => ({ file: Buffer.from(file).toString('base64'), ...rest })),
		hub,
	};
	const { line, stop } = await spawnBundled('test/harness/boards/board-process-main.ts', toPlay);
	await line<{ boards: number }>();
	return { stop };
}

import { spawnBundled } from '../bundled-process.ts';

/** A board that was claimed already: its MAC, and the device key it holds, in base64. */
export interface ClaimedKey {
	mac: string;
	keyId: string;
	key: string;
}

/** What the process is told on stdin. */
export interface BoardsToPlay {
	boards: { file: string; claimed?: ClaimedKey }[];
	hub: string | undefined;
}

export interface BoardProcess {
	stop(): void;
}

/** Plays the boards of these config files in a process of its own, as real boards are not in the hub's either. */
export function startBoard(files: Uint8Array[]): Promise<BoardProcess> {
	return startClaimedBoards(files.map((file) => ({ file })));
}

/** The same for boards that hold their device keys, for crowds whose claims are not what is measured. */
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

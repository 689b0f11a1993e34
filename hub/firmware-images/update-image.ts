import { findBoard } from '../boards/catalogue.ts';
import { readPart } from './image-folder.ts';
import type { Images } from './images.ts';

/** What is sent over the link of the image of a board: its program alone. */
export interface UpdateImage {
	version: string;
	bytes: Uint8Array;
	/** 32 bytes */
	sha256: Uint8Array;
	/** the chip has two places for programs, and goes back to the older one where the newer does not reach the hub */
	fallsBack: boolean;
}

/**
 * The newest program there is for a board, undefined where there is none or it cannot be used. Of the parts of an image it
 * is the one that lies last in the flash: what lies before it starts it, and is never replaced from afar.
 */
export async function updateImage(images: Images, boardId: string): Promise<UpdateImage | undefined> {
	const board = findBoard(boardId);
	if (!board) return undefined;
	const found = await images.find(board);
	if (!found?.ok) return undefined;
	const { version, parts, folder } = found.value;
	const program = parts.toSorted((a, b) => a.offset - b.offset).at(-1);
	if (!program) return undefined;
	// Of the image that was found: another one may have been put there since.
	const bytes = await readPart(folder, program);
	if (!bytes.ok) return undefined;
	const sha256 = Buffer.from(program.sha256, 'hex');
	return { version, bytes: bytes.value, sha256, fallsBack: board.chip !== 'ESP8266' };
}

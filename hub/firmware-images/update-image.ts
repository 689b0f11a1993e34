import { findBoard } from '../boards/catalogue.ts';
import { readPart } from './image-folder.ts';
import type { Images } from './images.ts';

/** The part of a board's image that is sent over the link: only its program. */
export interface UpdateImage {
	version: string;
	bytes: Uint8Array;
	/** 32 bytes */
	sha256: Uint8Array;
	/** the chip has two places for programs, and goes back to the older one if the newer does not reach the hub */
	fallsBack: boolean;
}

/**
 * The newest program for a board; undefined if there is none or it cannot be used. It is the last part of an image in
 * the flash: the parts before it start it, and are never replaced over the link.
 */
export async function updateImage(images: Images, boardId: string): Promise<UpdateImage | undefined> {
	const board = findBoard(boardId);
	if (!board) return undefined;
	const found = await images.find(board);
	if (!found?.ok) return undefined;
	const { version, parts, folder } = found.value;
	const program = parts.toSorted((a, b) => a.offset - b.offset).at(-1);
	if (!program) return undefined;
	// From the folder that was found, and checked again, because the image may have been replaced since.
	const bytes = await readPart(folder, program, board);
	if (!bytes.ok) return undefined;
	const sha256 = Buffer.from(program.sha256, 'hex');
	return { version, bytes: bytes.value, sha256, fallsBack: board.chip !== 'ESP8266' };
}

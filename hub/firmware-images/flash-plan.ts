import type { Board } from '../../protocol/dashboard/boards.ts';
import type { FlashPart, FlashPlan, ImageView } from '../../protocol/dashboard/flash.ts';
import { type Fault, fault, faultView } from '../../protocol/dashboard/faults.ts';
import { API } from '../../protocol/dashboard/limits.ts';
import type { Result } from '../base/result.ts';
import type { Image } from './image-folder.ts';
import { hex } from './manifest.ts';

/** An image and its parts as they are downloaded. The names contain the board, so that they differ in a download folder. */
export function imageView({ board, version, flashSizeBytes, parts }: Image): ImageView {
	const { id, name, chip } = board;
	return { board: id, boardName: name, version, chip, flashSizeBytes, parts: parts.map((part) => partView(id, part)) };
}

export function partName(board: string, file: string): string {
	return `${board}-${file}`;
}

/** How to flash the board of a pending device with this config file. */
export function flashPlan(options: {
	id: string;
	board: Board;
	config: { fileName: string; size: number };
	image: Result<Image, Fault> | undefined;
	sources: Result<unknown, Fault>;
}): FlashPlan {
	const { id, board, config, sources } = options;
	const image = options.image ?? fault('no-image-yet', { board: board.name });
	const at = `${API}/pending/${id}`;
	const plan: FlashPlan = {
		board: board.id,
		boardName: board.name,
		chip: board.chip,
		light: board.light !== null,
		steps: board.flashing,
		image: null,
		whyNoImage: image.ok ? null : image.error.message,
		noImage: image.ok ? null : faultView(image.error),
		project: sources.ok ? { name: config.fileName.replace(/\.mooring$/, '.zip'), url: `${at}/project.zip` } : null,
		whyNoProject: sources.ok ? null : sources.error.message,
		noProject: sources.ok ? null : faultView(sources.error),
	};
	if (image.ok && board.flash) {
		const parts: FlashPart[] = [
			...image.value.parts.map((part) => partView(board.id, part)),
			{
				name: config.fileName,
				url: `${at}/config`,
				offset: board.flash.configOffset,
				size: config.size,
				sha256: null,
			},
		];
		plan.image = { version: image.value.version, parts, command: esptoolCommand(board.chip, parts) };
	}
	return plan;
}

function partView(board: string, { file, offset, size, sha256 }: Image['parts'][number]): FlashPart {
	return { name: partName(board, file), url: `${API}/images/${board}/${file}`, offset, size, sha256 };
}

/**
 * The one command that flashes a board from a shell, in the folder that holds the files. esptool 5 or newer; it keeps mode,
 * frequency and size as they are in the image's header unless it is told otherwise.
 */
export function esptoolCommand(chip: string, parts: Pick<FlashPart, 'name' | 'offset'>[]): string {
	const files = parts.map(({ name, offset }) => `${hex(offset)} ${name}`).join(' ');
	return `esptool --chip ${chip.toLowerCase().replaceAll('-', '')} write-flash ${files}`;
}

import type { FlashPart } from '../../protocol/dashboard.ts';
import { hex } from './manifest.ts';

/**
 * The one command that flashes a board from a shell, in the folder that holds the files. esptool 5 or newer; it keeps mode,
 * frequency and size as they are in the image's header unless it is told otherwise.
 */
export function esptoolCommand(chip: string, parts: Pick<FlashPart, 'name' | 'offset'>[]): string {
	const files = parts.map(({ name, offset }) => `${hex(offset)} ${name}`).join(' ');
	return `esptool --chip ${chip.toLowerCase().replaceAll('-', '')} write-flash ${files}`;
}

import { FLASH_STEPS, type FlashStepCode } from '$protocol/dashboard/board-words/flash-steps.ts';
import { translatable } from '$lib/words/language.ts';

/** How to open and flash a board, by the hub's codes. `what`: what differs between boards. */
export const flashStepWords: Record<FlashStepCode, (what: string) => string> = translatable(
	'flashStepWords',
	FLASH_STEPS,
);

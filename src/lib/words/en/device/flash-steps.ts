import { FLASH_STEPS, type FlashStepCode } from '$protocol/dashboard/board-words/flash-steps.ts';
import { translatable } from '$lib/words/language.ts';

/** `what`: what differs between boards */
type Step = (what: string) => string;

/** How to open and flash a board, by the hub's codes. */
export const flashStepWords: Record<FlashStepCode, Step> = translatable('flashStepWords', FLASH_STEPS);

import { PIN_WORDS } from '$protocol/dashboard/fault-words/pin-words.ts';
import { translatable } from '$lib/words/language.ts';

/** Why a pin is warned about or refused, by the hub's codes. */
export const pinWords: Record<string, string> = translatable('pinWords', PIN_WORDS);

import { CHANGE_WORDS } from '$protocol/dashboard/change-words.ts';
import { translatable } from '$lib/words/language.ts';

/** What was changed of a device, a scene or the settings, in the audit log. */
export const changeWords = translatable('changeWords', CHANGE_WORDS);

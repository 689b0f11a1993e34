/**
 * A moment may stand as a time ("18:40"), a weekday ("lunedì") or a date ("30 marzo"), and each takes an article of
 * its own.
 */

const isTime = (when: string) => /^\d{1,2}[:.]\d{2}/.test(when);
/** Before 1:00 on the clock, and before 8 and 11 in dates, the article loses its vowel. */
const isOneOClock = (when: string) => /^1[:.]/.test(when);
const startsWithVowel = (when: string) => /^(8|11)\b/.test(when);

/** "dalle 18:40", "da lunedì", "dal 30 marzo" */
export function since(when: string): string {
	if (isOneOClock(when)) return `dall’${when}`;
	if (isTime(when)) return `dalle ${when}`;
	if (startsWithVowel(when)) return `dall’${when}`;
	return /^\d/.test(when) ? `dal ${when}` : `da ${when}`;
}

/** "alle 18:40", "lunedì", "il 30 marzo" */
export function at(when: string): string {
	if (isOneOClock(when)) return `all’${when}`;
	if (isTime(when)) return `alle ${when}`;
	if (startsWithVowel(when)) return `l’${when}`;
	return /^\d/.test(when) ? `il ${when}` : when;
}

/** "alle 18:40", "a lunedì", "al 30 marzo" */
export function to(when: string): string {
	if (isTime(when)) return at(when);
	if (startsWithVowel(when)) return `all’${when}`;
	return /^\d/.test(when) ? `al ${when}` : `a ${when}`;
}

/** "fino alle 18:40", "fino a lunedì 18:40", "fino al 30 marzo" */
export const until = (when: string): string => `fino ${to(when)}`;

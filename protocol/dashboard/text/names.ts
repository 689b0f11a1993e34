/**
 * What a name of a person, a device, a relay, a room … may be. Without zod, since the hub's configuration uses it too.
 */

/**
 * Characters that change the direction of the text beside them (Bidi_Control), halves of a character, and invisible
 * ones.
 */
const UNWANTED = /[\p{Bidi_Control}\p{Cs}\u00ad\u200b\u2060\ufeff]/gu;
/** Line ends, and control characters, which can do things to a terminal. */
const CONTROL = /[\p{Cc}\p{Zl}\p{Zp}]+/gu;
/** Neither blank, control, mark nor filler: there is something to see. U+2800 is a Braille cell without dots. */
const VISIBLE = /[^\p{Z}\p{Cc}\p{Cf}\p{Cs}\p{M}\p{Default_Ignorable_Code_Point}\u2800]/u;

/** The name as it is kept: composed (NFC), without blanks around it, and without characters that hide or mislead. */
export function cleanName(text: string): string {
	return text.replace(CONTROL, ' ').replace(UNWANTED, '').normalize('NFC').trim();
}

/** What a device's config file is called: "boiler-room.mooring". */
export function configFileName(name: string): string {
	const plain = name.normalize('NFKD').replace(/[^\w-]+/g, '-');
	return `${plain.replace(/^-+|-+$/g, '').toLowerCase() || 'board'}.mooring`;
}

/** Whether there is anything to see of it. */
export function isVisible(name: string): boolean {
	return VISIBLE.test(name);
}

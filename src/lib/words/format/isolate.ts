/** Letters of scripts that are written from right to left. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
/** Invisible direction marks, embeddings, overrides and isolates. In a name they could reverse the text around it. */
const CONTROLS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const [LEFT_TO_RIGHT_ISOLATE, FIRST_STRONG_ISOLATE, POP_ISOLATE] = ['\u2066', '\u2068', '\u2069'];
/** The separators in a list of changes written by the hub. */
const BETWEEN_PARTS = /( → |[;,:] )/;

/** A name without invisible characters that change the direction of text. */
export const withoutControls = (name: string): string => name.replace(CONTROLS, '');

/**
 * A name for use in a sentence, isolated from the direction of the words around it. Only right-to-left names get the
 * invisible isolate characters.
 */
export function isolate(name: string): string {
	const plain = withoutControls(name);
	return RIGHT_TO_LEFT.test(plain) ? FIRST_STRONG_ISOLATE + plain + POP_ISOLATE : plain;
}

/**
 * A list of changes written by the hub, "name Evening → Night; Pump, Cellar: off → on". The hub does not mark the names
 * in it, so every part between separators is isolated. Otherwise "A → B" could be displayed as "B → A".
 */
export function isolateParts(changes: string): string {
	return withoutControls(changes)
		.split(BETWEEN_PARTS)
		.map((part) => (RIGHT_TO_LEFT.test(part) ? LEFT_TO_RIGHT_ISOLATE + part + POP_ISOLATE : part))
		.join('');
}

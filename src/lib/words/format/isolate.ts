/** Letters of scripts that are written from the right. */
const FROM_THE_RIGHT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
/** Invisible marks, embeddings, overrides and isolates: they would turn what stands beside a name, or end its isolation. */
const CONTROLS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const [LEFT_TO_RIGHT_ISOLATE, FIRST_STRONG_ISOLATE, POP_ISOLATE] = ['\u2066', '\u2068', '\u2069'];
/** What stands between the parts of a list of changes that the hub wrote. */
const BETWEEN_PARTS = /( → |[;,:] )/;

/** A name as people gave it, without invisible characters that turn the text around. */
export const withoutControls = (name: string): string => name.replace(CONTROLS, '');

/**
 * A name that stands among words of a sentence: its own direction stays its own. Only names that are written from the
 * right need it, so that everybody else's toasts and labels hold no invisible characters.
 */
export function isolate(name: string): string {
	const plain = withoutControls(name);
	return FROM_THE_RIGHT.test(plain) ? FIRST_STRONG_ISOLATE + plain + POP_ISOLATE : plain;
}

/**
 * A list of changes that the hub wrote, "name Evening → Night; Pump, Cellar: off → on". The hub does not say which words
 * of it are names, so each part between the marks stays where it is: "A → B" never turns into "B → A".
 */
export function isolateParts(changes: string): string {
	return withoutControls(changes)
		.split(BETWEEN_PARTS)
		.map((part) => (FROM_THE_RIGHT.test(part) ? LEFT_TO_RIGHT_ISOLATE + part + POP_ISOLATE : part))
		.join('');
}

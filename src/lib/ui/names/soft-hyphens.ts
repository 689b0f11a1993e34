/** Put into a word, it is drawn as a hyphen only where a line breaks there. */
export const SOFT_HYPHEN = '\u00AD';

/** A line of a tile has room for so many narrow characters. */
const LINE_CHARS = 13;
/** Every line has room for so many, in any font: shorter words are never broken. */
const SURE_CHARS = 9;
/** Of a broken word, at least so many letters stand on each line. */
const LEAST_LETTERS = 4;
/** Scripts whose words are broken at syllables. Others have rules of their own, or none. */
const LATIN_WORD = /[\p{Script=Latin}\p{M}]{2,}/gu;
/** The ends of words from which German builds compounds: "Bewässerungs|steuerung". */
const JOINTS = /(?:ungs|heits|keits|schafts|ions|täts|tums|lings)(?=\p{L})/giu;
/** Common second parts of compounds in a house. */
const HEADS =
	/(?:steuerung|beleuchtung|bewässerung|heizung|lüftung|leuchte|lampe|licht|schalter|steckdose|pumpe|ventil|sensor|temperatur|feuchtigkeit|feuchte|zimmer|keller|garage|garten|küche|terrasse|anlage|motor|maschine|schrank|haus|light|switch|heater|sensor|control|controller|machine|station|room)/giu;
/** Letters that stay together, since they are one sound. */
const SOUNDS = /sch|ch|ck|ph|th|qu|sh|gh|ng|\p{L}/giu;
const VOWELS = /^[aeiouyäöüáàâãåæéèêëíìîïóòôõøœúùûý]$/iu;
/** A letter with its marks is one character of those words, so no slow segmenter is needed. */
const CHARACTER = /\P{M}\p{M}*|\p{M}+/gu;

/**
 * A name with soft hyphens in words that may be longer than a line of a tile. Compounds are broken between their parts, other
 * words between syllables, and never inside a character that is made of several code points. What is visible stays the
 * same: take SOFT_HYPHEN out and the name is as it was.
 */
export function withSoftHyphens(name: string): string {
	return name.replace(LATIN_WORD, (word) => (countOf(word) > SURE_CHARS ? brokenUp(word) : word));
}

const countOf = (text: string) => text.match(CHARACTER)?.length ?? 0;

function brokenUp(word: string): string {
	const starts = new Set([...word.matchAll(CHARACTER)].map(({ index }) => index));
	const letters = (from: number, to: number) => countOf(word.slice(from, to));
	const fits = (at: number, after: number, before: number) =>
		starts.has(at) && letters(after, at) >= LEAST_LETTERS && letters(at, before) >= LEAST_LETTERS;
	const places: number[] = [];
	for (const at of jointsOf(word)) if (fits(at, places.at(-1) ?? 0, word.length)) places.push(at);
	// What is still too long for a line is broken at its syllables.
	const parts = [0, ...places, word.length];
	const most = places.length > 0 ? LINE_CHARS : SURE_CHARS;
	for (const [n, from] of parts.slice(0, -1).entries()) {
		const to = parts[n + 1]!;
		if (letters(from, to) <= most) continue;
		let last = from;
		for (const at of syllablesOf(word.slice(from, to))) if (fits(from + at, last, to)) places.push((last = from + at));
	}
	return places
		.sort((a, b) => b - a)
		.reduce((broken, at) => broken.slice(0, at) + SOFT_HYPHEN + broken.slice(at), word);
}

/** Where the parts of a compound meet, in order. */
function jointsOf(word: string): number[] {
	const ends = [...word.matchAll(JOINTS)].map(({ index, 0: joint }) => index + joint.length);
	const heads = [...word.matchAll(HEADS)].map(({ index }) => index);
	return [...new Set([...ends, ...heads])].sort((a, b) => a - b);
}

/** Before the last consonant of those between two vowels: "Re|fri|ge|ra|tor". */
function syllablesOf(part: string): number[] {
	const sounds = [...part.matchAll(SOUNDS)].map(({ index, 0: sound }) => ({ index, vowel: VOWELS.test(sound) }));
	return sounds.flatMap(({ index, vowel }, at) =>
		!vowel && sounds[at + 1]?.vowel && sounds.slice(0, at).some((before) => before.vowel) ? [index] : [],
	);
}

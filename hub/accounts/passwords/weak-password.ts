/** The software's name is on every screen, so it is refused as a password. */
export const SOFTWARE = 'Mooring';
/** "aaaaaaaaaa", "1212121212" */
const REPEATED = /^(.{1,4})\1+.{0,3}$/su;

/** Loads the library's list only when somebody chooses a password: an idle hub does not need its 380 kB. */
async function isCommon(folded: string): Promise<boolean> {
	const { dictionary } = await import('@zxcvbn-ts/language-common');
	const words: readonly string[] = dictionary['passwords-common'];
	return words.includes(folded) || words.includes(halfOf(folded));
}

/**
 * Why this password is refused; undefined if it is acceptable. Refused is what attackers try first (NIST SP 800-63B,
 * 3.1.1.2): the most common passwords, sequences of characters, and the names around it.
 */
export async function weaknessOf(
	password: string,
	names: readonly string[],
): Promise<'name-as-password' | 'common-password' | undefined> {
	const folded = fold(password);
	const bare = withoutEnds(folded);
	if (bare !== '' && names.some((name) => withoutEnds(fold(name)) === bare)) return 'name-as-password';
	if (REPEATED.test(folded) || isSequence(folded) || (await isCommon(folded))) return 'common-password';
	return undefined;
}

function fold(text: string): string {
	return text.normalize('NFKC').trim().toLowerCase();
}

/** Digits and signs around a name do not make it a password: "Anna 2026!" */
function withoutEnds(folded: string): string {
	return folded.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
}

/** "passwordpassword" → "password" */
function halfOf(folded: string): string {
	const half = folded.slice(0, folded.length / 2);
	return half + half === folded ? half : folded;
}

/** "0123456789", "jihgfedcba" */
function isSequence(folded: string): boolean {
	const codes = [...folded].map((character) => character.codePointAt(0)!);
	const steps = new Set(codes.slice(1).map((code, index) => code - codes[index]!));
	const [step = 0] = steps;
	return steps.size === 1 && Math.abs(step) <= 1;
}

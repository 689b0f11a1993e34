/** "aaaaaaaaaa", "1212121212" */
const REPEATED = /^(.{1,4})\1+.{0,3}$/su;

/** The library's list, read when somebody chooses a password: 380 kB that a hub at rest has no use for. */
async function isCommon(folded: string): Promise<boolean> {
	const { dictionary } = await import('@zxcvbn-ts/language-common');
	const words: readonly string[] = dictionary['passwords-common'];
	return words.includes(folded) || words.includes(halfOf(folded));
}

/**
 * Why this is no password; undefined where nothing is wrong with it. What everybody tries first is
 * refused (NIST SP 800-63B, 3.1.1.2): the most common ones, rows of signs, and the names around it.
 */
export async function weaknessOf(
	password: string,
	names: readonly string[],
): Promise<'name-as-password' | 'common-password' | undefined> {
	const folded = fold(password);
	const bare = withoutEnds(folded);
	if (bare !== '' && names.some((name) => withoutEnds(fold(name)) === bare)) return 'name-as-password';
	if (REPEATED.test(folded) || isRow(folded) || (await isCommon(folded))) return 'common-password';
	return undefined;
}

function fold(text: string): string {
	return text.normalize('NFKC').trim().toLowerCase();
}

/** "Anna 2026!" is a name still. */
function withoutEnds(folded: string): string {
	return folded.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
}

/** "passwordpassword" → "password" */
function halfOf(folded: string): string {
	const half = folded.slice(0, folded.length / 2);
	return half + half === folded ? half : folded;
}

/** "0123456789", "jihgfedcba" */
function isRow(folded: string): boolean {
	const signs = [...folded].map((sign) => sign.codePointAt(0)!);
	const steps = new Set(signs.slice(1).map((sign, index) => sign - signs[index]!));
	const [step = 0] = steps;
	return steps.size === 1 && Math.abs(step) <= 1;
}

/**
 * Whether version `a` is newer than `b`, both like "1.2.3"; one with a suffix, as in "1.2.3-beta", is older than
 * without.
 */
export function isNewer(a: string, b: string): boolean {
	const [left, right] = [parts(a), parts(b)];
	for (let i = 0; i < 3; i++) {
		const difference = (left.numbers[i] ?? 0) - (right.numbers[i] ?? 0);
		if (difference !== 0) return difference > 0;
	}
	if (left.rest === right.rest) return false;
	if (left.rest === '' || right.rest === '') return left.rest === '';
	return left.rest.localeCompare(right.rest, 'en', { numeric: true }) > 0;
}

function parts(version: string): { numbers: number[]; rest: string } {
	const [core = '', ...rest] = version.split('-');
	return { numbers: core.split('.').map((number) => Number(number) || 0), rest: rest.join('-') };
}

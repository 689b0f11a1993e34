import { type Leaf, issueLeaf } from './certificates.ts';
import { type Https, PURPOSE, type Stored } from './https.ts';
import { servedNames } from './served-names.ts';

/** A leaf with less time left than this is renewed. */
export const RENEW_BEFORE_MS = 30 * 86_400_000;

/** What the leaf has to be for at this moment. */
export function presentNames({ options }: Https): string[] {
	const { announced, named, hostname, interfaces } = options;
	return servedNames({ announced, named, hostname: hostname(), interfaces: interfaces() });
}

/** Whether a leaf serves the hub's present names, and will for a while. A clock that was set anew may make it unfit. */
export function isFit(leaf: NonNullable<Stored['leaf']>, names: readonly string[], now: number): boolean {
	return leaf.from <= now && leaf.until - now > RENEW_BEFORE_MS && names.every((name) => leaf.names.includes(name));
}

/** The stored leaf while it is fit, otherwise a new one that is not stored yet. */
export async function fitLeaf(https: Https, authority: NonNullable<Stored['authority']>): Promise<Leaf> {
	const { clock, random } = https.options;
	const { leaf } = https.stored;
	const names = presentNames(https);
	if (leaf && isFit(leaf, names, clock.now())) return { ...leaf, ...https.unseal(leaf, PURPOSE.leaf) };
	return issueLeaf(https.unseal(authority, PURPOSE.authority), names, { random, now: clock.now() });
}

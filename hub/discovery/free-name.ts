import type { Seen } from './heard-services.ts';

/**
 * The name, or the first of "name (2)", "name (3)" … that nobody else on the network has. This hub's own answers from
 * before a restart do not count.
 */
export function freeName(name: string, hubId: string, seen: readonly Seen[]): string {
	const others = seen.filter(({ id }) => id !== hubId);
	const isTaken = (candidate: string) => others.some((other) => sameName(other.name, candidate));
	let candidate = name;
	for (let number = 2; isTaken(candidate); number++) candidate = `${name} (${number})`;
	return candidate;
}

/** Compares like DNS, ignoring case. The mDNS library replaces a dot in a name with a dash. */
export function sameName(a: string, b: string): boolean {
	const folded = (name: string) => name.replaceAll('.', '-').toLowerCase();
	return folded(a) === folded(b);
}

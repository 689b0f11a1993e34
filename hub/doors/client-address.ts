import { isIP } from 'node:net';

/** ::ffff:192.168.1.4, as the URL standard shortens it. */
const MAPPED = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/;

/**
 * The address of a client, in words: the socket's own. `forwardedFor` counts only where that is a proxy the owner named:
 * read from its end, the first address that is not itself such a proxy. What stands before that, anybody may have written.
 */
export function clientAddress(remote: ArrayBuffer, forwardedFor: string, trustedProxies: readonly string[]): string {
	let address = normalise(Buffer.from(remote).toString());
	if (trustedProxies.length === 0) return address;
	const trusted = new Set(trustedProxies.map(normalise));
	const hops = forwardedFor.split(',').reverse();
	for (const hop of hops) {
		if (!trusted.has(address)) return address;
		const before = hop.trim();
		if (!isIP(before)) return address;
		address = normalise(before);
	}
	return address;
}

/** Whether the socket itself is a proxy the owner named, so that its other forwarding headers count too. */
export function isTrustedProxy(remote: ArrayBuffer, trustedProxies: readonly string[]): boolean {
	return trustedProxies.length > 0 && trustedProxies.map(normalise).includes(normalise(Buffer.from(remote).toString()));
}

/** One spelling for each address: IPv6 shortened, IPv4 within IPv6 as IPv4. */
function normalise(address: string): string {
	if (isIP(address) !== 6 || address.includes('%')) return address;
	const short = new URL(`http://[${address}]`).hostname.slice(1, -1);
	const mapped = MAPPED.exec(short);
	if (!mapped) return short;
	const [high, low] = [parseInt(mapped[1]!, 16), parseInt(mapped[2]!, 16)];
	return [high >> 8, high & 255, low >> 8, low & 255].join('.');
}

/** How uWebSockets.js writes ::ffff:192.168.1.4: as an IPv6 address in full. */
const MAPPED = /^0000:0000:0000:0000:0000:ffff:([0-9a-f]{4}):([0-9a-f]{4})$/;

/**
 * The address of a client, in words: the socket's own. `forwardedFor` counts only where that is a proxy the owner named,
 * and of it only the last entry, the one the proxy itself wrote.
 */
export function clientAddress(remote: ArrayBuffer, forwardedFor: string, trustedProxies: readonly string[]): string {
	const own = normalise(Buffer.from(remote).toString());
	if (!trustedProxies.includes(own)) return own;
	const last = forwardedFor.split(',').at(-1)?.trim();
	return last ? normalise(last) : own;
}

function normalise(address: string): string {
	const mapped = MAPPED.exec(address.toLowerCase());
	if (mapped) {
		const parts = [mapped[1]!, mapped[2]!].flatMap((word) => [word.slice(0, 2), word.slice(2)]);
		return parts.map((byte) => parseInt(byte, 16)).join('.');
	}
	if (!address.includes(':')) return address;
	try {
		return new URL(`http://[${address}]`).hostname.slice(1, -1); // shortens 0000:… to ::
	} catch {
		return address;
	}
}

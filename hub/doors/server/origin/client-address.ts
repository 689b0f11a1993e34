import { BlockList, isIP } from 'node:net';
import type { HttpRequest, HttpResponse } from 'uWebSockets.js';

/** An IPv4 address in IPv6, such as ::ffff:192.168.1.4, as the URL standard shortens it. */
const MAPPED = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/;
/** "192.168.1.4:5678", "[2001:db8::9]", "[2001:db8::9]:5678": some proxies add the port */
const WITH_PORT = /^"?(?:(\d+\.\d+\.\d+\.\d+)|\[([0-9a-f:.]+)\])(?::\d{1,5})?"?$/i;
const NETWORK = /^([^/]+)\/(\d{1,3})$/;

/**
 * The hub's own machine, exempt from the request allowance, the limits on links and most limits on connections: it may
 * play thousands of boards, and a proxy there sends everybody's requests.
 */
export const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', '::1']);

/** Made once for each list of proxies. */
const made = new WeakMap<readonly string[], BlockList>();

/**
 * The address of a client as text: the socket's own, unless that is a proxy the owner named. Then it is the last
 * address in `forwardedFor` that is not such a proxy; anybody may have written what comes before it. Only a proxy on the
 * hub's own machine speaks for programs on it: where a whole network is named as proxies, each of its clients could claim
 * to be one, and be exempt from limits.
 */
export function clientAddress(remote: ArrayBuffer, forwardedFor: string, trustedProxies: readonly string[]): string {
	let address = normalise(Buffer.from(remote).toString());
	if (trustedProxies.length === 0) return address;
	for (const hop of forwardedFor.split(',').reverse()) {
		if (!isAmong(trustedProxies, address)) return address;
		const before = addressIn(hop.trim());
		if (!isIP(before)) return address;
		const next = normalise(before);
		if (LOOPBACK.has(next) && !LOOPBACK.has(address)) return address;
		address = next;
	}
	return address;
}

/** All lines of X-Forwarded-For as one: uWebSockets.js gives only the first by its name, which may be the client's own. */
export function forwardedFor(req: Pick<HttpRequest, 'forEach'>): string {
	const lines: string[] = [];
	req.forEach((name, value) => void (name === 'x-forwarded-for' && lines.push(value)));
	return lines.join(',');
}

/** Whether the socket itself is a proxy the owner named, so that its other forwarding headers count too. */
export function isTrustedProxy(remote: ArrayBuffer, trustedProxies: readonly string[]): boolean {
	return trustedProxies.length > 0 && isAmong(trustedProxies, normalise(Buffer.from(remote).toString()));
}

/** Whether a proxy that the owner named says that its client uses HTTPS. */
export function isForwardedHttps(
	res: Pick<HttpResponse, 'getRemoteAddressAsText'>,
	req: Pick<HttpRequest, 'getHeader'>,
	trustedProxies: readonly string[],
): boolean {
	return req.getHeader('x-forwarded-proto') === 'https' && isTrustedProxy(res.getRemoteAddressAsText(), trustedProxies);
}

/** An IP address, or a network of them as "10.0.0.0/8". */
export function isAddressOrNetwork(text: string): boolean {
	if (isIP(text)) return true;
	const [, network = '', bits] = NETWORK.exec(text) ?? [];
	return isIP(network) > 0 && Number(bits) <= (isIP(network) === 4 ? 32 : 128);
}

function isAmong(list: readonly string[], address: string): boolean {
	const version = isIP(address);
	return version > 0 && blockList(list).check(withoutZone(address), version === 4 ? 'ipv4' : 'ipv6');
}

function blockList(list: readonly string[]): BlockList {
	const known = made.get(list);
	if (known) return known;
	const block = new BlockList();
	for (const one of list) {
		const [, network, bits] = NETWORK.exec(one) ?? [];
		if (network) block.addSubnet(network, Number(bits), isIP(network) === 4 ? 'ipv4' : 'ipv6');
		else {
			const address = withoutZone(normalise(one));
			block.addAddress(address, isIP(address) === 4 ? 'ipv4' : 'ipv6');
		}
	}
	made.set(list, block);
	return block;
}

function addressIn(hop: string): string {
	const [, v4, v6] = WITH_PORT.exec(hop) ?? [];
	return v4 ?? v6 ?? hop;
}

/** fe80::1%eth0 → fe80::1 */
function withoutZone(address: string): string {
	return address.split('%')[0]!;
}

/** One spelling for each address: IPv6 shortened, IPv4 within IPv6 as IPv4. */
export function normalise(address: string): string {
	if (isIP(address) !== 6 || address.includes('%')) return address;
	const short = new URL(`http://[${address}]`).hostname.slice(1, -1);
	const mapped = MAPPED.exec(short);
	if (!mapped) return short;
	const [high, low] = [parseInt(mapped[1]!, 16), parseInt(mapped[2]!, 16)];
	return [high >> 8, high & 255, low >> 8, low & 255].join('.');
}
